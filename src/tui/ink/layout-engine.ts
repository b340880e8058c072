// The engine that Ink computes its layout with. Ink as it comes waits for it by itself.

/** Resolves when Ink can be loaded. */
export async function loadLayoutEngine(): Promise<void> {}

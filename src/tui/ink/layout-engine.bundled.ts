// `yoga-layout` for Ink in the bundle, whose scripts can't await the engine at their top.

import { loadYoga } from 'yoga-layout/load';

let engine: Awaited<ReturnType<typeof loadYoga>> | undefined;

/** Resolves when Ink can be loaded. */
export async function loadLayoutEngine(): Promise<void> {
  engine ??= await loadYoga();
}

export * from 'yoga-layout/load';
export { engine as default };

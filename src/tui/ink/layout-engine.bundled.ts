// What the bundler takes for layout-engine.ts, and for the package `yoga-layout` in Ink: there, a module
// waits at its top for the engine, which the scripts of the bundle can't.

import { loadYoga } from 'yoga-layout/load';

let engine: Awaited<ReturnType<typeof loadYoga>> | undefined;

/** Resolves when Ink can be loaded. */
export async function loadLayoutEngine(): Promise<void> {
  engine ??= await loadYoga();
}

export * from 'yoga-layout/load';
export { engine as default };

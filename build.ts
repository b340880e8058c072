// Bundles src/ into dist/: one entry, and a chunk for each part that only some commands load.

import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type InputOptions, type OutputOptions } from 'rolldown';
import { stubs } from './stubs.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** How source becomes program; the standalone build and the tests use the same. */
export const input: InputOptions = {
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  resolve: { alias: stubs },
  transform: { define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '""' } },
  experimental: { attachDebugInfo: 'none' },
};

export const output: OutputOptions = {
  dir: 'dist',
  format: 'esm',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
};

if (import.meta.main) {
  rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });
  await build({ ...input, output });
}

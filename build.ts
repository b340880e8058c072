// Bundles src/ into dist/: one entry, and a chunk for each part that only some commands load.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InputOptions, type OutputOptions, type Plugin } from 'rolldown';
import { stubs } from './stubs.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Modules that packages import whole and this program pays for at every start, each replaced by the
 * little that is used of it.
 */
const lighter: Plugin = {
  name: 'lighter',
  resolveId(id, importer) {
    if (id.endsWith('/exact-width.ts')) return join(root, 'src/typeset/exact-width.bundled.ts');
    // commander can run commands that are programs of their own; none of ours is.
    if (id === 'node:child_process' && importer?.includes('/commander/')) return '\0no-programs';
    return null;
  },
  load: (id) => (id === '\0no-programs' ? 'export default {};' : null),
};

/**
 * Node's own modules without their ES module form, which reads every property of a module at import:
 * node:process would open all three standard streams, node:fs load promises, streams and readline,
 * node:util the differ and the argument parser, some 15 ms in all.
 */
export const leanBuiltins: Plugin = {
  name: 'lean-builtins',
  resolveId(id, _importer, { kind }) {
    if (kind !== 'import-statement') return null;
    const name = id.replace(/^node:/, '');
    return LEAN.includes(name) ? `\0builtin:${name}` : null;
  },
  load(id) {
    if (!id.startsWith('\0builtin:')) return null;
    const name = id.slice('\0builtin:'.length);
    const whole = `process.getBuiltinModule('node:${name}')`;
    const descriptors = Object.entries(
      Object.getOwnPropertyDescriptors(process.getBuiltinModule(`node:${name}`) ?? {}),
    );
    const names = descriptors
      .filter(([key, { get }]) => get === undefined && /^[a-z]\w*$/i.test(key) && key !== 'default')
      .map(([key]) => key);
    return [
      `const whole = ${name === 'process' ? 'globalThis.process' : whole};`,
      'export default whole;',
      ...names.map(
        (key) =>
          `const own_${key} = /* @__PURE__ */ (() => whole.${key})(); export { own_${key} as ${key} };`,
      ),
    ].join('\n');
  },
};

const LEAN = ['fs', 'os', 'path', 'process', 'events', 'util', 'url', 'tty', 'child_process'];

/** How source becomes program; the standalone build and the tests use the same. */
export const input: InputOptions = {
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  resolve: { alias: stubs },
  plugins: [lighter],
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
  await build({
    ...input,
    input: { main: 'src/main.ts', 'parse-worker': 'src/commands/parse-worker.ts' },
    plugins: [lighter, leanBuiltins],
    output,
  });
}

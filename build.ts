// Bundles src/ into dist/: one entry, and a chunk for each part that only some commands load.

import { existsSync, renameSync, rmSync } from 'node:fs';
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
    if (id === 'string-width' && importer?.includes('/node_modules/')) {
      return join(root, 'src/tui/ink-width.ts');
    }
    // commander can run commands that are programs of their own; none of ours is.
    if (id === 'node:child_process' && importer?.includes('/commander/')) return '\0no-programs';
    // What the terminal can show is found out by settings/, and chalk told; its own look at the
    // standard streams would load the network's modules.
    if (id === '#supports-color') return '\0no-colors';
    // signal-exit asserts what TypeScript has checked; Node's assert takes 8 ms to load.
    return id === 'assert' ? '\0no-assert' : null;
  },
  load(id) {
    if (id === '\0no-programs') return 'export default {};';
    if (id === '\0no-colors') return 'export default { stdout: false, stderr: false };';
    return id === '\0no-assert' ? 'module.exports = { equal() {} };' : null;
  },
  transform(code, id) {
    // Yoga would fetch its own data: address, and Node's fetch brings HTTP, TLS and more (60 ms);
    // without fetch it decodes the text that it has.
    if (id.endsWith('/yoga-wasm-base64-esm.js')) return `const fetch = undefined;\n${code}`;
    const isInks = /\/(?:ink|ansi-tokenize|cli-truncate|slice-ansi|wrap-ansi)\/[^/]+(?:\/[^/]+)?$/;
    if (!isInks.test(id) || !code.includes('Intl.Segmenter')) return null;
    const own = JSON.stringify(join(root, 'src/tui/ink-segmenter.ts'));
    const light = code.replace(/new Intl\.Segmenter\([^)]*\)/g, 'lightSegmenter');
    return `import { segmenter as lightSegmenter } from ${own};\n${light}`;
  },
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

/** The modules that each of `entries` (paths below the project) loads at once, itself included. */
async function loadedAtOnce(entries: readonly string[]): Promise<readonly ReadonlySet<string>[]> {
  const imports = new Map<string, readonly string[]>();
  const watch: Plugin = {
    name: 'watch',
    moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
  };
  await build({ ...input, plugins: [lighter, leanBuiltins, watch], output, write: false });
  return entries.map((entry) => {
    const seen = new Set<string>();
    const visit = (id: string): void => {
      if (seen.has(id)) return;
      seen.add(id);
      for (const next of imports.get(id) ?? []) visit(next);
    };
    visit(join(root, entry));
    return seen;
  });
}

/**
 * Modules that always load together as one chunk each: each file costs Node about half a millisecond,
 * and reading an article took forty of them.
 */
export async function chunks(): Promise<OutputOptions> {
  const [start, page] = await loadedAtOnce(['src/main.ts', 'src/commands/read.ts']);
  return {
    ...output,
    codeSplitting: {
      groups: [
        { name: 'start', test: (id: string) => start?.has(id) ?? false, priority: 2 },
        { name: 'page', test: (id: string) => page?.has(id) ?? false, priority: 1 },
      ],
    },
  };
}

/**
 * Builds beside what is there and takes its place at the end: `npx news` builds at its first call,
 * and the program may be running, or its tests, from the same folder.
 */
async function buildProgram(): Promise<void> {
  const [dist, next, old] = ['dist', 'dist.next', 'dist.old'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const clear = (folder: string): void => rmSync(folder, { recursive: true, force: true });
  clear(next);
  await build({
    ...input,
    input: { main: 'src/main.ts', 'parse-worker': 'src/commands/parse-worker.ts' },
    plugins: [lighter, leanBuiltins],
    output: { ...(await chunks()), dir: next },
  });
  clear(old);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  clear(old);
}

if (import.meta.main) await buildProgram();

// Bundles src/ into dist/: one entry, and a chunk for each part that only some commands load. They are
// scripts rather than modules: only of a script can V8's code be kept as it is once it has run.

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InputOptions, type OutputOptions, type Plugin } from 'rolldown';
import { WASM } from '../src/pictures/decode/wasm.ts';
import { RULES } from '../src/speech/said-formula.ts';
import { PROGRAMS } from '../src/thread.ts';
import { type PatternDefinition, packPatterns } from '../src/typeset/prepare/hyphen-patterns.ts';
import { stubs } from './stubs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What speech-rule-engine asks of the system: a DOM, XPath, and no files. */
const SPEECH_SYSTEM = `import * as xmldom from '@xmldom/xmldom';
import wgx from 'wicked-good-xpath';
const window = { document: {}, XPathResult: {} };
wgx.install(window);
window.document.XPathResult = window.XPathResult;
export class SystemExternal {
  static windowSupported = false;
  static documentSupported = false;
  static xmldom = xmldom;
  static document = new xmldom.DOMImplementation().createDocument('', '', 0);
  static xpath = window.document;
  static fs = null;
  static url = '';
  static jsonPath = '';
  static extRequire() { return null; }
  static nodeRequire() { return null; }
}`;

/**
 * Modules that packages import whole and this program pays for at every start, each replaced by the
 * little that is used of it.
 */
const lighter: Plugin = {
  name: 'lighter',
  resolveId(id, importer) {
    if (id.endsWith('/exact-width.ts'))
      return join(root, 'src/typeset/text/exact-width.bundled.ts');
    if (id.endsWith('/layout-engine.ts') || id === 'yoga-layout') {
      return join(root, 'src/tui/ink/layout-engine.bundled.ts');
    }
    if (id.endsWith('/rule-engine.ts')) return join(root, 'src/speech/rule-engine.bundled.ts');
    // It would look for its parts by names that are only known when it runs.
    if (id.endsWith('/system_external.js')) return '\0speech-system';
    if (id === 'string-width' && importer?.includes('/node_modules/')) {
      return join(root, 'src/tui/ink/ink-width.ts');
    }
    // linkedom would draw on a canvas, had it one.
    if (id.endsWith('/canvas.cjs') && importer?.includes('/linkedom/')) return '\0no-canvas';
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
    if (id === '\0no-canvas') {
      return 'export default { createCanvas: () => ({ getContext: () => null }) };';
    }
    if (id === '\0speech-system') return SPEECH_SYSTEM;
    if (id === '\0no-colors') return 'export default { stdout: false, stderr: false };';
    return id === '\0no-assert' ? 'module.exports = { equal() {} };' : null;
  },
  transform(code, id) {
    // Yoga would fetch its own data: address, and Node's fetch brings HTTP, TLS and more (60 ms);
    // without fetch it decodes the text that it has.
    if (id.endsWith('/yoga-wasm-base64-esm.js')) {
      return `const fetch = undefined;\n${code.replaceAll('import.meta.url', "''")}`;
    }
    // Two things that only Ink's own developers have, and that it would wait for at its top.
    if (id.endsWith('/ink/build/reconciler.js')) {
      return code
        .replaceAll("await import('./devtools.js')", '{}')
        .replaceAll('await loadPackageJson()', '{}')
        .replaceAll(/import\.meta\.(?:resolve|url)/g, 'String');
    }
    const isInks =
      /\/node_modules\/(?:ink|ansi-tokenize|cli-truncate|slice-ansi|wrap-ansi)\/[^/]+(?:\/[^/]+)?$/;
    if (!isInks.test(id) || !code.includes('Intl.Segmenter')) return null;
    const own = JSON.stringify(join(root, 'src/tui/ink/ink-segmenter.ts'));
    const light = code.replace(/new Intl\.Segmenter\([^)]*\)/g, 'lightSegmenter');
    return `import { segmenter as lightSegmenter } from ${own};\n${light}`;
  },
};

/**
 * Hyphenation patterns packed, and emoji names as JSON in a text: of a literal, the German patterns took V8
 * 40 ms to make, and packing them at each start would take longer than setting a page.
 */
const data: Plugin = {
  name: 'data',
  transform(code, id) {
    if (id.endsWith('/emojilib/emojis.json')) {
      const entries = Object.entries<{ readonly char?: string | null }>(JSON.parse(code));
      const signs = Object.fromEntries(entries.map(([name, { char }]) => [name, { char }]));
      return { code: `export default ${fromJson(signs)};`, moduleType: 'js' };
    }
    if (!/\/hyphen\/patterns\/[^/]+\.js$/.test(id)) return null;
    const packed = packPatterns(createRequire(id)(id) as PatternDefinition);
    return `export default ${fromJson(packed)};`;
  },
};

const fromJson = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** A bundle of ASCII alone: in memory, a text with one sign beyond Latin-1 takes two bytes for each. */
const ascii: Plugin = {
  name: 'ascii',
  generateBundle: (_, bundle) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replace(
        /[\u0080-\uffff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** How source becomes program; the standalone build and the tests use the same. */
export const input: InputOptions = {
  cwd: root,
  input: { main: 'src/main.ts' },
  platform: 'node',
  resolve: { alias: stubs },
  plugins: [lighter, data, ascii],
  transform: { define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '""' } },
  experimental: { attachDebugInfo: 'none' },
};

export const output: OutputOptions = {
  dir: 'dist',
  format: 'cjs',
  strict: true,
  dynamicImportInCjs: false,
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
};

/** The modules that each of `entries` (paths below the project) loads at once, itself included. */
async function loadedAtOnce(entries: readonly string[]): Promise<readonly ReadonlySet<string>[]> {
  const imports = new Map<string, readonly string[]>();
  const watch: Plugin = {
    name: 'watch',
    moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
  };
  await build({ ...input, plugins: [input.plugins, watch], output, write: false });
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
  const [start, page] = await loadedAtOnce(['src/main.ts', 'src/commands/reading/read.ts']);
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
    input: {
      main: 'src/main.ts',
      ...Object.fromEntries(
        Object.entries(PROGRAMS).map(([name, path]) => [name, path.replace('./', 'src/')]),
      ),
    },
    output: { ...(await chunks()), dir: next },
  });
  // Compiled decoders of pictures lie beside the program.
  mkdirSync(join(next, 'wasm'));
  for (const [name, place] of Object.entries(WASM)) {
    copyFileSync(join(root, 'node_modules', place), join(next, 'wasm', name));
  }
  // So do the rules by which formulas are said.
  mkdirSync(join(next, 'speech'));
  for (const name of RULES) {
    const rules = join(root, 'node_modules/speech-rule-engine/lib/mathmaps', `${name}.json`);
    copyFileSync(rules, join(next, 'speech', `${name}.json`));
  }
  clear(old);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  clear(old);
}

if (import.meta.main) await buildProgram();

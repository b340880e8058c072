// Compiles the program into one executable file that needs no Node, with Bun (pinned, run through
// npx): `npm run build:standalone [-- TARGET…]`; a target is linux-x64, linux-arm64, darwin-x64,
// darwin-arm64 or windows-x64, and without one it is this machine.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { input } from './build.ts';
import { compile } from './bun.ts';

/**
 * Without bytecode, or in one piece (without splitting), a start takes half as long again: what a command
 * does not load is then read all the same. Most functions run a few times only, and compiling them to
 * machine code takes longer than it saves: code has to be three times as warm as Bun would have it. A text
 * of 10 MB hardly takes longer for it (3 %; at ten times, 12 %).
 */
const FLAGS = ['--bytecode', '--format=esm', '--splitting', '--minify', '--compile-jit-policy=3'];
const root = fileURLToPath(new URL('..', import.meta.url));

/** The modules `bundled-articles` and `bundled-article-files`: every file below articles/, by path. */
const bundledArticles: Plugin = {
  name: 'bundled-articles',
  resolveId: (id) => (/^bundled-article/.test(id) ? `\0${id}` : null),
  load(id) {
    if (!id.startsWith('\0bundled-article')) return null;
    const folder = join(root, 'articles');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]);
    if (id === '\0bundled-article-files') return `export const files = ${JSON.stringify(files)};`;
    const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
    return `export const hash = '${hash}';`;
  },
};

const targets = process.argv.slice(2);
const folder = join(root, 'dist', 'standalone');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await build({
  ...input,
  input: { news: 'src/standalone.ts' },
  plugins: [input.plugins, bundledArticles],
  output: { dir: join(folder, 'bundle'), format: 'esm', minify: true },
});
for (const target of targets.length > 0 ? targets : [undefined]) {
  const name = target === undefined ? 'news' : `news-${target}`;
  compile(join(folder, 'bundle', 'news.js'), join(folder, name), { target, flags: FLAGS });
}
rmSync(join(folder, 'bundle'), { recursive: true, force: true });

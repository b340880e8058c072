// Compiles the program into one executable file that needs no Node, with Bun (pinned, run through
// npx): `npm run build:standalone [-- TARGET…]`; a target is linux-x64, linux-arm64, darwin-x64,
// darwin-arm64 or windows-x64, and without one it is this machine.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { input, output } from './build.ts';

const BUN = 'bun@1.4.5';
const root = fileURLToPath(new URL('.', import.meta.url));

/** The module `bundled-articles`: every file below articles/, by path. */
const bundledArticles: Plugin = {
  name: 'bundled-articles',
  resolveId: (id) => (id === 'bundled-articles' ? '\0bundled-articles' : null),
  load(id) {
    if (id !== '\0bundled-articles') return null;
    const folder = join(root, 'articles');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]);
    const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
    return `export default ${JSON.stringify({ hash, files })};`;
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
  output: { ...output, dir: join(folder, 'bundle') },
});
for (const target of targets.length > 0 ? targets : [undefined]) {
  const name = target === undefined ? 'news' : `news-${target}`;
  execFileSync(
    'npx',
    [
      '--yes',
      BUN,
      'build',
      '--compile',
      '--bytecode',
      '--format=esm',
      '--minify',
      ...(target === undefined ? [] : [`--target=bun-${target}`]),
      '--outfile',
      join(folder, name),
      join(folder, 'bundle', 'news.js'),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  );
}
rmSync(join(folder, 'bundle'), { recursive: true, force: true });

// The program as npm installs it, under other versions of Node: `npm run build`, then
// `node tests/installed.ts`, or `node tests/installed.ts 22 26 tests/cli` for some versions and tests.
// Packs what npm would publish, installs it into an empty prefix with each Node (fetched from npm), and
// runs the tests of the built program against what stands there.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from './support/program.ts';

const words = process.argv.slice(2);
const isVersion = (word: string): boolean => /^\d+(?:\.\d+)*$/.test(word);
const asked = words.filter(isVersion);
const versions = asked.length > 0 ? asked : ['22.16', '24', '26'];
const chosen = words.filter((word) => !isVersion(word));
const tests =
  chosen.length > 0 ? chosen : ['tests/cli', 'tests/pty', 'tests/guide', 'tests/faults'];

const folder = mkdtempSync(join(tmpdir(), 'news-installed-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** npm under the Node that stands first on `path`; `home` is empty before. */
function npm(home: string, path: string, ...args: readonly string[]): string {
  mkdirSync(home, { recursive: true });
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, PATH: path, npm_config_cache: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A folder with the given version of Node in it, to stand first on the path. */
function fetchNode(version: string): string {
  const place = join(folder, `node-${version}`);
  mkdirSync(place);
  // npm asks before it lets a package run a script; this one puts the binary in its place.
  writeFileSync(join(place, 'package.json'), '{"allowScripts": {"node": true}}\n');
  npm(join(folder, 'home'), own, 'install', '--prefix', place, `node@${version}`);
  return join(place, 'node_modules', 'node', 'bin');
}

const own = process.env['PATH'] ?? '';
const [packed] = JSON.parse(
  npm(
    join(folder, 'home'),
    own,
    ...['pack', ROOT, '--json', '--ignore-scripts', '--pack-destination', folder],
  ),
) as [{ readonly filename: string; readonly size: number }];

let failed = false;
for (const version of versions) {
  const path = `${fetchNode(version)}${delimiter}${own}`;
  const prefix = join(folder, `prefix-${version}`);
  const tarball = join(folder, packed.filename);
  npm(join(folder, `home-${version}`), path, 'install', '--global', '--prefix', prefix, tarball);
  const node = execFileSync('node', ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
  const files = readdirSync(prefix, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
    0,
  );
  console.log(
    `Node ${node.trim()}: ${packed.size} bytes fetched, ${bytes} bytes in ${files.length} files`,
  );
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...tests],
    {
      cwd: ROOT,
      env: { ...process.env, PATH: path, NEWS_BIN: join(prefix, 'bin', 'news') },
      stdio: 'inherit',
    },
  );
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

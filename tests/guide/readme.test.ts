// The README as someone types it who has installed the package a minute ago: every command in order, in
// an empty home, in one shell.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, scrubbed } from '../support/program.ts';
import { stepsOf } from './blocks.ts';

const folder = mkdtempSync(join(tmpdir(), 'news-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

function npm(...args: readonly string[]): string {
  const more = ['--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
  return execFileSync('npm', [...args, ...more], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_config_cache: join(folder, 'cache'),
      npm_config_loglevel: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Installs what npm would publish into an empty prefix; the folder of its programs. */
function installed(): string {
  const [packed] = JSON.parse(npm('pack', ROOT, '--json', '--pack-destination', folder)) as [
    { readonly filename: string },
  ];
  const prefix = join(folder, 'prefix');
  npm('install', '--global', '--prefix', prefix, join(folder, packed.filename));
  return join(prefix, 'bin');
}

/** Programs that a machine may lack. */
function standIns(): string {
  const place = join(folder, 'tools');
  mkdirSync(place);
  const jq = `exec '${process.execPath}' --no-warnings '${join(ROOT, 'tests', 'guide', 'jq.ts')}' "$@"`;
  for (const [name, script] of Object.entries({ fzf: 'tail -1', jq })) {
    writeFileSync(join(place, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(place, name), 0o755);
  }
  return place;
}

describe.skipIf(process.platform === 'win32')('the README', () => {
  it('works as it is typed, line by line, once the package is installed', () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    const path = [installed(), standIns(), dirname(process.execPath), process.env['PATH'] ?? ''];
    const commands = stepsOf(readme).flatMap((step) =>
      step.kind === 'command' ? [step.typed] : [],
    );
    expect(commands.length).toBeGreaterThan(8);
    // Each command's status behind a line of its own, as errors come in any case.
    const script = commands.map((line) => `${line}\nprintf '\\n<status %s>\\n' $?`).join('\n');
    const { stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-c', script], {
      cwd: home,
      encoding: 'utf8',
      env: { ...scrubbed(home), PATH: path.join(delimiter) },
    });
    const statuses = [...stdout.matchAll(/^<status (\d+)>$/gm)].map((match) => match[1]);
    const failed = commands.filter((_, index) => statuses[index] !== '0');
    expect({ failed, stderr }).toEqual({ failed: [], stderr: '' });
  }, 120_000);

  it('is read in a minute', () => {
    const prose = readme
      .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/`[^`\n]*`/g, '')
      .replace(/\]\([^)]*\)/g, ']');
    const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(words.length).toBeLessThanOrEqual(250);
  });
});

// Several processes at one cache and one journal, some of them killed at random moments.

import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { openHistory } from '../../src/history/history.ts';
import { makeLibrary, random } from '../support/library-maker.ts';
import { sandbox } from '../support/sandbox.ts';
import { scanLibrary } from '../support/scan-library.ts';

const WORKER = fileURLToPath(new URL('../support/catalog-worker.ts', import.meta.url));
const KILLS = 50;

interface Worker {
  readonly child: ChildProcess;
  readonly started: Promise<void>;
  /** Its whole lines once it has ended. */
  readonly ended: Promise<{ readonly lines: readonly string[]; readonly errors: string }>;
}

function work(...args: readonly string[]): Worker {
  const child = spawn(process.execPath, ['--no-warnings', WORKER, ...args]);
  let output = '';
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      resolve();
    });
    child.on('close', () => resolve());
  });
  const ended = new Promise<{ readonly lines: readonly string[]; readonly errors: string }>(
    (resolve) => {
      child.on('close', () => resolve({ lines: output.split('\n').slice(0, -1), errors }));
    },
  );
  return { child, started, ended };
}

it('answers the truth and loses no finished event while others are killed', {
  timeout: 900_000,
}, async () => {
  const folder = sandbox();
  const [root, cache, journal] = [
    join(folder, 'root'),
    join(folder, 'cache'),
    join(folder, 'history'),
  ];
  makeLibrary(root, { articles: 120, perSeries: 30, seed: 5 });
  const next = random(11);
  const events: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const series = readdirSync(root);
    const target = join(root, series[kill % series.length] ?? '');
    for (const file of readdirSync(target).slice(0, 12)) {
      if (file.endsWith('.md'))
        writeFileSync(join(target, file), `# Abbau ${kill}\n\n${'Wort '.repeat(400)}`);
    }
    if (kill % 5 === 0) rmSync(cache, { recursive: true, force: true });
    const victim = work(root, cache, journal, 'one', '1000');
    const survivor = work(root, cache, journal, 'one', '2');
    await victim.started;
    await new Promise((resolve) => setTimeout(resolve, next() * 250));
    victim.child.kill('SIGKILL');
    const [dead, alive] = await Promise.all([victim.ended, survivor.ended]);
    expect(alive.errors).toBe('');
    const { cards } = await scanLibrary([root]);
    const answers = [...dead.lines, ...alive.lines].filter((line) => line.startsWith('answer '));
    expect(answers.length).toBeGreaterThanOrEqual(2);
    for (const answer of answers) {
      expect(JSON.parse(answer.slice('answer '.length)).cards).toEqual(cards);
    }
    expect(
      new Set(answers.map((answer) => JSON.stringify(JSON.parse(answer.slice(7)).hits))).size,
    ).toBe(1);
    events.push(...[...dead.lines, ...alive.lines].filter((line) => line.startsWith('event ')));
  }
  const catalog = await openCatalog({ roots: [root], cacheFolder: cache });
  expect(await catalog.list()).toEqual((await scanLibrary([root])).cards);
  catalog.close();
  const { readings } = openHistory({ folder: journal, now: () => new Date() }).state();
  const last = new Map(
    events.map((line) => [line.split(' ')[1] ?? '', Number(line.split(' ')[2])]),
  );
  expect(last.size).toBeGreaterThan(KILLS);
  for (const [id, share] of last) expect(readings.get(id)?.share, id).toBeGreaterThanOrEqual(share);
});

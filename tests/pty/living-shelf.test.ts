// What comes into the library, or goes, while its shelf is on the screen.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { run, scrubbed } from '../support/program.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { type ReaderHome, readerHome, shortSeries } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const current = (): string => terminal.lines().find((line) => line.startsWith(' ›')) ?? '';

it('shows a file that comes and one that goes, the cursor staying on its article', async () => {
  home = readerHome(shortSeries(3));
  terminal = home.open();
  await terminal.until('Artikel 3');
  terminal.type('j');
  await terminal.until(() => current().includes('Artikel 2'));
  home.write('reihe/00-neu.md', '# Ganz neu\n\nText.\n');
  await terminal.until('Ganz neu');
  expect(current()).toContain('Artikel 2');
  rmSync(join(home.library, 'reihe', '01-artikel.md'));
  await terminal.until(() => !terminal.text().includes('Artikel 1'));
  expect(current()).toContain('Artikel 2');
  home.write('andere/01-erste.md', '# In neuer Reihe\n\nText.\n');
  await terminal.until('In neuer Reihe');
  expect(current()).toContain('Artikel 2');
  // The article under the cursor gives its place to the one after it.
  rmSync(join(home.library, 'reihe', '02-artikel.md'));
  await terminal.until(() => current().includes('Artikel 3'));
});

it('shows what another process adds, first to a folder that was not there, and places it in an open series', async () => {
  home = readerHome();
  terminal = home.open();
  await terminal.until('Klarna will mit KI');
  const add = async (name: string, title: string): Promise<void> => {
    const file = join(home.path, name);
    writeFileSync(file, `# ${title}\n\nText von ${title}.\n`);
    const { status } = await run(['add', file], { env: scrubbed(home.path), cwd: home.path });
    expect(status).toBe(0);
    // What the other process has written into the cache it shares is no reason not to look.
    await run(['list'], { env: scrubbed(home.path), cwd: home.path });
  };
  const before = current();
  await add('eins.md', 'Von nebenan');
  await terminal.until('Von nebenan');
  expect(current().trim()).toBe(before.trim());
  terminal.type('/nebenan\r');
  await terminal.until('Text von Von nebenan');
  await add('zwei.md', 'Noch einer');
  await terminal.until('von 2');
});

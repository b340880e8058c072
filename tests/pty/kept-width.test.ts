// The width that the reader's keys set: a line of the config file.

import { chmodSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { command, run, scrubbed } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';
import { longArticle, type ReaderHome, readerHome } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const open = async (args: readonly string[] = []): Promise<void> => {
  terminal = home.open({ args: ['lang', ...args], columns: 120 });
  await terminal.until('Absatz 1.');
};
async function press(keys: string, wanted: string): Promise<void> {
  terminal.type(keys);
  await terminal.until(wanted);
}

it('is kept in the config file beside what stands there, shown with its place, and used next time', async () => {
  home = readerHome({ 'reihe/01-lang.md': longArticle() });
  const config = join(home.path, '.config', 'news', 'config.yaml');
  const own = join(home.path, 'dotfiles.yaml');
  home.config('');
  rmSync(config);
  writeFileSync(own, '# my own\ntheme: mono   # calm\n');
  chmodSync(own, 0o644);
  symlinkSync(own, config);
  await open();
  await press('+', 'Textbreite 76');
  await press('+', 'Textbreite 80');
  await terminal.leave();
  expect(readFileSync(config, 'utf8')).toBe('# my own\ntheme: mono   # calm\ntextWidth: 80\n');
  expect(readFileSync(own, 'utf8')).toBe(readFileSync(config, 'utf8'));
  expect(statSync(own).mode & 0o777).toBe(0o644);

  const env = { ...scrubbed(home.path), TERM: 'xterm-256color' };
  const tsv = (await run(['config'], { env, cwd: home.path })).stdout;
  expect(tsv).toMatch(/^textWidth\t80\tconfig file$/m);
  const [file, before] = command();
  terminal = openTerminal({ file, args: [...before, 'config'], env, cwd: home.path, rows: 60 });
  await terminal.until('without line 3 it is as usual again');

  await open(['--width', '60']);
  await press('-', 'Textbreite 56');
  await terminal.leave();
  await open();
  await press('+', 'Textbreite 60');
  await terminal.leave();
});

it('is used for this time where the config file can’t be written, which is said once', async () => {
  home = readerHome({ 'reihe/01-lang.md': longArticle() });
  writeFileSync(join(home.path, '.config'), 'a file where a folder should be');
  await open();
  await press('+', 'Diese Breite wird nicht behalten:');
  await press('+', 'Textbreite 80');
  expect((await terminal.leave()).code).toBe(0);
  expect(terminal.output().split('wird nicht behalten').length).toBe(2);
});

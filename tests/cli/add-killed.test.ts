import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isAsWritten } from '../../src/library/write/article-text.ts';
import { makeBook } from '../intake/epub/make-book.ts';
import { command, makeHome } from '../support/program.ts';

it('a book that was killed at any moment is whole files, and complete when it is added again', async () => {
  using home = makeHome();
  const files = Array.from({ length: 40 }, (_, at) => ({
    parts: [{ title: `Kapitel ${at + 1}`, html: `<p>${`Wort ${at} `.repeat(400)}</p>` }],
  }));
  const path = join(home.path, 'buch.epub');
  writeFileSync(path, makeBook({ version: 3, title: 'Buch', files }));
  const folder = join(home.path, '.local', 'share', 'news', 'articles', 'buch');
  const chapters = (): string[] => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith('.md'));
    } catch {
      return [];
    }
  };
  const [program, before] = command();
  // As many chapters as are to be there when it is killed.
  for (const count of [1, 9, 25]) {
    const adding = spawn(program, [...before, 'add', path], { env: home.env, stdio: 'ignore' });
    const ended = new Promise((done) => adding.once('exit', done));
    while (adding.exitCode === null && chapters().length < count)
      await new Promise((next) => setTimeout(next, 2));
    adding.kill('SIGKILL');
    await ended;
    for (const name of chapters())
      expect(isAsWritten(readFileSync(join(folder, name), 'utf8')), name).toBe(true);
  }
  const again = await home.run(['add', path]);
  expect([again.status, again.stderr]).toEqual([0, '']);
  expect(chapters()).toHaveLength(40);
});

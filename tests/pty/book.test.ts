import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeBook } from '../intake/epub/make-book.ts';
import { KEYS } from '../support/keys.ts';
import { makeHome } from '../support/program.ts';
import { readerHome } from './reader.ts';

const chapter = (number: number) => ({
  parts: [
    {
      title: `Kapitel ${number}`,
      html: `<h1>Kapitel ${number}</h1><p>Der Text von Kapitel ${number} steht hier.</p><h2>Abschnitt ${number}</h2><p>Und noch einer.</p>`,
    },
  ],
});

it('a book that was added opens at its first chapter, goes on to the next and shows its chapters', async () => {
  using home = readerHome();
  const book = join(home.path, 'buch.epub');
  writeFileSync(
    book,
    makeBook({ version: 3, title: 'Das Buch', files: [chapter(1), chapter(2), chapter(3)] }),
  );
  using adding = makeHome();
  const added = await adding.run(['add', book], { env: { HOME: home.path } });
  expect([added.status, added.stderr]).toEqual([0, '']);
  await using terminal = home.open({ args: ['das-buch/1'], columns: 80, rows: 24 });
  await terminal.until('Der Text von Kapitel 1 steht hier.');
  terminal.type(KEYS.right);
  await terminal.until('Der Text von Kapitel 2 steht hier.');
  terminal.type('t');
  await terminal.until('Abschnitt 2');
  terminal.type(KEYS.escape);
  terminal.type(KEYS.left);
  await terminal.until('Der Text von Kapitel 1 steht hier.');
  terminal.type(KEYS.escape);
  await terminal.until(() =>
    [1, 2, 3].every((number) =>
      terminal.lines().some((line) => line.includes(`Kapitel ${number}`)),
    ),
  );
});

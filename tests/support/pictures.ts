// Pictures of the built program, from its real screen: `npm run pictures` writes an article at the
// prompt and the full-screen reader's scenes into .github/pictures/, for the README.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from './keys.ts';
import { command, ROOT, scrubbed } from './program.ts';
import { type ScreenCell, screenPicture } from './screen-picture.ts';
import { openTerminal } from './terminal.ts';

type Cells = readonly (readonly ScreenCell[])[];

const LOOKS = ['dark', 'light'] as const;
const SIZES = [
  [80, 24],
  [40, 12],
] as const;

/** Scenes of the reader, each with the keys that lead to it from the bundled Klarna article. */
const SCENES: readonly {
  readonly name: string;
  readonly title: string;
  readonly keys: readonly string[];
}[] = [
  { name: 'reader', title: 'An article in the full-screen reader', keys: [] },
  { name: 'contents', title: 'The contents of an article', keys: ['t'] },
  { name: 'find', title: 'Finding in an article', keys: ['/klarna', KEYS.enter, 'n'] },
  {
    name: 'note',
    title: 'A footnote',
    // Where the screen is small, its mark has to be brought there first.
    keys: ['/nicht.', KEYS.enter, KEYS.escape, KEYS.tab, KEYS.enter],
  },
  { name: 'help', title: 'The keys', keys: ['?'] },
  { name: 'shelf', title: 'The shelf', keys: [KEYS.escape] },
];

/** Runs a command in an empty home and a terminal of its own; resolves to its screen, blank rows at the end left out. */
export async function pictureOf(
  file: string,
  args: readonly string[],
  size: readonly [columns: number, rows: number],
  env: Readonly<Record<string, string>> = {},
): Promise<Cells> {
  const home = mkdtempSync(join(tmpdir(), 'news-pictures-'));
  const [columns, rows] = size;
  const terminal = openTerminal({
    file,
    args,
    env: { ...scrubbed(home), LANG: 'en_US.UTF-8', TERM: 'xterm-256color', ...env },
    cwd: home,
    columns,
    rows,
  });
  await terminal.exit;
  await terminal.settled();
  const cells = terminal.cells();
  await terminal[Symbol.asyncDispose]();
  rmSync(home, { recursive: true, force: true });
  return cells.slice(0, cells.findLastIndex((row) => row.some(({ text }) => text !== ' ')) + 1);
}

/** Text as cells, for a line that the program did not print. */
export const typedCells = (text: string, look: Partial<ScreenCell> = {}): readonly ScreenCell[] =>
  Array.from(text, (character) => ({ text: character, width: 1, ...look }));

async function readPicture(folder: string): Promise<void> {
  const [file, before] = command();
  const shown = await pictureOf(file, [...before, 'read', 'klarna', '--no-pager'], [80, 200], {
    LANG: 'de_DE.UTF-8',
  });
  const prompt = [...typedCells('$ ', { dim: true }), ...typedCells('news read klarna')];
  // As much as the table and what follows it; the rest is more of the same.
  const cells = [prompt, ...shown.slice(0, 37)];
  const title = 'news read klarna: title, summary, table and footnotes on a calm page';
  for (const look of LOOKS) {
    const name = look === 'light' ? 'read.svg' : 'read-dark.svg';
    writeFileSync(join(folder, name), screenPicture(cells, { look, title }));
  }
}

async function scenePictures(folder: string, size: readonly [number, number]): Promise<void> {
  const [columns, rows] = size;
  for (const { name, title, keys } of SCENES) {
    const home = mkdtempSync(join(tmpdir(), 'news-pictures-'));
    const [file, args] = command();
    const terminal = openTerminal({
      file,
      args: [...args, 'tui', 'klarna'],
      env: { ...scrubbed(home), LANG: 'de_DE.UTF-8', TERM: 'xterm-256color' },
      cwd: home,
      columns,
      rows,
    });
    await terminal.until('Klarna');
    await terminal.settled();
    for (const key of keys) {
      const before = terminal.output().length;
      terminal.type(key);
      await terminal.until(() => terminal.output().length > before, `something after ${name}`);
      await terminal.settled();
    }
    for (const look of LOOKS) {
      writeFileSync(
        join(folder, `${name}-${columns}x${rows}-${look}.svg`),
        screenPicture(terminal.cells(), { look, title }),
      );
    }
    terminal.type(KEYS.ctrlC);
    await terminal.exit;
    await terminal[Symbol.asyncDispose]();
    rmSync(home, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const folder = join(ROOT, '.github', 'pictures');
  mkdirSync(folder, { recursive: true });
  await readPicture(folder);
  for (const size of SIZES) await scenePictures(folder, size);
}

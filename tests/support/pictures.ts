// Pictures of the built full-screen reader, from its real screen:
// `node tests/support/pictures.ts FOLDER [de|en]` writes an SVG a scene, size and look.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from './keys.ts';
import { command, scrubbed } from './program.ts';
import { screenPicture } from './screen-picture.ts';
import { openTerminal } from './terminal.ts';

const folder = process.argv[2] ?? 'pictures';
const language = process.argv[3] ?? 'de';
mkdirSync(folder, { recursive: true });

/** Scenes, each with the keys that lead to it from the bundled Klarna article. */
const SCENES: readonly {
  readonly name: string;
  readonly title: string;
  readonly keys: readonly string[];
}[] = [
  { name: 'reader', title: 'An article', keys: [] },
  { name: 'contents', title: 'The contents of an article', keys: ['t'] },
  { name: 'find', title: 'Finding in an article', keys: ['/klarna', KEYS.enter, 'n'] },
  { name: 'note', title: 'A footnote', keys: [KEYS.tab, KEYS.enter] },
  { name: 'help', title: 'The keys', keys: ['?'] },
  { name: 'shelf', title: 'The shelf', keys: [KEYS.escape] },
];

for (const [columns, rows] of [
  [80, 24],
  [40, 12],
] as const) {
  for (const { name, title, keys } of SCENES) {
    const home = mkdtempSync(join(tmpdir(), 'news-pictures-'));
    const [file, before] = command();
    const env = {
      ...scrubbed(home),
      LANG: `${language === 'de' ? 'de_DE' : 'en_US'}.UTF-8`,
      TERM: 'xterm-256color',
    };
    const terminal = openTerminal({
      file,
      args: [...before, 'tui', 'klarna'],
      env,
      cwd: home,
      columns,
      rows,
    });
    await terminal.until('Klarna');
    await terminal.settled();
    for (const key of keys) {
      terminal.type(key);
      await terminal.settled();
    }
    for (const look of ['dark', 'light'] as const) {
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

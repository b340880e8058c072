// The picture at the top of the README, from the real page: node tests/guide/picture.ts

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, ROOT, scrubbed } from '../support/program.ts';
import { screenPicture } from '../support/screen-picture.ts';
import { openTerminal } from '../support/terminal.ts';

/** Lines of the page: title, summary, some text, the table. */
const ROWS = 32;
const folder = join(ROOT, '.github', 'pictures');
const home = mkdtempSync(join(tmpdir(), 'news-picture-'));
const [file, before] = command();
const news = [file, ...before].map((word) => `'${word}'`).join(' ');

await using terminal = openTerminal({
  file: 'bash',
  args: ['-c', `${news} read klarna --color always | head -n ${ROWS}`],
  env: { ...scrubbed(home), LANG: 'de_DE.UTF-8', TERM: 'xterm-256color' },
  cwd: home,
  columns: 80,
  rows: ROWS + 1,
});
await terminal.exit;
await terminal.settled();
mkdirSync(folder, { recursive: true });
for (const look of ['light', 'dark'] as const) {
  const title = 'An article in the terminal: title, summary, text and a table on a calm page';
  const name = look === 'light' ? 'read.svg' : 'read-dark.svg';
  const picture = screenPicture(terminal.cells().slice(0, ROWS), { look, title });
  writeFileSync(join(folder, name), picture);
}
rmSync(home, { recursive: true, force: true });

// Reading aloud on the screen, with an engine that writes down what it is given and speaks until it is told to end.

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../support/alive.ts';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { type ReaderHome, readerHome } from './reader.ts';

const PAGE = `---
title: Vom Hören
lang: de
---

Der erste Satz steht hier. Der zweite folgt, z. B. mit Abkürzung. Ein dritter kommt dazu.

${'Füllung steht hier für sich. '.repeat(60)}

Der letzte Absatz beginnt.

\`\`\`js
const a = 1;
\`\`\`
`;

let home: ReaderHome;
let terminal: TestTerminal;
let engine: string;

const open = async (env: Record<string, string> = {}): Promise<void> => {
  terminal = home.open({
    args: ['hören'],
    columns: 80,
    rows: 16,
    env: { NEWS_SPEECH: engine, ...env },
  });
  await terminal.until('Der erste Satz');
};
beforeEach(() => {
  home = readerHome({ 'reihe/01-hören.md': PAGE });
  engine = join(home.path, 'engine.sh');
  // Says a sentence until the file `next` is there, and takes that away.
  writeFileSync(
    engine,
    `#!/bin/sh
echo $$ > ${home.path}/pid
cat >> ${home.path}/said
echo "$NEWS_SPEECH_LANG $NEWS_SPEECH_RATE" >> ${home.path}/how
while [ ! -e ${home.path}/next ]; do sleep 0.02; done
rm ${home.path}/next
`,
  );
  chmodSync(engine, 0o755);
});
afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const said = (): string[] =>
  existsSync(join(home.path, 'said'))
    ? readFileSync(join(home.path, 'said'), 'utf8').trimEnd().split('\n')
    : [];
const goOn = (): void => writeFileSync(join(home.path, 'next'), '');
/** What is marked on the screen, as the current hit is. */
const marked = (): string =>
  terminal
    .cells()
    .map((row) =>
      row
        .flatMap(({ text, inverse, bold }) => (inverse && bold ? [text || ' '] : []))
        .join('')
        .trim(),
    )
    .filter((row) => row !== '')
    .join(' ');
const speaking = (): number => Number(readFileSync(join(home.path, 'pid'), 'utf8'));
const silent = (pid: number): Promise<void> =>
  terminal.until(() => !isAlive(pid), 'the engine has ended');

describe.skipIf(process.platform === 'win32')('reading aloud on the screen', () => {
  it('marks each sentence as it is said, skips by the arrows, and stops at once', async () => {
    await open();
    terminal.type('a');
    await terminal.until(() => said().length === 1, 'the title is said');
    goOn();
    await terminal.until(() => marked() === 'Der erste Satz steht hier.');
    goOn();
    await terminal.until(() => marked() === 'Der zweite folgt, z. B. mit Abkürzung.');
    terminal.type(KEYS.right);
    await terminal.until(() => marked() === 'Ein dritter kommt dazu.');
    terminal.type(KEYS.left);
    await terminal.until(() => marked() === 'Der zweite folgt, z. B. mit Abkürzung.');
    await terminal.until(() => said().at(-1)?.startsWith('Der zweite') === true);
    terminal.type('+');
    await terminal.until(() => readFileSync(join(home.path, 'how'), 'utf8').endsWith('de 1.25\n'));
    const pid = speaking();
    terminal.type('a');
    await terminal.until(() => marked() === '');
    await silent(pid);
    expect(said().at(-1)).toMatch(/^Der zweite/);
    // Keys are those of the reader again.
    terminal.type('t');
    await terminal.until('Inhalt');
  });

  it('keeps the sentence in view, begins at the top of the screen, and ends with the article', async () => {
    await open();
    terminal.type('a');
    await terminal.until(() => said().length === 1);
    for (let skips = 0; skips < 64; skips++) terminal.type(KEYS.right);
    await terminal.until(() => marked() === 'Der letzte Absatz beginnt.');
    expect(terminal.text()).toContain('Der letzte Absatz beginnt.');
    goOn();
    await terminal.until(() => said().at(-1)?.startsWith('Programmtext') === true, 'code is named');
    await terminal.until(() => marked().includes('const a = 1;'));
    goOn();
    await terminal.until(() => marked() === '');
    terminal.type(KEYS.home);
    await terminal.until('Der erste Satz');
    for (let lines = 0; lines < 9; lines++) terminal.type('j');
    await terminal.until(() => !terminal.text().includes('Der erste Satz'));
    terminal.type('a');
    await terminal.until(() => marked() === 'Füllung steht hier für sich.');
  });

  it.each(['q', 'SIGTERM', 'SIGHUP', 'ctrl-c'])(
    'leaves nothing running after %s, and the terminal whole',
    async (how) => {
      await open();
      terminal.type('a');
      await terminal.until(() => said().length === 1 && existsSync(join(home.path, 'pid')));
      const pid = speaking();
      if (how.startsWith('SIG')) terminal.kill(how as NodeJS.Signals);
      else terminal.type(how === 'q' ? 'q' : '\u0003');
      await terminal.exit;
      await silent(pid);
      expect(terminal.isAlternate()).toBe(false);
      expect(terminal.isCursorShown()).toBe(true);
    },
  );

  it('says in a line that an engine is missing, fails or was killed, and reads on', async () => {
    await open({ NEWS_SPEECH: '', PATH: join(home.path, 'nothing') });
    terminal.type('a');
    await terminal.until('kein Programm, das sprechen kann');
    terminal.type('j');
    await terminal.until(() => !terminal.text().includes('kein Programm'));
    await terminal.leave();
    await terminal[Symbol.asyncDispose]();
    await open({ NEWS_SPEECH: 'echo Kaputt >&2; exit 3' });
    terminal.type('a');
    await terminal.until('kann nicht sprechen: Kaputt');
    await terminal.leave();
    await terminal[Symbol.asyncDispose]();
    await open();
    terminal.type('a');
    await terminal.until(() => said().length > 0);
    process.kill(speaking(), 'SIGKILL');
    await terminal.until(/kann nicht sprechen: (?:SIGKILL|Killed|137)/);
    terminal.type('t');
    await terminal.until('Inhalt');
  });
});

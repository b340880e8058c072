import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';
import { longArticle, type ReaderHome, readerHome, shortSeries } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

/** The terminal as the shell left it: main screen, cursor shown, modes off, echo and lines on, nothing stray. */
async function expectRestored(): Promise<void> {
  await terminal.until('speed');
  await terminal.settled();
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorShown()).toBe(true);
  const output = terminal.output();
  for (const mode of ['2004', '1049', '2026', '1000', '1006']) {
    expect(output.lastIndexOf(`\u001b[?${mode}h`), mode).toBeLessThanOrEqual(
      output.lastIndexOf(`\u001b[?${mode}l`),
    );
  }
  const settings = terminal.text();
  expect(settings).toMatch(/[^-]icanon/);
  expect(settings).toMatch(/[^-]echo\b/);
  expect(settings).toMatch(/^\S*status=/m);
}

/** The reader's own process: the shell's child. */
async function readerPid(): Promise<number> {
  const { execFileSync } = await import('node:child_process');
  return Number(
    execFileSync('ps', ['-o', 'pid=', '--ppid', String(terminal.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')[0],
  );
}

describe('the terminal is given back', () => {
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
    home = readerHome({ ...shortSeries(3), 'reihe/04-lang.md': longArticle() });
    terminal = home.open({ args: ['reihe/2'], shell: true, rows: 40, env });
    await terminal.until('Text von 2.');
  };

  it('after q', async () => {
    await start();
    terminal.type('q');
    await expectRestored();
    expect(terminal.text()).toContain('status=0');
  });

  it('after Ctrl-C, with status 130', async () => {
    await start();
    terminal.type(KEYS.ctrlC);
    await expectRestored();
    expect(terminal.text()).toContain('status=130');
  });

  for (const [signal, status] of [
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    it(`after ${signal}, and the place is kept`, async () => {
      await start();
      process.kill(await readerPid(), signal);
      await expectRestored();
      expect(terminal.text()).toContain(`status=${status}`);
      await terminal[Symbol.asyncDispose]();
      terminal = home.open();
      await terminal.until('Artikel 2');
      expect(terminal.lines().find((line) => line.startsWith(' ›'))).toContain('Artikel 2');
    });
  }

  it('with the wheel reported, after q', async () => {
    home = readerHome({ 'reihe/01-lang.md': longArticle() });
    home.config('mouse: true\n');
    terminal = home.open({ args: ['lang'], shell: true, rows: 40 });
    await terminal.until('Absatz 0.');
    expect(terminal.output()).toContain('\u001b[?1000h');
    const before = terminal.lines()[2];
    terminal.type('\u001b[<65;10;10M');
    await terminal.until(() => terminal.lines()[2] !== before);
    terminal.type('q');
    await expectRestored();
  });

  it('without the wheel asked for, the mouse is left to the terminal', async () => {
    await start();
    terminal.type('q');
    await expectRestored();
    expect(terminal.output()).not.toContain('\u001b[?1000h');
  });

  it('when an editor fails, and the reader goes on and says so', async () => {
    await start({ EDITOR: 'sh -c "exit 3"' });
    terminal.type('e');
    await terminal.until('Der Editor ist gescheitert');
    expect(terminal.isAlternate()).toBe(true);
    terminal.type(KEYS.right);
    await terminal.until('Text von 3.');
    terminal.type('q');
    await expectRestored();
  });

  it('to an editor, and what it saved is shown at the same place', async () => {
    home = readerHome({ 'reihe/01-lang.md': longArticle() });
    const editor = join(home.path, 'editor');
    writeFileSync(
      editor,
      '#!/bin/sh\nstty -a | grep -o -- "-\\?icanon"\nsed -i "s/Absatz 59\\./Geändert 59./" "$1"\nsleep 0.2\n',
    );
    chmodSync(editor, 0o755);
    terminal = home.open({ args: ['lang'], shell: true, rows: 40, env: { VISUAL: editor } });
    await terminal.until('Absatz 0.');
    terminal.type('G');
    await terminal.until('Absatz 59.');
    const before = terminal.lines()[2];
    terminal.type('e');
    await terminal.until('Geändert 59.');
    expect(terminal.lines()[2]).toBe(before);
    expect(terminal.output()).toMatch(/\r\nicanon|[^-]icanon/);
    terminal.type('q');
    await expectRestored();
  });

  it('on Ctrl-Z, and fg comes back to the same screen', async () => {
    home = readerHome({ 'reihe/01-lang.md': longArticle() });
    terminal = home.open({ args: ['lang'], shell: 'interactive', rows: 40 });
    await terminal.until('ready> ');
    terminal.type('news\r');
    await terminal.until('Absatz 0.');
    terminal.type(' ');
    await terminal.until(() => !terminal.text().includes('Absatz 0.'));
    await terminal.settled();
    const before = terminal.text();
    terminal.type(KEYS.ctrlZ);
    await terminal.until(/Stopped|Angehalten/);
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isCursorShown()).toBe(true);
    terminal.type('stty -a\r');
    await terminal.until(/[^-]icanon/);
    terminal.type('fg\r');
    await terminal.until(() => terminal.isAlternate());
    await terminal.settled();
    expect(terminal.text()).toBe(before);
    terminal.type('g');
    await terminal.until('Absatz 0.');
    terminal.type('q');
    await terminal.until(() => !terminal.isAlternate());
    terminal.type('stty -a\r');
    await terminal.until(() => terminal.text().match(/[^-]icanon/g)?.length === 2);
    expect(terminal.text().match(/[^-]echo\b/g)).toHaveLength(2);
  });

  it('when something in the reader throws, and the error is told after', async () => {
    home = readerHome();
    const entry = join(import.meta.dirname, 'throwing-reader.ts');
    terminal = openTerminal({
      file: 'bash',
      args: ['-c', `'${process.execPath}' '${entry}'; printf 'status=%s\\n' $?; stty -a`],
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8' },
      rows: 40,
    });
    await terminal.until('Erste Zeile');
    terminal.type('-');
    await expectRestored();
    expect(terminal.text()).toContain('told: the page is broken');
    expect(terminal.text()).toContain('status=3');
  });
});

describe('resizing', () => {
  it('a hundred times in a second ends with the last size drawn right', async () => {
    home = readerHome({ 'reihe/01-lang.md': longArticle() });
    terminal = home.open({ args: ['lang'] });
    await terminal.until('Absatz 0.');
    for (let step = 0; step < 100; step++) {
      terminal.resize(40 + ((step * 37) % 120), 10 + ((step * 13) % 40));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    terminal.resize(64, 20);
    await terminal.until(() => /q Ende|Hilfe/.test(terminal.lines()[19] ?? ''));
    await terminal.settled();
    expect(terminal.lines()).toHaveLength(20);
    expect(terminal.lines()[0]).toMatch(/^ {2}[Rr]eihe/);
    expect(terminal.lines().filter((line) => line.includes('Hilfe'))).toHaveLength(1);
  });

  it('to something too small says so, and back shows the article again', async () => {
    home = readerHome({ 'reihe/01-lang.md': longArticle() });
    terminal = home.open({ args: ['lang'] });
    await terminal.until('Absatz 0.');
    terminal.resize(18, 5);
    await terminal.until('Zu klein');
    terminal.resize(80, 24);
    await terminal.until('Absatz 0.');
  });
});

describe('one key', () => {
  it('is one synchronized update that writes only rows that changed', async () => {
    home = readerHome(shortSeries(10));
    terminal = home.open();
    await terminal.until('Artikel 10');
    await terminal.settled();
    const before = terminal.output().length;
    const rows = terminal.lines();
    terminal.type(KEYS.down);
    await terminal.until(() => terminal.lines().some((line) => /^ › .*Artikel 2/.test(line)));
    await terminal.settled();
    const written = terminal.output().slice(before);
    expect(written.match(/\u001b\[\?2026h/g)).toHaveLength(1);
    expect(written.match(/\u001b\[\?2026l/g)).toHaveLength(1);
    expect(written).not.toMatch(/\u001b\[2J|\u001b\[J|\u001b\[0J/);
    expect(written).toContain('Artikel 1');
    expect(written).toContain('Artikel 2');
    expect(written).not.toMatch(/Artikel [3-9]/);
    expect(terminal.lines().filter((line, index) => line !== rows[index])).toHaveLength(2);
  });

  it('that does nothing writes nothing', async () => {
    home = readerHome(shortSeries(3));
    terminal = home.open();
    await terminal.until('Artikel 3');
    await terminal.settled();
    const before = terminal.output().length;
    terminal.type('x');
    await terminal.settled();
    expect(terminal.output().length).toBe(before);
  });
});

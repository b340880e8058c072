// The built program's full-screen reader in a terminal, with a home and a library of its own.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, scrubbed } from '../support/program.ts';
import { openTerminal, type TestTerminal } from '../support/terminal.ts';

export interface ReaderRun {
  /** Arguments after `tui`. */
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Runs the reader in a shell that says how it ended, with the terminal's settings afterwards; or an
   * interactive shell in which `news` is the reader.
   */
  readonly shell?: boolean | 'interactive';
}

/** A home with a library of its own in it, gone with `dispose`. */
export interface ReaderHome extends Disposable {
  readonly path: string;
  readonly library: string;
  /** Writes a file of the library, `reihe/01-eins.md`. */
  write(file: string, text: string): string;
  config(text: string): void;
  open(run?: ReaderRun): TestTerminal;
}

export function readerHome(files: Readonly<Record<string, string>> = {}): ReaderHome {
  const path = mkdtempSync(join(tmpdir(), 'news-pty-'));
  const library = join(path, 'library');
  const put = (file: string, text: string): string => {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const home: ReaderHome = {
    path,
    library,
    write: (file, text) => put(join(library, file), text),
    config: (text) => void put(join(path, '.config', 'news', 'config.yaml'), text),
    open({ args = [], columns, rows, env = {}, shell = false } = {}) {
      const [file, before] = command();
      const own = Object.keys(files).length === 0 ? [] : ['--from', library];
      const words = [...before, 'tui', ...own, ...args];
      const quoted = [file, ...words].map((word) => `'${word}'`).join(' ');
      return openTerminal({
        ...(shell === 'interactive'
          ? { file: 'bash', args: ['--norc', '--noprofile', '-i'] }
          : shell
            ? {
                file: 'bash',
                args: [
                  '--norc',
                  '--noprofile',
                  '-c',
                  `set -m; ${quoted}; printf 'status=%s\\n' $?; stty -a`,
                ],
              }
            : { file, args: words }),
        env: {
          ...(shell === 'interactive'
            ? { 'BASH_FUNC_news%%': `() { ${quoted} "$@"; }`, PS1: 'ready> ' }
            : {}),
          ...scrubbed(path),
          TERM: 'xterm-256color',
          LANG: 'de_DE.UTF-8',
          ...env,
        },
        cwd: path,
        ...(columns === undefined ? {} : { columns }),
        ...(rows === undefined ? {} : { rows }),
      });
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [file, text] of Object.entries(files)) home.write(file, text);
  return home;
}

/** A series of `count` short articles, `Artikel 1` and so on. */
export function shortSeries(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(2, '0');
      return [
        `reihe/${number}-artikel.md`,
        `---\ntitle: Artikel ${index + 1}\nlang: de\n---\n\nText von ${index + 1}.\n`,
      ];
    }),
  );
}

/** One long article: numbered paragraphs with headings, links and notes. */
export function longArticle(paragraphs = 60): string {
  const lines = Array.from(
    { length: paragraphs },
    (_, index) =>
      `${index % 10 === 0 ? `## Abschnitt ${index}\n\n` : ''}Absatz ${index}. ${'Noch ein Satz mit einigen Wörtern. '.repeat(1 + (index % 4))}`,
  );
  return [
    '---\ntitle: Der lange Artikel\nlang: de\nsource: https://example.org/quelle\n---',
    'Mit [einem Link](https://example.org/eins), einer Note[^1] und [dem zweiten](02-zwei.md).',
    ...lines,
    '[^1]: Die Anmerkung.',
    '',
  ].join('\n\n');
}

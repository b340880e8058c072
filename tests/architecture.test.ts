// Holds the house's plan: who may import whom, where `process` may be read, how long a file may be.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Room -> rooms it may import from. The files that lie directly in src/ are the entrance hall. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['program', 'shortcut', 'messages', 'output', 'settings', 'errors'],
  shortcut: ['commands', 'settings'],
  standalone: ['main', 'settings', 'folder'],
  'bundled-articles.d': [],
  program: ['commands', 'messages', 'settings', 'flags', 'help', 'outline', 'usage', 'errors'],
  flags: ['messages', 'outline'],
  help: ['messages', 'settings'],
  outline: [],
  usage: ['messages', 'errors'],
  commands: [
    'settings',
    'messages',
    'catalog',
    'history',
    'library',
    'typeset',
    'http',
    'intake',
    'output',
    'tui',
    'errors',
    'thread',
  ],
  tui: ['catalog', 'history', 'library', 'typeset', 'messages', 'errors'],
  output: ['typeset', 'library', 'messages', 'errors'],
  catalog: ['library', 'typeset', 'errors', 'folder', 'thread'],
  typeset: ['errors'],
  library: ['errors'],
  formulas: ['errors'],
  feeds: ['intake', 'http', 'library', 'errors', 'folder'],
  http: ['errors'],
  intake: ['library', 'typeset', 'errors'],
  history: ['errors', 'folder'],
  settings: ['errors', 'folder'],
  messages: ['errors'],
  errors: [],
  folder: [],
  thread: [],
};

/** Rooms that only look at the types of another, never at its code. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ['output', 'library'],
  ['commands', 'program'],
  ['commands', 'outline'],
  ['flags', 'outline'],
];

const READS_PROCESS = ['main', 'standalone', 'settings', 'output'];

interface SourceFile {
  /** Path below src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
  readonly place: string;
}

const roomOf = (path: string): string => (path.split('/')[0] ?? '').replace(/\.tsx?$/, '');

/** Every import, re-export and dynamic import of a file that points into src/. */
function arrows({ path, text }: SourceFile): Arrow[] {
  const found: Arrow[] = [];
  const pattern =
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|^import\s+['"](\.[^'"]+)['"]/gm;
  for (const match of text.matchAll(pattern)) {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const to = relative(SRC, resolve(SRC, dirname(path), target))
      .split(sep)
      .join('/');
    if (to.startsWith('..')) continue;
    found.push({
      from: roomOf(path),
      to: roomOf(to),
      typesOnly: Boolean(match[1]),
      place: `${path} -> ${to}`,
    });
  }
  return found;
}

/** Arrows that point the wrong way, as `file -> file`. */
function wrongArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap(arrows).flatMap(({ from, to, typesOnly, place }) => {
    if (from === to) return [];
    const onlyTypes = TYPES_ONLY.some(([a, b]) => a === from && b === to);
    if (onlyTypes) return typesOnly ? [] : [`${place} (more than types)`];
    return MAY_IMPORT[from]?.includes(to) ? [] : [place];
  });
}

function sources(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(SRC, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}

describe('the house', () => {
  const files = sources();

  it('has only rooms that are on the plan', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('imports in the direction of the plan alone', () => {
    expect(wrongArrows(files)).toEqual([]);
  });

  it('notices an arrow that is turned round', () => {
    const turned: SourceFile[] = [
      { path: 'typeset/paint.ts', text: `import { themes } from '../tui/theme.ts';` },
      {
        path: 'library/card.ts',
        text: `export { openCatalog } from '../catalog/open-catalog.ts';`,
      },
      { path: 'output/page.ts', text: `import { resolve } from '../library/query.ts';` },
      { path: 'tui/tui.ts', text: `const x = await import('../commands/read.ts');` },
      { path: 'settings/settings.ts', text: `import type { Messages } from '../messages/en.ts';` },
    ];
    expect(wrongArrows(turned)).toHaveLength(turned.length);
    expect(
      wrongArrows([
        { path: 'output/page.ts', text: `import type { Card } from '../library/card.ts';` },
        { path: 'tui/tui.ts', text: `import { typeset } from '../typeset/typeset.ts';` },
      ]),
    ).toEqual([]);
  });

  it('reaches the commands by dynamic import, so that each loads alone', () => {
    const program = files.find(({ path }) => path === 'program.ts')?.text ?? '';
    expect(program).not.toMatch(/^import .*commands\//m);
    expect(program).toMatch(/import\('\.\/commands\//);
  });

  it('reads process in main, settings and output alone', () => {
    const readers = files
      .filter(({ path }) => !READS_PROCESS.includes(roomOf(path)))
      .filter(({ text }) => /\bprocess\.|from ['"]node:process['"]/.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(readers).toEqual([]);
  });

  it('imports marked-terminal in one file', () => {
    const users = files.filter(({ text }) => /from ['"]marked-terminal['"]/.test(text));
    expect(users.map(({ path }) => path)).toHaveLength(1);
  });

  it('numbers no value of a query, which SQLite in Node 22.16 would not take', () => {
    const numbered = files.filter(({ text }) =>
      /['"`][^'"`]*\b(?:SELECT|UPDATE|INSERT|DELETE|=|>=|<)\s[^'"`]*\?\d/.test(text),
    );
    expect(numbered.map(({ path }) => path)).toEqual([]);
  });

  it('keeps every file to one room of at most 250 lines, opened by a comment that says what it is', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
    const unsaid = files.filter(({ text }) => !/^(\/\/|\/\*)/.test(text));
    expect(unsaid.map(({ path }) => path)).toEqual([]);
  });

  it('has no drawer for odds and ends, and no barrel', () => {
    const drawers = files.filter(({ path }) =>
      /(^|\/)(utils?|helpers?|misc|index)\.tsx?$/.test(path),
    );
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

// Holds the house's plan: who may import whom, where `process` may be read, how long a file may be.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Room -> rooms it may import from. The files that lie directly in src/ are the entrance hall. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['cli', 'messages', 'output', 'settings', 'errors'],
  standalone: ['main', 'settings', 'folder'],
  'bundled-articles.d': [],
  cli: ['commands', 'context', 'messages', 'settings', 'errors'],
  commands: [
    'cli',
    'context',
    'completion',
    'check',
    'settings',
    'messages',
    'catalog',
    'history',
    'library',
    'typeset',
    'find',
    'formulas',
    'http',
    'intake',
    'feeds',
    'notes',
    'pictures',
    'sentences',
    'speech',
    'export',
    'output',
    'tui',
    'errors',
    'folder',
  ],
  context: [
    'export',
    'http',
    'intake',
    'feeds',
    'settings',
    'messages',
    'catalog',
    'history',
    'library',
    'typeset',
    'find',
    'notes',
    'pictures',
    'output',
    'tui',
    'check',
    'errors',
    'folder',
    'thread',
    'cli',
  ],
  completion: ['cli', 'library', 'messages'],
  check: [
    'catalog',
    'context',
    'formulas',
    'library',
    'messages',
    'pictures',
    'settings',
    'tui',
    'typeset',
    'errors',
  ],
  tui: [
    'catalog',
    'find',
    'history',
    'library',
    'notes',
    'pictures',
    'sentences',
    'typeset',
    'messages',
    'errors',
  ],
  output: ['typeset', 'library', 'pictures', 'messages', 'errors'],
  feeds: ['intake', 'http', 'library', 'errors', 'folder'],
  intake: ['library', 'typeset', 'http', 'errors'],
  catalog: ['library', 'typeset', 'errors', 'folder', 'thread'],
  export: ['typeset', 'library', 'formulas', 'pictures', 'errors'],
  speech: ['sentences', 'formulas', 'typeset', 'library', 'errors'],
  sentences: ['typeset'],
  notes: ['sentences', 'typeset', 'history', 'library', 'errors'],
  find: ['typeset', 'library'],
  typeset: ['errors', 'formulas'],
  formulas: ['errors'],
  pictures: ['errors', 'thread'],
  http: ['errors'],
  library: ['errors', 'folder'],
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
  ['commands', 'cli'],
  ['completion', 'cli'],
  ['cli', 'context'],
  ['context', 'cli'],
];

/** Room -> its wings from the lowest up; a wing may import only wings before it. Files on top may import all. */
const WINGS: Readonly<Record<string, readonly string[]>> = {
  typeset: ['text', 'look', 'document', 'parse', 'diagrams', 'prepare', 'page', 'lines', 'blocks'],
  catalog: ['store', 'terms', 'sync', 'search', 'parse', 'documents'],
  library: ['article', 'series', 'query', 'write'],
  tui: ['keys', 'pages', 'state', 'draw', 'ink'],
  commands: ['screen', 'reading', 'library', 'files', 'feeds', 'prompt'],
};

/** Wings that lie beside one another: neither may import the other, though one stands before it above. */
const BESIDE: readonly (readonly [from: string, to: string])[] = [
  ['typeset/prepare', 'typeset/parse'],
  ['typeset/page', 'typeset/parse'],
  ['typeset/page', 'typeset/prepare'],
  ['typeset/lines', 'typeset/parse'],
  ['typeset/lines', 'typeset/prepare'],
  ['typeset/blocks', 'typeset/parse'],
  ['typeset/blocks', 'typeset/prepare'],
  ['typeset/blocks', 'typeset/diagrams'],
];

const READS_PROCESS = ['main', 'standalone', 'settings', 'output', 'http'];

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

/** Arrows between wings of one room that point upwards. */
function wrongWings(files: readonly SourceFile[]): string[] {
  return files.flatMap(arrows).flatMap(({ from, to, typesOnly, place }) => {
    const wings = WINGS[from];
    if (wings === undefined || from !== to) return [];
    const [source = '', target = ''] = place.split(' -> ').map((path) => path.split('/')[1] ?? '');
    if (source === target || !wings.includes(source)) return [];
    // The room's own face: what it promises to others, as types.
    if (typesOnly && target === `${from}.ts`) return [];
    const isUp = wings.indexOf(target) < 0 || wings.indexOf(target) > wings.indexOf(source);
    const isBeside = BESIDE.some(
      ([a, b]) => a === `${from}/${source}` && b === `${from}/${target}`,
    );
    return isUp || isBeside ? [place] : [];
  });
}

/** Circles of files that import one another, types included; each by the files in it. */
function circles(files: readonly SourceFile[]): string[] {
  const out = new Map(
    files.map((file) => [file.path, arrows(file).map(({ place }) => place.split(' -> ')[1] ?? '')]),
  );
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const next of out.get(path) ?? []) {
      if (!out.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1) found.push(circle.sort().join(' '));
  };
  for (const path of out.keys()) if (!index.has(path)) visit(path);
  return found;
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
      { path: 'tui/tui.ts', text: `const x = await import('../commands/reading/read.ts');` },
      { path: 'settings/settings.ts', text: `import type { Messages } from '../messages/en.ts';` },
    ];
    expect(wrongArrows(turned)).toHaveLength(turned.length);
    expect(
      wrongArrows([
        { path: 'output/page.ts', text: `import type { Card } from '../library/card.ts';` },
        { path: 'tui/tui.ts', text: `import { typeset } from '../typeset/layout.ts';` },
      ]),
    ).toEqual([]);
  });

  it('has wings whose arrows point down', () => {
    expect(wrongWings(files)).toEqual([]);
    const turned = [
      { path: 'typeset/text/width.ts', text: `import type { Line } from '../page/page.ts';` },
    ];
    expect(wrongWings(turned)).toHaveLength(1);
  });

  it('has no circle of imports', () => {
    expect(circles(files)).toEqual([]);
    const circle = [
      { path: 'find/a.ts', text: `import { b } from './b.ts';` },
      { path: 'find/b.ts', text: `import type { a } from './a.ts';` },
    ];
    expect(circles(circle)).toEqual(['find/a.ts find/b.ts']);
  });

  it('has no folder of more than sixteen files', () => {
    const folders = Map.groupBy(files, ({ path }) => path.split('/').slice(0, -1).join('/'));
    const full = [...folders].filter(([folder, inside]) => folder !== '' && inside.length > 16);
    expect(full.map(([folder, inside]) => `${folder} ${inside.length}`)).toEqual([]);
  });

  it('reaches the commands by dynamic import, so that each loads alone', () => {
    const program = files.find(({ path }) => path === 'cli/program.ts')?.text ?? '';
    expect(program).not.toMatch(/^import .*commands\//m);
    expect(program).toMatch(/import\('\.\.\/commands\//);
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

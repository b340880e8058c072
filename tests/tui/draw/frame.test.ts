import { beforeAll, describe, expect, it } from 'vitest';
import { headingBlocks, lineAt } from '../../../src/tui/pages/sheet.ts';
import { bodyRows, sheetOf } from '../../../src/tui/state/scroll-state.ts';
import { columns } from '../../../src/typeset/text/width.ts';
import { KEYS } from '../../support/keys.ts';
import { type TestReader, testReader } from '../../support/reader.ts';

const WIDTHS = [1, 8, 19, 20, 24, 31, 40, 47, 59, 60, 72, 80, 100, 160, 300];
const HEIGHTS = [1, 5, 6, 9, 12, 24, 50, 100];

/** How each screen and box is reached; each with the words that its foot must say, where there is room. */
const SCENES: readonly {
  readonly name: string;
  readonly open?: string;
  readonly keys: readonly string[];
  readonly foot: RegExp;
}[] = [
  { name: 'the shelf', keys: [], foot: /Hilfe/ },
  { name: 'the shelf with a filter being typed', keys: ['/wei'], foot: /Filter: wei/ },
  { name: 'the shelf with a filter', keys: ['/wei', KEYS.enter, KEYS.escape], foot: /Filter: wei/ },
  { name: 'the shelf with nothing left', keys: ['/xyzzy'], foot: /Filter: xyzzy/ },
  { name: 'unread only', keys: ['u'], foot: /ungelesen/ },
  { name: 'an article', open: 'reihe/eins', keys: [], foot: /%|Hilfe/ },
  { name: 'the end of an article', open: 'reihe/eins', keys: ['G'], foot: /%|Hilfe/ },
  { name: 'an empty article', open: 'leer/nichts', keys: [], foot: /%|Hilfe/ },
  {
    name: 'finding',
    open: 'reihe/eins',
    keys: ['/groesse', KEYS.backspace.repeat(6), 'röß'],
    foot: /Suche|fertig/,
  },
  { name: 'hits', open: 'reihe/eins', keys: ['/wort', KEYS.enter, 'n'], foot: /Suche|Treffer/ },
  { name: 'a link in focus', open: 'reihe/eins', keys: ['\t'], foot: /→|folgen/ },
  { name: 'a message', open: 'reihe/drei', keys: [KEYS.backspace], foot: /nichts|Artikel|Hilfe/ },
  { name: 'the contents', open: 'reihe/zwei', keys: ['t', 'jj'], foot: /schließen/ },
  { name: 'the help', open: 'reihe/eins', keys: ['?', 'jjj'], foot: /schließen/ },
  { name: 'the help on the shelf', keys: ['?'], foot: /schließen/ },
  { name: 'searching the library', keys: ['s', 'wort'], foot: /schließen/ },
  { name: 'searching in vain', keys: ['s', 'xyzzy'], foot: /schließen/ },
];

async function reach(scene: (typeof SCENES)[number], unicode: boolean): Promise<TestReader> {
  const reader = await testReader({
    unicode,
    ...(scene.open === undefined ? {} : { open: scene.open }),
  });
  for (const keys of scene.keys) {
    reader.press(keys);
    await reader.settle();
  }
  return reader;
}

/** A footnote's box needs a mark on the screen, which is on the first. */
async function withNote(): Promise<TestReader> {
  const reader = await testReader({ open: 'reihe/eins', size: { columns: 80, rows: 40 } });
  reader.press('\t\t\r');
  expect(reader.state().overlay?.kind).toBe('note');
  return reader;
}

function sweep(reader: TestReader, foot?: RegExp): void {
  for (const width of WIDTHS) {
    for (const height of HEIGHTS) {
      reader.act({ kind: 'resize', size: { columns: width, rows: height } });
      const rows = reader.screen();
      expect(rows).toHaveLength(height);
      for (const row of rows)
        expect(columns(row), `${width}x${height}: ${JSON.stringify(row)}`).toBeLessThanOrEqual(
          width,
        );
      expect(rows.join('')).not.toMatch(/undefined|NaN|\[object|[\u0000-\u001f]/);
      const last = rows.slice(-2).join('\n');
      expect(last.trim(), `${width}x${height}`).not.toBe('');
      if (foot !== undefined && width >= 31 && height >= 6)
        expect(last, `${width}x${height}`).toMatch(foot);
    }
  }
}

describe('every screen at every size', () => {
  for (const scene of SCENES) {
    it(`${scene.name} fits, and its foot is there`, async () => {
      sweep(await reach(scene, true), scene.foot);
    });
  }

  it('a footnote fits, and its foot is there', async () => {
    sweep(await withNote(), /schließen/);
  });

  it('an empty library says what to do', async () => {
    const reader = await testReader({ articles: [] });
    sweep(reader);
    reader.act({ kind: 'resize', size: { columns: 80, rows: 24 } });
    expect(reader.screen().join(' ')).toContain('--from');
  });

  it('a screen that is too small says so', async () => {
    const reader = await testReader({ size: { columns: 19, rows: 5 } });
    expect(reader.screen().at(-1)).toBe('Zu klein: 20 × 6 nö');
  });
});

describe('without Unicode', () => {
  let screens: readonly string[];
  beforeAll(async () => {
    screens = await Promise.all(
      SCENES.map(async (scene) =>
        (await reach(scene, false))
          .screen()
          .filter((row) => !/Wort|漢|Absatz|Zitat|Reihe|Artikel|letzte/.test(row))
          .join('\n'),
      ),
    );
  });

  it('signs of our own are ASCII', () => {
    // What articles and sentences say may hold umlauts and quotes; signs may not be beyond them.
    for (const screen of screens) expect(screen).not.toMatch(/[←-⇿─-◿✀-➿‹›…]/u);
  });
});

describe('the shelf', () => {
  it('draws only the rows on the screen, however many articles there are', async () => {
    const articles = Array.from({ length: 10_000 }, (_, index) => ({
      series: `s${Math.floor(index / 100)}`,
      slug: `a${index}`,
      title: `Titel ${index}`,
      text: '',
    }));
    const reader = await testReader({ articles });
    reader.press('G');
    const rows = reader.screen();
    expect(rows).toHaveLength(24);
    expect(rows.join('\n')).toContain('Titel 9999');
    expect(rows.join('\n')).not.toContain('Titel 9000');
  });

  it('marks what is read and begun, and how far', async () => {
    const at = '2024-09-01T08:00:00.000Z';
    const readings = new Map([
      ['reihe/eins', { id: 'reihe/eins', at, share: 1, read: true }],
      ['reihe/zwei', { id: 'reihe/zwei', at, share: 0.42, read: false }],
    ]);
    const rows = (await testReader({ readings })).screen();
    expect(rows.find((row) => row.includes('erste Artikel'))).toMatch(/✓/);
    expect(rows.find((row) => row.includes('den zweiten'))).toMatch(/◐.*42 %/);
    expect(rows[0]).toContain('1 von 4 gelesen');
  });
});

describe('the reader', () => {
  it.each(['de', 'en'] as const)('names every key whole in the help (%s)', async (language) => {
    for (const unicode of [true, false]) {
      const size = { columns: 80, rows: 60 };
      const reader = await testReader({ open: 'reihe/eins', size, language, unicode });
      reader.press('?');
      const cut = unicode ? '…' : '...';
      const box = reader.screen().flatMap((row) => /[│|](.*)[│|]/.exec(row)?.[1] ?? []);
      expect(box.length).toBeGreaterThan(20);
      for (const row of box) expect(row).not.toContain(cut);
    }
  });

  it('names as many keys as fit beside each other in a narrow help, and cuts none of several', async () => {
    const size = { columns: 40, rows: 40 };
    const reader = await testReader({ open: 'reihe/eins', size });
    reader.press('?');
    const rows = reader.screen();
    expect(rows).toContainEqual(expect.stringMatching(/^ Leertaste {2}eine Seite weiter/));
    expect(rows).toContainEqual(expect.stringMatching(/^ b {10}eine Seite zurück/));
    expect(rows).toContainEqual(expect.stringMatching(/^ g {2}Pos1 {4}zum Anfang/));
  });

  it('says what the arrows do now', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    const foot = reader.screen().slice(-2).join('\n');
    expect(foot).toContain('‹ Der erste Artikel');
    expect(foot).toContain('Kurz ›');
  });

  it('offers the next article at the end', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press('G');
    expect(reader.screen().join('\n')).toMatch(/Weiter ›\s+Über den zweiten/);
  });

  it('keeps text and chrome to one left edge, the text at most as wide as wished', async () => {
    for (const [width, left] of [
      [40, 1],
      [80, 2],
      [120, 10],
      [200, 50],
    ] as const) {
      const reader = await testReader({ open: 'reihe/zwei', size: { columns: width, rows: 30 } });
      const rows = reader.screen().filter((row) => row.trim() !== '');
      for (const row of rows) expect(row.search(/\S/)).toBeGreaterThanOrEqual(left);
      expect(rows[0]?.search(/\S/)).toBe(left);
      expect(rows.at(-1)?.search(/\S/)).toBe(left);
      for (const row of rows.filter((one) => /Wort/.test(one))) {
        expect(row.search(/\S/)).toBe(left);
        expect(columns(row)).toBeLessThanOrEqual(left + 72);
      }
      for (const row of rows) expect(columns(row)).toBeLessThanOrEqual(left + 100);
    }
  });

  it('never ends a page of Space with a heading', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    for (let rows = 9; rows < 26; rows++) {
      reader.act({ kind: 'resize', size: { columns: 60, rows } });
      reader.press('g');
      for (let page = 0; page < 12; page++) {
        reader.press(' ');
        const { top } = reader.state().reader!;
        const sheet = sheetOf(reader.state(), reader.world)!;
        const heads = headingBlocks(sheet);
        const shown = Array.from({ length: bodyRows(reader.state()) }, (_, row) => top + row);
        const last = shown.findLast((line) => (lineAt(sheet, line)?.runs.length ?? 0) > 0) ?? top;
        const isHeading = last >= sheet.head.length && heads.has(lineAt(sheet, last)?.block ?? -1);
        expect(isHeading && last < sheet.height - 1).toBe(false);
      }
    }
  });
});

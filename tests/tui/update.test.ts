import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYMAP } from '../../src/tui/keymap.ts';
import { bodyRows, sheetOf } from '../../src/tui/scroll-state.ts';
import { lastTop, lineAt, placeAt } from '../../src/tui/sheet.ts';
import { KEYS } from '../support/keys.ts';
import { ARTICLES, richText, type TestReader, testReader } from '../support/reader.ts';

const keys = Object.values(DEFAULT_KEYMAP).flatMap((bindings) =>
  bindings.map(({ command }) => command),
);

/** What holds in every state, however it was reached. */
function expectSound(reader: TestReader): void {
  const state = reader.state();
  const { shelf } = state;
  expect(shelf.cursor).toBeGreaterThanOrEqual(0);
  expect(shelf.cursor).toBeLessThan(Math.max(1, shelf.shown.length));
  expect(shelf.top).toBeGreaterThanOrEqual(0);
  const sheet = sheetOf(state, reader.world);
  if (state.screen === 'reader') expect(state.reader).toBeDefined();
  if (state.reader !== undefined && sheet !== undefined && state.reader.status === 'ready') {
    expect(state.reader.top).toBeGreaterThanOrEqual(0);
    expect(state.reader.top).toBeLessThanOrEqual(lastTop(sheet, bodyRows(state)));
    if (state.reader.focus !== undefined)
      expect(sheet.page.links[state.reader.focus]).toBeDefined();
    expect(state.reader.seen).toBeLessThanOrEqual(1);
  }
  if (state.overlay?.kind === 'contents') expect(state.overlay.cursor).toBeGreaterThanOrEqual(0);
  expect(state.back.length).toBeLessThanOrEqual(200);
  expect(reader.screen()).toHaveLength(state.size.rows);
}

describe('any sequence of keys, sizes and texts', () => {
  it('leaves the reader in a sound state', async () => {
    const action = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .constantFrom(...keys)
          .map((command) => ({ kind: 'command' as const, command })),
      },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('wort', 'Größe', 'x', ' ', '漢', 'a\nb')
          .map((text) => ({ kind: 'type' as const, text })),
      },
      {
        weight: 1,
        arbitrary: fc
          .record({
            columns: fc.integer({ min: 1, max: 200 }),
            rows: fc.integer({ min: 1, max: 60 }),
          })
          .map((size) => ({ kind: 'resize' as const, size })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(-1 as const, 1 as const)
          .map((direction) => ({ kind: 'wheel' as const, direction })),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { maxLength: 60 }),
        fc.constantFrom(undefined, 'reihe/eins', 'leer/nichts'),
        async (actions, open) => {
          const reader = await testReader(open === undefined ? {} : { open });
          for (const one of actions) {
            reader.act(one);
            await reader.settle();
            expectSound(reader);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same whether keys come one by one or all at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(KEYS.left, KEYS.right, KEYS.up, KEYS.down, ' ', 'b', 'd', 'u', 'g', 'G'),
          { maxLength: 30 },
        ),
        async (pressed) => {
          const single = await testReader({ open: 'reihe/zwei' });
          for (const key of pressed) single.press(key);
          const burst = await testReader({ open: 'reihe/zwei' });
          burst.press(pressed.join(''));
          expect(burst.state()).toEqual(single.state());
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('turning', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({
    slug: `a${String(index).padStart(2, '0')}`,
    title: `Artikel ${index}`,
    text: richText(8),
  }));

  it('goes exactly twenty articles on with twenty arrows at once', async () => {
    const reader = await testReader({ articles: many, open: 'reihe/a03' });
    reader.press(KEYS.right.repeat(20));
    await reader.settle();
    expect(reader.state().reader?.card.id).toBe('reihe/a23');
    reader.press(KEYS.left.repeat(5));
    await reader.settle();
    expect(reader.state().reader?.card.id).toBe('reihe/a18');
  });

  it('opens each article where it was left', async () => {
    const reader = await testReader({ articles: many, open: 'reihe/a00' });
    reader.press('  ');
    const left = reader.state().reader?.place;
    expect(left?.block).toBeGreaterThan(0);
    reader.press(KEYS.right);
    await reader.settle();
    expect(reader.state().reader?.top).toBe(0);
    reader.press(KEYS.left);
    await reader.settle();
    expect(reader.state().reader?.place).toEqual(left);
  });

  it('stays at the ends of the series and says so', async () => {
    const reader = await testReader({ open: 'reihe/drei' });
    reader.press(KEYS.right);
    expect(reader.state().reader?.card.id).toBe('reihe/drei');
    expect(reader.state().notice).toMatch(/letzte/);
  });

  it('is never done by Space', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press(' '.repeat(50));
    expect(reader.state().reader?.card.id).toBe('reihe/eins');
    expect(reader.state().notice).toContain('Über den zweiten');
  });
});

describe('the place', () => {
  it('is the same paragraph after 80, 40, 120 and 80 columns, and after a restart', async () => {
    const text = Array.from(
      { length: 120 },
      (_, index) =>
        `Absatz ${index}. ${'Noch ein Wort und noch eines dazu. '.repeat(1 + (index % 5))}`,
    ).join('\n\n');
    const articles = [{ slug: 'lang', title: 'Lang', text }];
    for (let paragraph = 0; paragraph < 110; paragraph += 10) {
      const reader = await testReader({ articles, open: 'reihe/lang' });
      const top = (): string => {
        const sheet = sheetOf(reader.state(), reader.world);
        return (
          lineAt(sheet!, reader.state().reader!.top)
            ?.runs.map((run) => run.text)
            .join('') ?? ''
        );
      };
      reader.press(`/Absatz ${paragraph}.\r${KEYS.escape}`);
      const sheet = sheetOf(reader.state(), reader.world)!;
      while (placeAt(sheet, reader.state().reader!.top).block < paragraph) reader.press(KEYS.down);
      while (placeAt(sheet, reader.state().reader!.top).block > paragraph) reader.press(KEYS.up);
      reader.press(KEYS.up.repeat(6));
      while (!top().startsWith(`Absatz ${paragraph}.`)) reader.press(KEYS.down);
      const place = reader.state().reader?.place;
      for (const columns of [40, 120, 80]) {
        reader.act({ kind: 'resize', size: { columns, rows: 24 } });
        if (paragraph > 0)
          expect(top(), `${columns}`).toMatch(new RegExp(`^Absatz ${paragraph}\\.`));
      }
      expect(reader.state().reader?.place).toEqual(place);
      reader.press('q');
      await reader.settle();
      const again = await testReader({
        articles,
        open: 'reihe/lang',
        readings: reader.state().readings,
      });
      expect(again.state().reader?.place).toEqual(place);
      if (paragraph > 0) expect(again.state().reader?.top).toBe(reader.state().reader?.top);
    }
  });

  it('stays through other widths of the text', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    reader.press('  ');
    const { place } = reader.state().reader!;
    reader.press('-----+++++');
    expect(reader.state().reader?.place).toEqual(place);
    expect(reader.requests.filter(({ kind }) => kind === 'width')).toHaveLength(10);
  });

  it('is recorded when the article is left, with how far it was read', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    reader.press(`G${KEYS.escape}`);
    await reader.settle();
    expect(reader.events).toHaveLength(1);
    expect(reader.state().readings.get('reihe/zwei')).toMatchObject({ read: true, share: 1 });
  });
});

describe('finding', () => {
  it('goes on with n, back with N, and round the ends', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    reader.press('/absatz nummer\r');
    const current = (): number | undefined => reader.state().reader?.find?.current;
    expect(current()).toBe(0);
    reader.press('nn');
    expect(current()).toBe(2);
    reader.press('NNN');
    expect(current()).toBe(19);
    expect(reader.screen().join('\n')).toContain('20 von 20');
  });

  it('returns to where it began when it is given up', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    reader.press('  ');
    const { top, place } = reader.state().reader!;
    reader.press('/letzte absatz');
    expect(reader.state().reader?.top).not.toBe(top);
    reader.press(KEYS.escape);
    expect(reader.state().reader).toMatchObject({ top, place });
    expect(reader.state().reader?.find).toBeUndefined();
  });

  it('remembers earlier searches', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    reader.press('/eins\r/zwei\r/');
    reader.press(KEYS.up + KEYS.up);
    expect(reader.state().reader?.find?.query).toEqual({ kind: 'text', text: 'eins' });
    reader.press(KEYS.down);
    expect(reader.state().reader?.find?.query).toEqual({ kind: 'text', text: 'zwei' });
  });

  it('marks the words of a search over the library where it opens a hit', async () => {
    const reader = await testReader();
    reader.press('s');
    reader.press('abschnitt');
    await reader.settle();
    reader.press(KEYS.down + KEYS.enter);
    await reader.settle();
    expect(reader.state().reader?.card.id).toBe('reihe/zwei');
    expect(reader.state().reader?.find).toMatchObject({
      query: { kind: 'words', words: ['abschnitt'] },
      current: 0,
    });
  });
});

describe('links', () => {
  it('take the focus in turn, only those on the screen', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    const focus = (): number | undefined => reader.state().reader?.focus;
    reader.press('\t');
    const first = focus();
    reader.press('\t\t\t');
    expect(focus()).toBe(first);
    reader.press(KEYS.shiftTab);
    expect(focus()).not.toBe(first);
    reader.press('G');
    expect(focus()).toBeUndefined();
  });

  it('lead to the browser, to articles and headings, and Backspace leads back exactly, however deep', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press('\t\r');
    expect(reader.requests.at(-1)).toEqual({ kind: 'open', address: 'https://example.org/eins' });
    reader.press(`${KEYS.down}\t\t`);
    const left = reader.state().reader!;
    reader.press('\r');
    await reader.settle();
    expect(reader.state().reader?.card.id).toBe('reihe/zwei');
    const sheet = sheetOf(reader.state(), reader.world)!;
    expect(
      lineAt(sheet, reader.state().reader!.top)
        ?.runs.map((run) => run.text)
        .join(''),
    ).toBe('Abschnitt 4');
    reader.press('t\r');
    expect(reader.state().back).toHaveLength(2);
    reader.press(KEYS.backspace + KEYS.backspace);
    await reader.settle();
    expect(reader.state().reader).toMatchObject({
      card: left.card,
      place: left.place,
      top: left.top,
      focus: left.focus,
    });
    expect(reader.state().back).toHaveLength(0);
  });

  it('to footnotes open a box without leaving the line, with their own links', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    const { top } = reader.state().reader!;
    reader.press('\t\t\r');
    expect(reader.state().overlay?.kind).toBe('note');
    expect(reader.screen().join('\n')).toContain('Die erste Anmerkung mit Quelle');
    expect(reader.state().reader?.top).toBe(top);
    reader.press('\r');
    expect(reader.requests.at(-1)).toEqual({ kind: 'open', address: 'https://example.org/quelle' });
    expect(reader.state().overlay).toBeUndefined();
  });

  it('are copied, and without one the source is', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press('y');
    expect(reader.requests.at(-1)).toEqual({ kind: 'copy', text: 'https://example.org/eins' });
    reader.press('\t\t\ty');
    expect(reader.requests.at(-1)).toEqual({ kind: 'copy', text: './zwei.md#abschnitt-4' });
  });
});

describe('the shelf', () => {
  it('filters as one types, ignoring case and diacritics, and keeps the cursor on its article', async () => {
    const reader = await testReader();
    reader.press(`${KEYS.down}/UBER`);
    expect(reader.state().shelf.shown.map((card) => card.id)).toEqual(['reihe/zwei']);
    reader.press(KEYS.escape);
    expect(reader.state().shelf.shown).toHaveLength(ARTICLES.length);
    expect(reader.state().shelf.shown[reader.state().shelf.cursor]?.id).toBe('reihe/zwei');
  });

  it('shows unread articles only, and marks what is read', async () => {
    const reader = await testReader();
    reader.press('m');
    await reader.settle();
    reader.press('u');
    expect(reader.state().shelf.shown.map((card) => card.id)).not.toContain('reihe/eins');
    reader.press('u');
    expect(reader.state().shelf.shown).toHaveLength(ARTICLES.length);
  });

  it('jumps from series to series, round the ends', async () => {
    const reader = await testReader();
    const at = (): string | undefined =>
      reader.state().shelf.shown[reader.state().shelf.cursor]?.id;
    reader.press('\t');
    expect(at()).toBe('leer/nichts');
    reader.press('\t');
    expect(at()).toBe('reihe/eins');
    reader.press(KEYS.shiftTab);
    expect(at()).toBe('leer/nichts');
  });

  it('takes a pasted page as one line of at most 200 characters', async () => {
    const reader = await testReader();
    reader.press('/');
    reader.press(`\u001b[200~${'Zeile\nq'.repeat(500)}\u001b[201~`);
    expect(reader.state().shelf.filter).toHaveLength(200);
    expect(reader.state().shelf.filter).not.toContain('\n');
    expect(reader.requests.some(({ kind }) => kind === 'quit')).toBe(false);
  });
});

describe('a file that changes', () => {
  it('is shown anew at the same place', async () => {
    const texts = new Map<string, string>();
    const { memoryCatalog } = await import('../support/reader.ts');
    const catalog = memoryCatalog(ARTICLES, texts);
    const reader = await testReader({ catalog, open: 'reihe/zwei' });
    reader.press('  ');
    const { place } = reader.state().reader!;
    texts.set('reihe/zwei', `${texts.get('reihe/zwei')}\n\nEin neuer Schluss.`);
    const card = reader.state().reader!.card;
    reader.live.keep(card, await catalog.document(card));
    reader.act({ kind: 'loaded', id: card.id, changed: true });
    expect(reader.state().reader?.place).toEqual(place);
    expect(reader.state().notice).toMatch(/neu geladen/i);
    reader.press('G');
    reader.press(KEYS.up.repeat(4));
    expect(reader.screen().join('\n')).toContain('Ein neuer Schluss.');
  });
});

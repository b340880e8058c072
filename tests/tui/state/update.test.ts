import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYMAP } from '../../../src/tui/keys/keymap.ts';
import { lastTop } from '../../../src/tui/pages/sheet.ts';
import { bodyRows, sheetOf } from '../../../src/tui/state/scroll-state.ts';
import { KEYS } from '../../support/keys.ts';
import { ARTICLES, richText } from '../../support/memory-catalog.ts';
import { type TestReader, testReader } from '../../support/reader.ts';

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
    expect(reader.effects.some(({ kind }) => kind === 'quit')).toBe(false);
  });
});

describe('a file that changes', () => {
  it('is shown anew at the same place', async () => {
    const texts = new Map<string, string>();
    const { memoryCatalog } = await import('../../support/memory-catalog.ts');
    const catalog = memoryCatalog(ARTICLES, texts);
    const reader = await testReader({ catalog, open: 'reihe/zwei' });
    reader.press('  ');
    const { place } = reader.state().reader!;
    texts.set('reihe/zwei', `${texts.get('reihe/zwei')}\n\nEin neuer Schluss.`);
    const card = reader.state().reader!.card;
    reader.live.keep(card, await catalog.chunks(card));
    reader.act({ kind: 'loaded', id: card.id, changed: true });
    expect(reader.state().reader?.place).toEqual(place);
    expect(reader.state().notice).toMatch(/neu geladen/i);
    reader.press('G');
    reader.press(KEYS.up.repeat(4));
    expect(reader.screen().join('\n')).toContain('Ein neuer Schluss.');
  });
});

describe('a key pressed before the text is there', () => {
  it('is done when it is', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press(KEYS.right);
    expect(reader.state().reader?.status).toBe('loading');
    reader.press('gjG');
    await reader.settle();
    const state = reader.state();
    expect(state.reader?.card.id).toBe('reihe/zwei');
    const sheet = sheetOf(state, reader.world);
    expect(state.reader?.top).toBe(lastTop(sheet!, bodyRows(state)));
    expect(state.reader?.top).toBeGreaterThan(0);
    expect(state.reader?.pendingInput).toBeUndefined();
  });

  it('is done in its turn where there are several', async () => {
    const [early, late] = [
      await testReader({ open: 'reihe/eins' }),
      await testReader({ open: 'reihe/eins' }),
    ];
    early.press(KEYS.right);
    early.press('jj k');
    await early.settle();
    late.press(KEYS.right);
    await late.settle();
    late.press('jj k');
    expect(early.state().reader?.top).toBe(late.state().reader?.top);
    expect(early.state().reader?.top).toBeGreaterThan(1);
    expect(early.screen()).toEqual(late.screen());
  });

  it('goes into the line that it follows', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press(KEYS.right);
    reader.press('/qwj');
    expect(reader.state().screen).toBe('reader');
    await reader.settle();
    expect(reader.state().reader?.find).toMatchObject({
      typing: true,
      query: { kind: 'text', text: 'qwj' },
    });
    reader.press(KEYS.escape);
    expect(reader.state().reader?.find).toBeUndefined();
  });

  it('is a key again once the line was left', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press(KEYS.right);
    reader.press(`/x${KEYS.escape}`);
    reader.press('G');
    await reader.settle();
    expect(reader.state().reader?.find).toBeUndefined();
    expect(reader.state().reader?.top).toBeGreaterThan(0);
  });

  it('is forgotten where the text can’t be read', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press(KEYS.right);
    reader.press('G');
    const { id } = reader.state().reader!.card;
    reader.act({ kind: 'failed', id, why: 'gone' });
    expect(reader.state().reader?.pendingInput).toBeUndefined();
  });

  it('is done where the file has changed meanwhile, too', async () => {
    const { memoryCatalog } = await import('../../support/memory-catalog.ts');
    const catalog = memoryCatalog(ARTICLES, new Map());
    const reader = await testReader({ catalog, open: 'reihe/eins' });
    reader.press(KEYS.right);
    reader.press('G');
    const card = reader.state().reader!.card;
    reader.live.keep(card, await catalog.chunks(card));
    reader.act({ kind: 'loaded', id: card.id, changed: true });
    expect(reader.state().reader?.top).toBeGreaterThan(0);
    expect(reader.state().notice).toMatch(/neu geladen/i);
  });

  it('is forgotten when another article is opened first', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press(KEYS.right);
    reader.press('G');
    reader.press(KEYS.left);
    await reader.settle();
    expect(reader.state().reader?.card.id).toBe('reihe/eins');
    expect(reader.state().reader?.top).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { lineAt, placeAt } from '../../src/tui/pages/sheet.ts';
import { sheetOf } from '../../src/tui/state/scroll-state.ts';
import { KEYS } from '../support/keys.ts';
import { testReader } from '../support/reader.ts';

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
    expect(reader.effects.filter(({ kind }) => kind === 'width')).toHaveLength(10);
  });

  it('is recorded when the article is left, with how far it was read', async () => {
    const reader = await testReader({ open: 'reihe/zwei' });
    reader.press(`G${KEYS.escape}`);
    await reader.settle();
    expect(reader.events).toHaveLength(1);
    expect(reader.state().readings.get('reihe/zwei')).toMatchObject({ read: true, share: 1 });
  });
});

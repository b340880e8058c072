import { describe, expect, it } from 'vitest';
import { lineAt } from '../../src/tui/pages/sheet.ts';
import { sheetOf } from '../../src/tui/state/scroll-state.ts';
import { KEYS } from '../support/keys.ts';
import { testReader } from '../support/reader.ts';

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
    expect(reader.effects.at(-1)).toEqual({ kind: 'open', address: 'https://example.org/eins' });
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
    expect(reader.effects.at(-1)).toEqual({ kind: 'open', address: 'https://example.org/quelle' });
    expect(reader.state().overlay).toBeUndefined();
  });

  it('are copied, and without one in focus the text in view is', async () => {
    const reader = await testReader({ open: 'reihe/eins' });
    reader.press('y');
    expect(reader.effects.at(-1)).toEqual({
      kind: 'copy',
      text: 'Ein Anfang mit einem Link, einer Fußnote und noch einem.',
    });
    reader.press('\t\t\ty');
    expect(reader.effects.at(-1)).toEqual({ kind: 'copy', text: './zwei.md#abschnitt-4' });
  });
});

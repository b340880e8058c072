import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/typeset/look/style.ts';
import { THEME_NAMES, theme } from '../../../src/typeset/look/themes.ts';
import { columns } from '../../../src/typeset/text/width.ts';

describe('themes', () => {
  it.each(THEME_NAMES)('%s has ASCII signs where there is no Unicode', (name) => {
    const { signs } = theme(name, { unicode: false });
    expect(Object.values(signs).flat().join('')).toMatch(/^[ -~]*(?:true|false)[ -~]*$/);
  });

  it('has signs of one column where lines are counted on it', () => {
    for (const unicode of [true, false]) {
      const { signs } = theme('default', { unicode });
      for (const sign of [
        ...signs.bullets,
        signs.quoteBar,
        signs.tableRule,
        signs.wrap,
        signs.removed,
      ])
        expect(columns(sign)).toBe(1);
    }
  });

  it('keeps to the terminal’s own sixteen colours by default', () => {
    for (const { color, background } of Object.values(theme('default', { unicode: true }).styles)) {
      expect(String(color ?? '')).not.toMatch(/^#|\d/);
      expect(background).toBeUndefined();
    }
  });

  it.each(['mono', 'print', 'plain'] as const)('%s has no colour', (name) => {
    for (const style of Object.values(theme(name, { unicode: true }).styles))
      expect(style.color).toBeUndefined();
  });

  it('plain has no style at all', () => {
    for (const style of Object.values(theme('plain', { unicode: true }).styles))
      expect(style).toBe(PLAIN);
  });

  it('knows no theme of another name', () => {
    expect(theme('nope', { unicode: true })).toBeUndefined();
    expect(theme('toString', { unicode: true })).toBeUndefined();
  });
});

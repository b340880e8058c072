import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { clip, columns, graphemes, pad } from '../../../src/typeset/text/width.ts';

/** Text of every kind: Latin, marks, wide characters, emoji sequences, soft hyphens, spaces. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'Fließtext ',
        '日本語',
        'e\u0301',
        '👩‍👩‍👧',
        '🇩🇪',
        '\u00ad',
        '한국어',
        '…',
        '5\u{fe0f}⃣',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('columns', () => {
  it('agrees with string-width on any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(columns(text)).toBe(stringWidth(text, { countAnsiEscapeCodes: true }));
      }),
    );
  });

  it('gives every character of the basic plane the width that string-width gives it among others', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x1_00_00; code++) {
      if (code >= 0xd8_00 && code <= 0xdf_ff) continue;
      const text = `a${String.fromCharCode(code)}b`;
      if (columns(text) !== stringWidth(text, { countAnsiEscapeCodes: true })) {
        wrong.push(code.toString(16));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('measures wide characters two, marks and soft hyphens none', () => {
    expect(columns('Straße')).toBe(6);
    expect(columns('日本')).toBe(4);
    expect(columns('👩‍👩‍👧')).toBe(2);
    expect(columns('e\u0301')).toBe(1);
    expect(columns('Sil\u00adbe')).toBe(5);
  });
});

describe('graphemes', () => {
  it('joins to the text it was given and adds up to its columns', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = graphemes(text);
        expect(parts.join('')).toBe(text);
        expect(parts.reduce((sum, part) => sum + columns(part), 0)).toBe(columns(text));
      }),
    );
  });

  it('keeps a family, a flag and an accented letter whole', () => {
    expect(graphemes('a👩‍👩‍👧🇩🇪e\u0301')).toEqual(['a', '👩‍👩‍👧', '🇩🇪', 'e\u0301']);
  });
});

describe('clip', () => {
  it('never exceeds the width and leaves what fits as it is', () => {
    fc.assert(
      fc.property(texts, fc.nat(30), (text, width) => {
        const cut = clip(text, width);
        expect(columns(cut)).toBeLessThanOrEqual(width);
        if (columns(text) <= width) expect(cut).toBe(text);
        else if (width > 0) expect(cut.endsWith('…')).toBe(true);
      }),
    );
  });

  it('shortens between graphemes and leaves no blank before the ellipsis', () => {
    expect(clip('Dell: KI-Server treiben den Umsatz', 10)).toBe('Dell: KI-…');
    expect(clip('日本語', 5)).toBe('日本…');
    expect(clip('Wort und', 6)).toBe('Wort…');
    expect(clip('Wort', 3, '...')).toBe('...');
    expect(clip('Wort', 2, '...')).toBe('Wo');
  });
});

describe('pad', () => {
  it('fills up to the width, counted in columns', () => {
    expect(pad('日本', 6, 'left')).toBe('日本  ');
    expect(pad('日本', 6, 'right')).toBe('  日本');
    expect(pad('ab', 5, 'center')).toBe(' ab  ');
    expect(pad('abcdef', 3, 'left')).toBe('abcdef');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REMOVED, sanitize } from '../../../src/typeset/text/sanitize.ts';
import { anyText } from '../arbitrary-markdown.ts';

const HOSTILE =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/;

describe('sanitize', () => {
  it('leaves nothing that a terminal would obey, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
        const units = sanitize(text).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '');
        expect(units).not.toMatch(HOSTILE);
      }),
      { numRuns: 3000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sanitize(sanitize(text))).toBe(sanitize(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves one sign for each stretch, so that its two sides cannot join', () => {
    expect(sanitize('a\x1b\x1b[31m\u202eb')).toBe(`a${REMOVED}b`);
    expect(sanitize('\x1b\x07[31m')).toBe(`${REMOVED}[31m`);
    expect(sanitize('\x1b\u200b]0;title\x07')).toBe(`${REMOVED}]0;title${REMOVED}`);
  });

  it('makes every line end a line feed, and drops a byte order mark', () => {
    expect(sanitize('\ufeffa\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it.each([
    'می‌خواهم',
    'क्‍ष',
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
    '👨🏽‍💻',
    '❤️',
    '1️⃣',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Wörter mit\tTab und\u00a0Abstand',
    'Sil\u00adben',
    '葛\u{e0100}城',
  ])('keeps what scripts and emoji need: %s', (text) => {
    expect(sanitize(text)).toBe(text);
  });

  it.each([
    ['a joiner between Latin letters', 'pay\u200dpal'],
    ['a zero-width space', 'pay\u200bpal'],
    ['tag characters without a flag', 'ok\u{e0069}\u{e0067}\u{e006e}'],
    ['selectors that carry data', 'x\ufe0f\ufe01\ufe02'],
    ['half a surrogate pair', 'x\ud83dy'],
    ['an invisible filler', 'a\u3164b'],
  ])('shows that there was %s', (_, text) => {
    expect(sanitize(text)).toContain(REMOVED);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksBetween } from '../../../src/typeset/text/breaks.ts';
import { texts } from '../texts.ts';

/** The text with a bar at each place where a line may begin. */
function marked(text: string): string {
  let from = 0;
  const parts: string[] = [];
  for (const at of [...breaksBetween(text, 0, text.length), text.length]) {
    parts.push(text.slice(from, at));
    from = at;
  }
  return parts.join('|');
}

describe('breaksBetween', () => {
  it.each([
    // LB13, LB14: brackets and what closes
    ['(ein |Wort), |[noch |eines]!'],
    // LB15 to LB19: quotation marks, German and others
    ['sagte |„ja“ |und |»nein« |und |“yes” |or |‘no’.'],
    // LB21: after a hyphen or dash, never before
    ['KI-|Server |und |2024–|2025'],
    // LB20a: a hyphen that begins a word
    ['um |-minus |und |--|plain'],
    // LB24, LB25: numbers with signs
    ['rund |25,0% |oder |$(12,5) |und |−5€ |am |1/2/2024'],
    // LB12: no-break spaces
    ['38\u00a0% |und |z.\u00a0B. |so'],
    // LB8, LB11: zero width space and word joiner
    ['ein\u200b|Wort\u2060teil'],
    // LB29, LB13: addresses break after a slash
    ['https://|example.org/|pfad |und/|oder'],
    // LB21, LB26: Japanese and Korean
    ['日|本|語|の|「引|用」、|あっ|と'],
    ['한|국|어 |문|장'],
    // LB30a, LB30b, LB8a: flags, skin tones, families
    ['🇩🇪|🇫🇷|👍🏽|👩‍👩‍👧|x'],
    // LB9: marks stay with their base
    ['e\u0301a |e\u0301'],
    // LB1: Thai words by the engine's dictionary
    ['ภาษา|ไทย'],
  ])('breaks %s', (text) => {
    expect(marked(text.replaceAll('|', ''))).toBe(text);
  });

  it('gives ascending places that begin no blank and stand after the start', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const at of breaksBetween(text, 0, text.length)) {
          expect(at).toBeGreaterThan(last);
          expect(at).toBeLessThan(text.length);
          expect(text[at]).not.toMatch(/[ \n]/);
          last = at;
        }
      }),
    );
  });

  it('finds in a part that begins at a break the same places as in the whole', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), (text) => {
        const all = [...breaksBetween(text, 0, text.length)];
        for (const from of all.slice(0, 3)) {
          const rest = [...breaksBetween(text, from, text.length)];
          expect(rest).toEqual(all.filter((at) => at > from));
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { setContents, setFront } from '../../../src/typeset/blocks/front.ts';
import { paint } from '../../../src/typeset/page/paint.ts';
import { ansi, BARE, pageOf } from '../setting-support.ts';

const text = (lines: ReturnType<typeof setFront>) => lines.map((line) => paint(line, BARE));

describe('setFront', () => {
  it('breaks a title into lines of near equal length', () => {
    const title = 'Klarna will mit KI fast die Hälfte seiner Stellen abbauen';
    const lines = setFront({ title }, ansi(50));
    expect(lines).toHaveLength(2);
    expect(Math.abs((lines[0]?.width ?? 0) - (lines[1]?.width ?? 0))).toBeLessThan(12);
  });

  it('sets the date under the title and the summary apart', () => {
    expect(
      text(setFront({ title: 'Title', dateline: 'Today', summary: 'It  was\nso.' }, ansi(40))),
    ).toEqual(['Title', 'Today', '', 'It was so.']);
  });

  it('has less where there is less', () => {
    expect(setFront({}, ansi(40))).toEqual([]);
    expect(text(setFront({ summary: 'Only this.' }, ansi(40)))).toEqual(['Only this.']);
  });

  it('lets nothing hostile through', () => {
    expect(text(setFront({ title: 'a\x1b]0;x\x07b' }, ansi(40)))).toEqual(['a\uFFFD]0;x\uFFFDb']);
  });
});

describe('setContents', () => {
  it('lists headings by depth, long ones hanging', () => {
    const { headings } = pageOf(
      '## One\n\n### Two is a heading that is too long\n\n## Three\n',
      ansi(30),
    );
    expect(text(setContents(headings, ansi(24)))).toEqual([
      'Contents',
      '',
      'One',
      '  Two is a heading',
      '    that is too long',
      'Three',
    ]);
  });

  it('is nothing without headings', () => {
    expect(setContents([], ansi(30))).toEqual([]);
  });
});

// Headings, badges and addresses as a page has them.

import { describe, expect, it } from 'vitest';
import { ansi, pageOf, plain, printed } from '../setting-support.ts';

const LONG = 'https://example.com/an/address/that/is/rather/long/';

describe('headings', () => {
  it('can be told apart by weight, slope, colour and a rule', () => {
    const { lines } = pageOf('Text\n\n# Eins\n\n## Zwei\n\n### Drei\n\n#### Vier', ansi(72));
    const looks = ['Eins', 'Zwei', 'Drei', 'Vier'].map((name) => {
      const at = lines.findIndex(({ runs }) => runs[0]?.text === name);
      const isRuled = /^─+$/.test(lines[at + 1]?.runs[0]?.text ?? '');
      return JSON.stringify([lines[at]?.runs[0]?.style, isRuled]);
    });
    expect(new Set(looks).size).toBe(4);
  });

  it('have no rule in plain text, and keep a line from what follows', () => {
    expect(printed(pageOf('Text\n\n# Eins\n\n- a\n\n#### Vier\n```\nb\n```', plain(40)))).toEqual([
      'Text',
      '',
      '',
      'Eins',
      '',
      '- a',
      '',
      'Vier',
      '',
      'b',
    ]);
  });
});

describe('badges', () => {
  const BADGES = `[![Build](https://a.example/b.svg)](https://a.example) ![npm](https://a.example/n.svg)`;

  it('are one quiet line of their names', () => {
    const { lines } = pageOf(`Text\n\n${BADGES}`, ansi(72));
    expect(
      lines
        .at(-1)
        ?.runs.map(({ text }) => text)
        .join(''),
    ).toBe('Build · npm');
    expect(lines.at(-1)?.runs.every(({ style }) => style.dim === true)).toBe(true);
    expect(lines.at(-1)?.runs[0]?.link).toBeDefined();
  });

  it('are none in a sentence, and none alone', () => {
    const text = (markdown: string) => printed(pageOf(`Text\n\n${markdown}`, ansi(72))).join('\n');
    expect(text(`See ${BADGES}`)).toContain('▣');
    expect(text('![one](https://a.example/b.svg)')).toContain('▣');
  });
});

describe('long addresses', () => {
  const page = (count: number) =>
    printed(
      pageOf(Array.from({ length: count }, (_, k) => `[here](${LONG}${k}) it is`).join('\n\n'), {
        ...ansi(72),
        links: 'inline',
        hyperlinks: false,
      }),
    ).join('\n');

  it('stand in the text where they are few, and are listed at its end where they are many', () => {
    expect(page(2)).toContain(`here <${LONG}`);
    expect(page(5)).toContain('here[1] it is');
    expect(page(5)).toMatch(/\[5\] https:\/\/example\.com/);
  });
});

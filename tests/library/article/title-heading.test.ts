import { describe, expect, it } from 'vitest';
import { titleHeading } from '../../../src/library/article/markdown/title-heading.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';

describe('the heading that gives a title', () => {
  it.each([
    ['Text\n\n# Der *Titel* #\n\n# Ein anderer', 'Der Titel'],
    ['```\n# code\n```\n\nTitel\n=====', 'Titel'],
    ['- Liste\n---\n\n# Echt', 'Echt'],
    ['#kein\n\n#\n\n# C#', 'C#'],
    [
      '<p align="center">\n<img src="x.png" alt="y">\n</p>\n<h1 align="center">\n  Das <b>Ding</b>\n</h1>',
      'Das Ding',
    ],
    ['## Abschnitt\n\n# Spät', undefined],
    ['<h2>Abschnitt</h2>', undefined],
    ['`<h1>` sagt nichts', undefined],
    ['nur Text', undefined],
  ])('of %j is %j', (markdown, heading) => {
    expect(titleHeading(markdown)).toBe(heading);
  });

  it.each([
    ['# Titel\n\nText', 'Titel', 1],
    ['<h1>Titel</h1>\n\nText', 'Titel', 1],
    ['[![a](b.svg)](c) ![d](e.svg)\n\n# Titel\n\nText', 'Titel', 2],
    ['## Abschnitt\n\nText', undefined, 2],
    ['Text\n\n# Titel', undefined, 2],
  ])('leaves the body of %j', (markdown, title, blocks) => {
    const document = parseDocument(markdown);
    expect(document.title).toBe(title);
    expect(document.blocks).toHaveLength(blocks);
  });
});

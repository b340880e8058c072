import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/library/article/card.ts';
import type { TuiOptions } from '../../../src/tui/pages/options.ts';
import { headOf } from '../../../src/tui/pages/sheet-ends.ts';
import type { Front } from '../../../src/typeset/blocks/front.ts';
import { typeset } from '../../../src/typeset/layout.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';
import { plain } from '../../typeset/setting-support.ts';

/** What the head of an article says, with the headings of its page. */
function shown(text: string, given: Pick<Card, 'title' | 'titleFrom'>): readonly string[] {
  const fronts: Front[] = [];
  const options = {
    wording: { messages: { minutesLong: () => '1 minute' }, number: String },
    theme: { signs: { dot: '·' } },
    front: (front: Front) => {
      fronts.push(front);
      return [];
    },
  } as unknown as TuiOptions;
  const card = { authors: [], minutes: 1, ...given } as unknown as Card;
  const page = typeset(parseDocument(text), plain(60));
  headOf(options, card, 60, page);
  return [
    ...fronts.flatMap(({ title }) => (title === undefined ? [] : [title])),
    ...page.headings.map((heading) => heading.text),
  ];
}

describe('the head of an article', () => {
  const heading = { title: 'The heading', titleFrom: 'heading' } as const;

  it('says the title that was taken out of the text', () => {
    expect(shown('# The heading\n\nText.', heading)).toEqual(['The heading']);
  });

  it('does not say again what stands as a heading below some text', () => {
    expect(shown('Text.\n\n# The *heading*\n\nText.', heading)).toEqual(['The heading']);
  });

  it('says a title that is no heading of the text', () => {
    const given = { title: 'Another', titleFrom: 'front-matter' } as const;
    expect(shown('Text.\n\n# The heading', given)).toEqual(['Another', 'The heading']);
  });
});

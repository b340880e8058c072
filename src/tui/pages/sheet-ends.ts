// What stands above an article's page and at its end. It knows nothing of the screen.

import type { Card } from '../../library/article/card.ts';
import type { Line, Page } from '../../typeset/page/page.ts';
import type { TuiOptions } from './options.ts';

const BLANK: Line = { runs: [], width: 0, join: 'end', block: 0, offset: 0 };

/** The lines above the text: title, dateline, summary. A title that stands further down in the text is not said twice. */
export function headOf(
  options: TuiOptions,
  card: Card,
  width: number,
  { headings }: Pick<Page, 'headings'>,
): readonly Line[] {
  const { wording, theme } = options;
  const facts = [
    ...(card.authors.length > 0 ? [card.authors.join(', ')] : []),
    ...(card.date === undefined ? [] : [wording.date(card.date, 'long')]),
    wording.messages.minutesLong(wording.number(card.minutes), card.minutes === 1),
  ];
  const front = {
    ...(standsIn(headings, card) ? {} : { title: card.title }),
    dateline: facts.join(` ${theme.signs.dot} `),
    ...(card.summary === undefined ? {} : { summary: card.summary }),
  };
  return [...options.front(front, card, width), BLANK];
}

/** Whether the title is a heading that text stands above, and so was left in its place. */
function standsIn(headings: Page['headings'], { title, titleFrom }: Card): boolean {
  const first = headings[0];
  const comparable = (text: string): string =>
    text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  return (
    titleFrom === 'heading' && first?.depth === 1 && comparable(first.text) === comparable(title)
  );
}

/** The end of an article, which offers the next one. */
export function tailOf(
  options: TuiOptions,
  next: Card | undefined,
  card: Card,
  width: number,
): readonly Line[] {
  const { end } = options.wording.messages;
  if (next === undefined) {
    const said = options.front({ dateline: card.number > 1 ? end.last : end.alone }, card, width);
    return [BLANK, BLANK, ...said];
  }
  const title = options.front(
    { title: next.title, dateline: `${end.next} ${options.theme.signs.next}` },
    next,
    width,
  );
  // What comes next is said first, then its title.
  const label = title.at(-1) ?? BLANK;
  return [BLANK, BLANK, label, ...title.slice(0, -1)];
}

// How the full-screen reader sets pages and what it says, from settings and terminal.

import type { Context } from '../../context/context.ts';
import type { screenPictures } from '../../context/pictures/screen-pictures.ts';
import { ansiOptions, painterFor, themeFor } from '../../context/presentation.ts';
import type { Card } from '../../library/article/card.ts';
import type { TuiOptions } from '../../tui/pages/options.ts';
import { setFront } from '../../typeset/blocks/front.ts';
import { layout } from '../../typeset/layout.ts';
import type { TypesetOptions } from '../../typeset/look/options.ts';
import { paint } from '../../typeset/page/paint.ts';

export function screenPages(
  context: Context,
  pictures?: ReturnType<typeof screenPictures>,
): Pick<TuiOptions, 'wording' | 'theme' | 'layout' | 'whole' | 'front' | 'paint'> {
  const { messages, settings, terminal } = context;
  const painter = painterFor(context);
  // Links are followed on the screen; their addresses need no room in the text.
  const options = (shown: Card, width: number): TypesetOptions => ({
    ...ansiOptions(context, shown.lang),
    width,
    wide: width,
    pans: true,
    hyperlinks: true,
    ...(pictures === undefined ? {} : { pictures: pictures.fit(shown) }),
  });
  return {
    wording: {
      messages: terminal.unicode ? messages.tui : inAscii(messages.tui),
      date: (iso, style) =>
        style === 'long' ? messages.format.longDate(iso) : messages.format.shortDate(iso),
      number: messages.format.number,
      percent: messages.format.percent,
    },
    theme: themeFor(context),
    layout: (shown, width, wide) => layout({ ...options(shown, width), wide }),
    // Addresses are numbered through the whole page: then no chunk can be set before the others.
    whole: settings.links === 'references',
    front: (front, shown, width) => setFront(front, { ...ansiOptions(context, shown.lang), width }),
    paint: (line, links) => paint(line, painter, links),
  };
}

/** The sentences that the reader shows while it is at work, without the one sign ASCII lacks. */
function inAscii(messages: Context['messages']['tui']): Context['messages']['tui'] {
  const dots = (text: string): string => text.replace('…', '...');
  return { ...messages, loading: dots(messages.loading), moment: dots(messages.moment) };
}

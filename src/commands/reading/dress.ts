// How an article's page is dressed for where it goes: framed on a terminal, plain in a pipe.

import type { SetSection } from '../../context/article-sections.ts';
import type { Article } from '../../context/article-shown.ts';
import { resolverFor } from '../../context/cards/addresses.ts';
import type { Context } from '../../context/context.ts';
import { pictureDepth, pictureRoom } from '../../context/pictures/picture-room.ts';
import {
  ansiOptions,
  measureFor,
  PLAIN_PAINTER,
  painterFor,
  plainOptions,
} from '../../context/presentation.ts';
import type { Card } from '../../library/article/card.ts';
import {
  type ArticleFrame,
  type FrameOptions,
  frameFoot,
  frameHead,
  moved,
} from '../../output/article-frame.ts';
import type { FindQuery } from '../../tui/pages/find.ts';
import { setFront } from '../../typeset/blocks/front.ts';
import type { TypesetOptions } from '../../typeset/look/options.ts';
import type { Line } from '../../typeset/page/page.ts';
import type { Painter } from '../../typeset/page/paint.ts';

export interface Dress {
  readonly options: TypesetOptions;
  readonly painter: Painter;
  /** What stands above the body, without the blank line between. */
  readonly above: (first: SetSection) => readonly Line[];
  readonly body: (lines: readonly Line[]) => readonly Line[];
  readonly below: () => readonly Line[];
  /** A piece's lines with what the reader has highlighted. */
  readonly noted?: (section: SetSection) => readonly Line[];
  /** Lines with the article's pictures in them, where these are drawn; a pager passes on nothing but text. */
  readonly pictures?: (lines: readonly Line[], isPaged: boolean) => Promise<readonly Line[]>;
}

/** The dress of an article in a format; on a terminal with what `--find` looks for marked. */
export async function dressFor(
  context: Context,
  article: Article,
  format: 'ansi' | 'plain',
): Promise<Dress> {
  if (format === 'plain') return withLinks(context, article, plainDress(context, article));
  const dress = await withNotes(
    context,
    article,
    await withLinks(context, article, ansiDress(context, article)),
  );
  const find = context.flags['find'];
  if (typeof find !== 'string') return dress;
  const { markFound } = await import('./find-marks.ts');
  const query: FindQuery = article.loose
    ? { kind: 'text', text: find }
    : {
        kind: 'words',
        words: await (await context.catalog()).wordsToMark(article.card, find),
      };
  const { hit } = dress.options.theme.styles;
  return { ...dress, body: (lines) => dress.body(markFound(lines, query, hit)) };
}

/** The dress with the reader's highlights; where there are none nothing more is loaded. */
async function withNotes(context: Context, { card, loose }: Article, dress: Dress): Promise<Dress> {
  const notes = loose ? [] : context.history().notesOf(card.id);
  if (notes.length === 0) return dress;
  const { markNotes } = await import('./find-marks.ts');
  const { noted } = dress.options.theme.styles;
  return {
    ...dress,
    // A text that is set in one piece has its headings with it.
    noted: ({ lines, isAll }) => markNotes(lines, notes, isAll ? 'whole' : 'part', noted),
  };
}

/** The dress with links to other articles led there; a loose article's stay as written. */
async function withLinks(context: Context, article: Article, dress: Dress): Promise<Dress> {
  const { options } = dress;
  if (article.loose || (options.links === 'none' && !options.hyperlinks)) return dress;
  const resolve = await resolverFor(context, article, options.links);
  return { ...dress, options: { ...options, resolve } };
}

/** Nothing but the text, with the title that the article gives itself above it. */
export function plainDress(context: Context, { card }: Article): Dress {
  const options = plainOptions(context, card.lang);
  return {
    options,
    painter: PLAIN_PAINTER,
    above: (first) => {
      const title = titleOf(card, first);
      return title === undefined ? [] : setFront({ title }, options);
    },
    body: (lines) => lines,
    below: () => [],
  };
}

function ansiDress(context: Context, article: Article): Dress {
  const { card } = article;
  const depth = card.path === '' ? undefined : pictureDepth(context);
  const room = depth === undefined ? undefined : pictureRoom(context, card.path);
  const options = {
    ...ansiOptions(context, card.lang),
    ...(room === undefined ? {} : { pictures: room.fit }),
  };
  const frame = () => frameOf(context, article);
  const frameOptions: FrameOptions = { theme: options.theme, ...measureFor(context) };
  return {
    options,
    painter: painterFor(context),
    above: (first) => {
      const title = titleOf(card, first) ?? titleFromName(card);
      const front = setFront(
        {
          ...(title === undefined ? {} : { title }),
          ...(card.summary === undefined ? {} : { summary: card.summary }),
        },
        options,
      );
      return frameHead(frame(), front, frameOptions);
    },
    body: (lines) => moved(lines, frameOptions),
    below: () => frameFoot(frame(), frameOptions),
    ...(room === undefined || depth === undefined
      ? {}
      : {
          pictures: async (lines, isPaged) => {
            const { drawnLines } = await import('../../context/pictures/drawn-lines.ts');
            return drawnLines(lines, context, room, depth, isPaged);
          },
        }),
  };
}

function frameOf({ messages }: Context, { card, neighbours }: Article): ArticleFrame {
  const { previous, next, series } = neighbours ?? {};
  const facts = [
    ...(card.date === undefined ? [] : [messages.format.longDate(card.date)]),
    messages.page.minutes(card.minutes),
  ];
  return {
    facts,
    ...(series
      ? { series: series.title, place: messages.page.place(card.number, series.count) }
      : {}),
    ...(previous ? { previous: { command: 'news prev', title: previous.title } } : {}),
    ...(next ? { next: { command: 'news next', title: next.title } } : {}),
  };
}

/** The title of a page on a terminal, where the article says none; standard input has no name either. */
function titleFromName(card: Card): string | undefined {
  return card.titleFrom === 'file' && card.path !== '-' ? card.title : undefined;
}

/** The title to print: the card's, as in lists and on the screen, where the article itself has one at its head. */
function titleOf(card: Card, first: SetSection): string | undefined {
  return card.titleFrom === 'front-matter' || first.title !== undefined ? card.title : undefined;
}

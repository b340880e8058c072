// news following: what is followed, how much of it is unread, what it costs, what is wrong.

import { type Context, command } from '../../context/context.ts';
import { feedKnown, shownTime } from '../../context/feeds/feed-known.ts';
import { followedIn } from '../../context/feeds/servers.ts';
import { listWidth, painterFor, themeFor } from '../../context/presentation.ts';
import { withoutCredentials, writeOpml } from '../../feeds/opml/write-opml.ts';
import type { FeedState } from '../../feeds/store/feed-state.ts';
import type { Followed } from '../../feeds/store/followed.ts';
import { namesIn } from '../../folder.ts';
import { isArticleName, parseFileName } from '../../library/article/slug.ts';
import { type FollowingWords, followingWords } from '../../messages/following.ts';
import { type Cell, type Column, setColumns } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';

const COLUMNS: readonly Column[] = [
  { align: 'left' },
  { align: 'left', flexible: true },
  { align: 'right' },
  { align: 'right', dispensable: 1 },
  { align: 'right', dispensable: 2 },
  { align: 'right', dispensable: 3 },
];
const DAY = 86_400_000;

interface Row {
  readonly followed: Followed;
  readonly state: FeedState;
  readonly articles: number;
  readonly unread: number;
  /** Why it could not be read, or how it is broken. */
  readonly trouble: string | undefined;
}

export const following = command(async (context: Context) => {
  const { flags, settings, terminal } = context;
  const words = followingWords(settings.language);
  const feeds = await followedIn(context);
  if (flags['opml']) {
    const exported = feeds.map(({ key, fields }) => ({
      url: fields.feed,
      title: fields.title ?? key,
      tags: fields.tags ?? [],
    }));
    writeOut(writeOpml(words.exported, exported));
    return 0;
  }
  const rows = feeds.map((followed) => rowOf(followed, context, words));
  if (flags['json']) {
    writeOut(jsonText(rows.map(record)));
    return 0;
  }
  if (rows.length === 0) {
    writeError(words.none, words.noneHint);
    return 1;
  }
  if (!terminal.tty) {
    writeOut(
      tsv(
        rows.map(({ followed, state, unread, trouble }) => [
          followed.key,
          followed.fields.title ?? followed.key,
          withoutCredentials(followed.fields.feed),
          unread,
          isoOf(state.fetched),
          trouble,
        ]),
      ),
    );
    return 0;
  }
  show(rows, context, words);
  return 0;
});

function rowOf(followed: Followed, context: Context, words: FollowingWords): Row {
  const { key, folder } = followed;
  const { state, trouble } = feedKnown(followed, context, words);
  const { readings } = context.history().state();
  const slugs = namesIn(folder)
    .filter(isArticleName)
    .map((file) => parseFileName(file).slug);
  const unread = slugs.filter((slug) => readings.get(`${key}/${slug}`)?.read !== true).length;
  return { followed, state, articles: slugs.length, unread, trouble };
}

function show(rows: readonly Row[], context: Context, words: FollowingWords): void {
  const { messages, environment } = context;
  const theme = themeFor(context);
  const { muted } = theme.styles;
  const now = environment.now().getTime();
  const cells = rows.map(({ followed, state, articles, unread, trouble }): readonly Cell[] => [
    { text: trouble === undefined ? ' ' : '!' },
    { text: followed.fields.title ?? followed.key },
    { text: unread > 0 ? words.unread(unread) : '', style: muted },
    {
      text: state.fetched === undefined ? words.never : shownTime(state.fetched, now, context),
      style: muted,
    },
    {
      text: `${words.articles(articles)}, ${bytesOf(state.cost.bytes, messages.format.number)}`,
      style: muted,
    },
    { text: words.pace(state.cost.changes, (now - state.cost.since) / DAY), style: muted },
  ]);
  const width = listWidth(context);
  writeOut(
    printed(
      setColumns(cells, COLUMNS, { width, indent: 1, ellipsis: theme.signs.ellipsis }),
      painterFor(context),
    ),
  );
  for (const { followed, trouble } of rows) {
    if (trouble !== undefined) writeError(words.failed(followed.key, trouble));
  }
}

function bytesOf(bytes: number, number: (value: number) => string): string {
  return bytes < 1_000_000
    ? `${number(Math.ceil(bytes / 1000))} kB`
    : `${number(Math.round(bytes / 1_000_000))} MB`;
}

function record({ followed, state, articles, unread, trouble }: Row) {
  const { key, folder, fields } = followed;
  return {
    series: key,
    title: fields.title ?? key,
    feed: withoutCredentials(fields.feed),
    tags: fields.tags ?? [],
    full: fields.full === true,
    path: folder,
    articles,
    unread,
    fetched: isoOf(state.fetched) ?? null,
    due: isoOf(state.due) ?? null,
    failures: state.failures ?? 0,
    gone: state.gone === true,
    trouble: trouble ?? null,
    requests: state.cost.requests,
    bytes: state.cost.bytes,
    changes: state.cost.changes,
    since: isoOf(state.cost.since) ?? null,
  };
}

const isoOf = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

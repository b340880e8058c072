// Follows an address: of a feed, or of a page that names one. Nothing is made before the feed was read.

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../folder.ts';
import type { Answer, Fetched } from '../../http/answer.ts';
import { canonicalLanguage } from '../../library/article/language.ts';
import type { SeriesFields } from '../../library/article/matter-fields.ts';
import { slugFor } from '../../library/write/names.ts';
import { writeWhole } from '../../library/write/whole-file.ts';
import { yamlLines } from '../../library/write/yaml-text.ts';
import {
  baseOf,
  FEED_LIMITS,
  FEED_TYPES,
  type FetchTools,
  interpret,
  type Outcome,
} from '../fetch/fetch-feed.ts';
import { plainAddress } from '../items/identity.ts';
import type { Feed } from '../parse/feed.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import {
  readState,
  stateFileOf,
  type Trouble,
  troubleOfFailure,
  writeState,
} from '../store/feed-state.ts';
import { type Followed, seriesText } from '../store/followed.ts';
import { type FeedLink, feedLinks } from './feed-links.ts';

export interface FollowTools extends FetchTools {
  /** The reader's own folder of articles. */
  readonly articles: string;
  readonly stateFolder: string;
}

export interface Wish {
  /** Key of the series, else made of the feed's title. */
  readonly series?: string | undefined;
  readonly full?: boolean;
  readonly title?: string;
  readonly tags?: readonly string[];
}

export type Followship =
  | { readonly kind: 'followed'; readonly followed: Followed; readonly outcome: Outcome }
  | { readonly kind: 'already'; readonly followed: Followed }
  /** The page names several, and `choose` took none. */
  | { readonly kind: 'none-chosen' }
  | { readonly kind: 'failed'; readonly trouble: Trouble | { readonly code: 'series-taken' } };

/** Which of several feeds of a page; undefined for none of them. */
export type Choose = (links: readonly FeedLink[]) => Promise<FeedLink | undefined>;

/** Feeds followed already, by their address. */
export type Already = ReadonlyMap<string, Followed>;

export const alreadyBy = (feeds: readonly Followed[]): Already =>
  new Map(feeds.map((one) => [plainAddress(one.fields.feed), one]));

/** Follows `address` and takes in what the feed has. Throws what writing throws, and the signal's reason. */
export async function follow(
  address: string,
  wish: Wish,
  already: Already,
  tools: FollowTools,
  choose: Choose = async ([first]) => first,
): Promise<Followship> {
  const same = already.get(plainAddress(address));
  if (same) return { kind: 'already', followed: same };
  const first = await ask(address, 'reader', tools);
  if (first.kind !== 'fetched') return failedBy(first);
  const parsed = parseFeed(first.bytes, baseOf(first), first.charset);
  if (parsed.kind === 'feed') return start(address, first, parsed.feed, wish, tools);
  const links = parsed.kind === 'page' ? feedLinks(parsed.text, first.address) : [];
  if (links.length === 0) return { kind: 'failed', trouble: { code: 'no-feed' } };
  const link = links.length === 1 ? links[0] : await choose(links);
  if (link === undefined) return { kind: 'none-chosen' };
  const known = already.get(plainAddress(link.url));
  if (known) return { kind: 'already', followed: known };
  const second = await ask(link.url, first.isPrivate ? 'reader' : 'stranger', tools);
  if (second.kind !== 'fetched') return failedBy(second);
  const named = parseFeed(second.bytes, baseOf(second), second.charset);
  if (named.kind !== 'feed') return { kind: 'failed', trouble: { code: 'no-feed' } };
  return start(link.url, second, named.feed, wish, tools);
}

async function ask(
  address: string,
  by: 'reader' | 'stranger',
  tools: FollowTools,
): Promise<Answer> {
  const { client, signal } = tools;
  const answer = await client.get(address, { by, accept: FEED_TYPES, limits: FEED_LIMITS, signal });
  signal?.throwIfAborted();
  return answer;
}

function failedBy(answer: Exclude<Answer, Fetched>): Followship {
  // Nobody was asked whether anything has changed.
  if (answer.kind === 'not-modified') return { kind: 'failed', trouble: { code: 'no-feed' } };
  return { kind: 'failed', trouble: troubleOfFailure(answer) };
}

async function start(
  address: string,
  answer: Fetched,
  feed: Feed,
  wish: Wish,
  tools: FollowTools,
): Promise<Followship> {
  const title = wish.title || feed.title || new URL(answer.address).hostname;
  const lang = feed.lang === undefined ? undefined : canonicalLanguage(feed.lang);
  const followed = makeSeries(
    tools.articles,
    wish.series ?? slugFor(title, 60),
    wish.series !== undefined,
    {
      title,
      feed: address,
      ...(feed.summary === undefined || feed.summary === title ? {} : { summary: feed.summary }),
      ...(lang === undefined ? {} : { lang }),
      ...(wish.full ? { full: true } : {}),
      ...(wish.tags === undefined ? {} : { tags: wish.tags }),
    },
  );
  if (!followed) return { kind: 'failed', trouble: { code: 'series-taken' } };
  const file = stateFileOf(tools.stateFolder, followed.folder);
  const { outcome, state } = await interpret(
    followed,
    readState(file, address, tools.now()),
    answer,
    tools,
  );
  writeState(file, state);
  return { kind: 'followed', followed, outcome };
}

/** Makes a feed's folder; a `chosen` key may be there if it follows nothing, a made one gets a number. */
export function makeSeries(
  articles: string,
  key: string,
  chosen: boolean,
  fields: SeriesFields & { readonly feed: string },
): Followed | undefined {
  const at = (name: string): Followed => {
    const folder = join(articles, ...name.split('/'));
    return { key: name, folder, seriesFile: join(folder, 'series.yaml'), fields };
  };
  if (chosen) {
    const followed = at(key);
    makeFolder(followed.folder);
    if (!existsSync(followed.seriesFile)) writeWhole(followed.seriesFile, seriesText(fields));
    else {
      const text = readFileSync(followed.seriesFile, 'utf8');
      if (/^["']?feed["']?\s*:/m.test(text)) return undefined;
      const { feed, full } = fields;
      const lines = yamlLines({ feed, full: full || undefined });
      appendFileSync(
        followed.seriesFile,
        `${text.endsWith('\n') || text === '' ? '' : '\n'}${lines}`,
      );
    }
    return followed;
  }
  makeFolder(articles);
  for (let n = 1; ; n++) {
    const followed = at(n === 1 ? key : `${key}-${n}`);
    try {
      makeFolder(dirname(followed.folder));
      mkdirSync(followed.folder, { mode: 0o700 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
    writeWhole(followed.seriesFile, seriesText(fields));
    return followed;
  }
}

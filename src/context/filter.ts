// Which articles a command is about: the filter flags, and what was probably meant by one that nothing suits.

import { NewsError } from '../errors.ts';
import { isFolder } from '../folder.ts';
import type { ListFilter } from '../library/article/card.ts';
import { fold } from '../library/query/fold.ts';
import { nearestNames } from '../library/query/nearest.ts';
import { writeError } from '../output/stdout.ts';
import type { Context } from './context.ts';

/** The filter of the flags. Throws `not-found` for a series or tag of no article, with the nearest. */
export async function filterOf(context: Context): Promise<Omit<ListFilter, 'sort'>> {
  const { flags, messages } = context;
  const { errors } = messages;
  const given = (name: string): Record<string, string> =>
    flags[name] === undefined ? {} : { [name]: String(flags[name]) };
  const filter: ListFilter = { ...given('series'), ...given('tag'), ...given('lang') };
  if (filter.series === undefined && filter.tag === undefined) return filter;
  const catalog = await context.catalog();
  if (filter.series !== undefined) {
    const keys = (await catalog.series()).map(({ key }) => key);
    const wanted = fold(filter.series.replace(/\/+$/, ''));
    const isThere = keys.some((key) => fold(key) === wanted || fold(key).startsWith(`${wanted}/`));
    if (!isThere) throw unknown(errors.noSeries(filter.series), wanted, keys, context);
  }
  if (filter.tag !== undefined) {
    const wanted = fold(filter.tag);
    const tags = new Set((await catalog.list()).flatMap((card) => card.tags));
    if (![...tags].some((tag) => fold(tag) === wanted))
      throw unknown(errors.noTag(filter.tag), wanted, [...tags], context);
  }
  return filter;
}

function unknown(
  sentence: string,
  wanted: string,
  names: readonly string[],
  { messages: { errors } }: Context,
): NewsError {
  const like = nearestNames(wanted, names);
  return new NewsError(
    'not-found',
    sentence,
    like.length > 0 ? errors.didYouMean(like) : errors.notFoundHint,
  );
}

/** Folders that were named, by flag, variable or config file, and are not there. */
export function missingRoots({ settings, folders, environment }: Context): readonly string[] {
  return settings.roots.filter(
    (root) => root !== folders.articles && root !== environment.bundled && !isFolder(root),
  );
}

/** Names folders that are not there: throws `unreadable` for one of `--from`, says so of others. */
export function checkRoots(context: Context): void {
  const { origins, messages } = context;
  const missing = missingRoots(context);
  const [first] = missing;
  if (first === undefined) return;
  const sentence = (root: string): string => messages.errors.rootMissing(root);
  if (origins.roots === 'flag') throw new NewsError('unreadable', sentence(first));
  const from = origins.roots === 'environment' ? 'NEWS_PATH' : 'paths';
  writeError(...missing.map((root) => `news: ${sentence(root)} (${from})`));
}

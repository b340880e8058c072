// A large library to measure with, and what to ask of it.

import { madeArticles, makeLibrary } from '../support/library-maker.ts';

export interface LargeLibrary {
  readonly folder: string;
  readonly count: number;
  /** Id of an article in its middle. */
  readonly id: string;
  /** A word that some of its articles have. */
  readonly word: string;
}

/** Writes `count` articles into `folder`. */
export function writeLibrary(folder: string, count: number): LargeLibrary {
  makeLibrary(folder, { articles: count });
  let at = 0;
  for (const { series, file, text } of madeArticles({ articles: count })) {
    if (at++ < count / 2) continue;
    const slug = file.replace(/^\d+-/, '').replace(/\.\w+$/, '');
    const word = /\p{Lu}\p{Ll}{7,}/u.exec(text.slice(text.length / 2))?.[0] ?? 'Wort';
    return { folder, count, id: `${series}/${slug}`, word };
  }
  throw new Error('an empty library');
}

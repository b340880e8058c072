// An article's page section by section, as its chunks come.

import type { Chunk } from '../typeset/document/chunk.ts';
import { join, layout } from '../typeset/layout.ts';
import type { TypesetOptions } from '../typeset/look/options.ts';
import {
  type Line,
  NOTHING_ABOVE,
  type PageHeading,
  type PageLink,
  type Section,
} from '../typeset/page/page.ts';
import type { PrepareOptions } from '../typeset/prepare/prepare.ts';

/** Some lines of an article's page, and by index the links of their runs: those of former sections are gone. */
export interface SetSection {
  /** The title that the text itself gives, with the first alone. */
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly links: readonly PageLink[];
  readonly headings: readonly PageHeading[];
  /** Whether there is no other. */
  readonly isAll: boolean;
}

/** What a document must have to be set so. Plain text loads neither hyphenation patterns nor highlighting. */
export function wishesOf(options: TypesetOptions): PrepareOptions {
  return {
    hyphenate: options.hyphenate !== 'never',
    highlight: options.theme.name !== 'plain',
  };
}

/** The sections of the chunks of an article; `whole` in one, with all headings. */
export async function* setSections(
  chunks: AsyncIterable<Chunk>,
  options: TypesetOptions,
  whole: boolean,
): AsyncGenerator<SetSection> {
  const setter = layout(options);
  const all: Section[] = [];
  let above = NOTHING_ABOVE;
  let title: string | undefined;
  for await (const chunk of chunks) {
    if (!whole) setter.forget();
    const section = setter.set(chunk, above);
    above = section.end;
    title ??= chunk.title;
    const titled = chunk.title === undefined ? {} : { title: chunk.title };
    if (whole) all.push(section);
    else {
      const isAll = chunk.last && chunk.firstBlock === 0;
      yield { ...titled, ...section, links: setter.links, isAll };
    }
  }
  if (whole) {
    const { page } = join(all, setter.links);
    yield { ...page, isAll: true, ...(title === undefined ? {} : { title }) };
  }
}

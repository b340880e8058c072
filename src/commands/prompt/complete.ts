// news complete INDEX -- WORD…: what can stand at INDEX. Errors are silent while typing.

import type { Invocation } from '../../cli/invocation.ts';
import type { CommandOutline } from '../../cli/outline.ts';
import {
  type Candidate,
  complete as completionOf,
  type Lookup,
} from '../../completion/candidates.ts';
import { type Context, command } from '../../context/context.ts';
import type { ListFilter } from '../../library/article/card.ts';
import { guideTopics } from '../../library/query/guide.ts';
import { writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import { THEME_NAMES } from '../../typeset/look/themes.ts';

export async function complete(
  { flags, environment }: Invocation,
  [index = '', ...words]: readonly string[],
  root: CommandOutline,
): Promise<number> {
  const at = Number(index);
  const typed = [...words.slice(0, at), words[at] ?? ''];
  const from = fromFlags(typed.slice(0, -1));
  const invocation = { environment, flags: from.length > 0 ? { ...flags, from } : flags };
  return (await answer(invocation, root, typed)) ?? 0;
}

const answer = command(async (context, root: CommandOutline, typed: readonly string[]) => {
  const { kind, candidates } = await completionOf(root, typed, lookupIn(context));
  writeOut(`${kind}\n${tsv(candidates.map((one) => [one.value, one.description ?? '']))}`);
  return 0;
}, 'allow');

/** Folders that the line being typed reads from. */
function fromFlags(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith('--from=')) return [word.slice('--from='.length)];
    return words[index - 1] === '--from' ? [word] : [];
  });
}

function lookupIn({ catalog, environment, settings, messages }: Context): Lookup {
  const cards = async (filter: ListFilter = {}) => (await catalog()).list(filter);
  const series = async () => (await catalog()).series();
  const values: Lookup['values'] = async (kind) => {
    switch (kind) {
      case 'series':
        return (await series()).map(({ key, title }) => ({ value: key, description: title }));
      case 'tags':
        return distinct((await cards()).flatMap(({ tags }) => tags));
      case 'languages':
        return distinct((await cards()).flatMap(({ lang }) => lang ?? []));
      case 'themes':
        return distinct([...THEME_NAMES, ...Object.keys(settings.themes)]);
      case 'topics': {
        const topics = guideTopics(await cards(), environment.bundled, settings.language);
        return [
          { value: 'keys', description: messages.tui.helpTitle },
          ...topics.map(({ slug, title }) => ({ value: slug, description: title })),
        ];
      }
    }
  };
  const articles: Lookup['articles'] = async (key) => {
    const found = await cards(key === undefined ? {} : { series: key });
    return found.map(({ id, title }) => ({ value: id, description: title }));
  };
  return { values, series, articles };
}

function distinct(values: readonly string[]): readonly Candidate[] {
  return [...new Set(values)].sort().map((value) => ({ value }));
}

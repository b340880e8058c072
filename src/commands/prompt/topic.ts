// news help TOPIC: an article of the guide.

import type { Invocation } from '../../cli/invocation.ts';
import { command } from '../../context/context.ts';
import { NewsError } from '../../errors.ts';
import { guideArticle, guideTopics } from '../../library/query/guide.ts';

/** The topic that is no article: the table of keys. */
const KEYS = 'keys';

/** Prints the guide's article on `name`. Throws a NewsError (`not-found`) with the topics there are. */
export async function topic(invocation: Invocation, name: string): Promise<number | undefined> {
  if (name === KEYS) return (await import('./help-keys.ts')).helpKeys(invocation);
  const { environment, flags } = invocation;
  // Kept out of the library, the guide still helps.
  const aside = { environment, flags: { ...flags, from: [environment.bundled] } };
  const open = (await holdsGuide(invocation)) ? invocation : aside;
  // Looking something up is not reading it.
  const where = { environment, flags: { ...open.flags, history: false } };
  const id = await find(where, name);
  return (await import('../reading/read.ts')).read(where, [id]);
}

/** Whether the articles that ship with the program are among those that are read. */
const holdsGuide = command(async ({ settings, environment }) =>
  settings.roots.includes(environment.bundled),
);

const find = command(
  async ({ messages, settings, environment, catalog }, name: string): Promise<string> => {
    const { bundled } = environment;
    const cards = await (await catalog()).list();
    const card = guideArticle(name, cards, bundled, settings.language);
    if (!card) {
      const topics = guideTopics(cards, bundled, settings.language).map(({ slug }) => slug);
      const { help } = messages;
      const hint = topics.length > 0 ? help.topics([KEYS, ...topics]) : help.noTopicHint;
      throw new NewsError('not-found', help.noTopic(name), hint);
    }
    return card.id;
  },
);

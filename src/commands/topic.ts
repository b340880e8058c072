// news help TOPIC: an article of the guide.

import { sep } from 'node:path';
import type { Invocation } from '../cli/invocation.ts';
import { command } from '../context/context.ts';
import { NewsError } from '../errors.ts';
import { guideArticle, guideCards } from '../library/query/guide.ts';

/** Prints the guide's article on `name`. Throws a NewsError (`not-found`) with the topics there are. */
export async function topic(invocation: Invocation, name: string): Promise<number | undefined> {
  let id = '';
  await find(invocation, name, (found) => {
    id = found;
  });
  return (await import('./read.ts')).read(invocation, [id]);
}

const find = command(
  async (
    { messages, settings, environment, catalog },
    name: string,
    found: (id: string) => void,
  ) => {
    const all = await (await catalog()).list();
    // Only the guide that came with the program: a reader's own series may have any name.
    const cards = all.filter(({ path }) => path.startsWith(environment.bundled + sep));
    const card = guideArticle(name, cards, settings.language);
    if (!card) {
      const [first] = guideCards(cards, settings.language);
      const topics = cards.filter(({ series }) => series === first?.series).map(({ slug }) => slug);
      const { help } = messages;
      const hint = topics.length > 0 ? help.topics(topics) : help.noTopicHint;
      throw new NewsError('not-found', help.noTopic(name), hint);
    }
    found(card.id);
    return 0;
  },
);

// news remove: articles out of the reader's own folder, and nothing else.

import { findCard } from '../../context/article.ts';
import { type Context, command } from '../../context/context.ts';
import { reasonOf } from '../../context/faults.ts';
import { NewsError } from '../../errors.ts';
import type { Card } from '../../library/article/card.ts';
import { isOwnFile, removeArticle } from '../../library/write/own-file.ts';
import { addingWords } from '../../messages/adding.ts';
import { ask } from '../../output/ask.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';

/** Titles that a question names. */
const NAMED = 3;

export const remove = command(async (context: Context, queries: readonly string[]) => {
  const { flags, folders, environment, messages, settings } = context;
  const words = addingWords(settings.language);
  const cards = new Map<string, Card>();
  for (const query of queries) {
    const card = await findCard(context, query);
    if (!isOwnFile(card.path, folders.articles)) {
      throw new NewsError(
        'usage',
        words.removeForeign(card.id),
        words.removeForeignHint(folders.articles),
      );
    }
    cards.set(card.path, card);
  }
  const all = [...cards.values()];
  if (flags['yes'] !== true) {
    if (!environment.tty.stdin) {
      throw new NewsError('usage', words.removeNeedsYes, words.removeNeedsYesHint);
    }
    const titles = all.slice(0, NAMED).map(({ title }) => title);
    const answer = await ask(words.removeAsk(titles, all.length - titles.length));
    if (!words.removeYes.test(answer)) return 1;
  }
  let failed = 0;
  for (const { id, path, title } of all) {
    try {
      removeArticle(path).forget();
      writeOut(environment.tty.stdout ? `${words.removed(id)}\n` : tsv([[id, title]]));
    } catch (error) {
      failed++;
      writeError(`news: ${words.failed(id, reasonOf(error, messages))}`);
    }
  }
  return failed > 0 ? 1 : 0;
});

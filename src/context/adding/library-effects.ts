// What changes the library from the screen: a page by its address, an article taken away and put back.

import type { Card } from '../../library/article/card.ts';
import type { TuiEffects } from '../../tui/pages/options.ts';
import type { Context } from '../context.ts';
import { reasonOf } from '../faults.ts';

export function libraryEffects(context: Context): Pick<TuiEffects, 'add' | 'remove'> {
  const { folders, messages, settings } = context;
  return {
    async add(address) {
      const { addOne } = await import('./add-one.ts');
      return addOne(address, context);
    },
    async remove({ id, path }: Card) {
      const [{ isOwnFile, removeArticle }, { addingWords }] = await Promise.all([
        import('../../library/write/own-file.ts'),
        import('../../messages/adding.ts'),
      ]);
      const words = addingWords(settings.language);
      if (!isOwnFile(path, folders.articles)) throw new Error(words.removeForeign(id));
      try {
        const removed = removeArticle(path);
        return async () => removed.restore();
      } catch (error) {
        throw new Error(reasonOf(error, messages));
      }
    },
  };
}

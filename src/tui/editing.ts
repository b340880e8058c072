// Hands the terminal to the editor, for an article's file or a note, and takes in what comes of it.

import type { Card } from '../library/article/card.ts';
import type { TuiEffects } from './pages/options.ts';
import type { Action, Effect } from './state/state.ts';

interface Stage {
  dispatch(action: Action): void;
  handOver(work: () => Promise<void>): Promise<void>;
}

/** What goes wrong is told to `say` as a sentence made by one of `words`. */
export function editing(
  effects: TuiEffects,
  stage: () => Stage,
  words: {
    readonly editFailed: (why: string) => string;
    readonly composeFailed: (why: string) => string;
  },
  reload: (id: string) => Promise<void>,
) {
  const handedOver = async (
    work: () => Promise<void>,
    failed: (why: string) => string,
  ): Promise<string | undefined> => {
    let failure: string | undefined;
    await stage().handOver(async () => {
      try {
        await work();
      } catch (error) {
        failure = failed(
          (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '',
        );
      }
    });
    return failure;
  };
  const said = (failure: string | undefined): void => {
    if (failure !== undefined) stage().dispatch({ kind: 'notice', text: failure });
  };
  return {
    async edit(card: Card): Promise<void> {
      const failure = await handedOver(() => effects.edit(card.path), words.editFailed);
      await reload(card.id);
      said(failure);
    },
    async compose({ id, writing }: Extract<Effect, { kind: 'compose' }>): Promise<void> {
      let text: string | undefined;
      const failure = await handedOver(async () => {
        text = await effects.compose(writing.text);
      }, words.composeFailed);
      if (text !== undefined)
        stage().dispatch({ kind: 'written', id, writing: { ...writing, text } });
      said(failure);
    },
  };
}

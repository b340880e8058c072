// Adds, removes and undoes from the screen; a failure becomes a notice.

import type { HistoryEvent } from '../history/event.ts';
import type { Card } from '../library/article/card.ts';
import type { TuiOptions } from './pages/options.ts';
import type { Action, State } from './state/state.ts';
import type { LiveWorld } from './state/world.ts';

export interface Librarian {
  add(address: string): Promise<void>;
  remove(card: Card): Promise<void>;
  /** Fetches the feeds that are due, or all; one time at once. */
  fetch(all: boolean): Promise<void>;
  lookAtFeeds(): Promise<void>;
  /** Keeps in mind how a mark is taken back; called before it is made. */
  marking(event: Exclude<HistoryEvent, { readonly kind: 'read' | 'clear' }>): void;
  undo(): Promise<void>;
}

interface Screen {
  get(): State;
  dispatch(action: Action): void;
}

export function librarian(
  { effects, feeds, wording }: TuiOptions,
  live: LiveWorld,
  screen: () => Screen,
  record: (event: HistoryEvent) => void,
): Librarian {
  const { notice } = wording.messages;
  let back: (() => Promise<void>) | undefined;
  let isUndoing = false;
  let isFetching = false;

  const say = (text: string): void => screen().dispatch({ kind: 'notice', text });
  const shown = async (text: string, id?: string): Promise<void> => {
    await live.refresh();
    screen().dispatch({ kind: 'library', notice: text, ...(id === undefined ? {} : { id }) });
  };
  const titleOf = (id: string): string =>
    live.world.cards.find((card) => card.id === id)?.title ?? id;

  const lookAtFeeds = async (): Promise<void> => {
    try {
      const facts = await feeds?.facts();
      if (facts && facts.size > 0) screen().dispatch({ kind: 'feeds', feeds: facts });
    } catch {
      // The shelf does without.
    }
  };

  return {
    lookAtFeeds,
    async fetch(all) {
      if (feeds === undefined || isFetching) return;
      isFetching = true;
      try {
        await shown(await feeds.fetch(all, say));
      } catch (error) {
        say(notice.fetchFailed(reasonOf(error)));
      } finally {
        isFetching = false;
        await lookAtFeeds();
      }
    },
    async add(address) {
      try {
        const { id, text } = await effects.add(address, say);
        await shown(text, id);
        await lookAtFeeds();
      } catch (error) {
        say(notice.addFailed(reasonOf(error)));
      }
    },
    async remove(card) {
      try {
        const restore = await effects.remove(card);
        back = async () => {
          await restore();
          await shown(notice.restored(card.title), card.id);
        };
        await shown(notice.removed(card.title));
      } catch (error) {
        say(notice.removeFailed(reasonOf(error)));
      }
    },
    marking(event) {
      if (isUndoing) return;
      const { id } = event;
      if (event.kind === 'note' || event.kind === 'unnote') {
        const notes = screen().get().readings.get(id)?.notes ?? [];
        const before = notes.find(({ note }) => note === event.note);
        back = async () => {
          const at = effects.now();
          record(
            before === undefined
              ? { kind: 'unnote', id, at, note: event.note }
              : { kind: 'note', id, ...before, at },
          );
          say(notice.taken);
        };
        return;
      }
      back = async () => {
        const at = effects.now();
        if (event.kind === 'star') record({ ...event, at, starred: !event.starred });
        else record({ ...event, at, read: !event.read });
        say(notice.unmarked(titleOf(id)));
      };
    },
    async undo() {
      const last = back;
      back = undefined;
      if (last === undefined) return say(notice.nothingToUndo);
      isUndoing = true;
      try {
        await last();
      } catch (error) {
        say(notice.undoFailed(reasonOf(error)));
      } finally {
        isUndoing = false;
      }
    },
  };
}

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.split('\n')[0] ?? '';
}

// What the reader says of an article: a star given or taken, read or unread. Pure.

import type { Card } from '../../library/article/card.ts';
import type { State, Update, World } from './state.ts';

/** The state after a star was given to an article, or taken from it. */
export function starred(state: State, world: World, { id }: Card): Update {
  const isStarred = state.readings.get(id)?.starred !== true;
  const { notice } = world.messages;
  return {
    state: { ...state, notice: isStarred ? notice.starred : notice.unstarred },
    effects: [{ kind: 'record', event: { kind: 'star', id, at: world.now(), starred: isStarred } }],
  };
}

/** Marks an article read that is not, and unread that is. */
export function marked(state: State, world: World, { id }: Card): Update {
  const read = state.readings.get(id)?.read !== true;
  const { notice } = world.messages;
  return {
    state: { ...state, notice: read ? notice.markedRead : notice.markedUnread },
    effects: [{ kind: 'record', event: { kind: 'mark', id, at: world.now(), read } }],
  };
}

// A star for an article, given or taken. Pure.

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

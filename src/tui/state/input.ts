// What a key, a paste or the wheel means where the reader stands: an action, or nothing. Pure.

import type { TerminalInput } from '../keys/keyboard.ts';
import { commandOf, type Keymap } from '../keys/keymap.ts';
import { type Action, contextOf, type State } from './state.ts';

export function actionOf(input: TerminalInput, state: State, keymap: Keymap): Action | undefined {
  const context = contextOf(state);
  switch (input.kind) {
    case 'wheel':
      return { kind: 'wheel', direction: input.direction };
    case 'answer':
      return undefined;
    case 'paste':
      return context === 'typing' ? { kind: 'type', text: input.text } : undefined;
    case 'key': {
      const command = commandOf(keymap, context, input.name);
      if (command !== undefined) return { kind: 'command', command };
      return context === 'typing' && input.text !== undefined
        ? { kind: 'type', text: input.text }
        : undefined;
    }
  }
}

import { describe, expect, it } from 'vitest';
import { NewsError } from '../../../src/errors.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { commandOf, DEFAULT_KEYMAP, keyLabel, keymap } from '../../../src/tui/keys/keymap.ts';

const { tui } = messagesFor('en');
const failure = (work: () => unknown): NewsError => {
  try {
    work();
  } catch (error) {
    if (error instanceof NewsError) return error;
  }
  throw new Error('nothing was thrown');
};

describe('the keymap', () => {
  it('has no key twice on one screen', () => {
    expect(() => keymap({}, tui)).not.toThrow();
  });

  it('explains every command in the help', () => {
    for (const bindings of Object.values(DEFAULT_KEYMAP))
      for (const { help } of bindings) expect(tui.help[help]).toMatch(/\S/);
  });

  it('takes other keys, one or several, and gives the old ones up', () => {
    const map = keymap({ 'reader.quit': ['Q', 'x'], 'shelf.quit': 'Q' }, tui);
    expect(commandOf(map, 'reader', 'x')).toBe('reader.quit');
    expect(commandOf(map, 'reader', 'q')).toBeUndefined();
    expect(commandOf(map, 'shelf', 'Q')).toBe('shelf.quit');
  });

  it('says which two commands claim a key', () => {
    const { message, code } = failure(() => keymap({ 'reader.next': ['n'] }, tui));
    expect(code).toBe('usage');
    expect(message).toContain('reader.next');
    expect(message).toContain('reader.nextHit');
    expect(message).toContain('“n”');
  });

  it('says which command it does not know, and which there are', () => {
    const { message, hint } = failure(() => keymap({ 'reader.fly': ['z'] }, tui));
    expect(message).toContain('reader.fly');
    expect(hint).toContain('reader.next');
  });

  it('takes no keys that are not keys', () => {
    expect(
      failure(() => keymap({ 'reader.next': [7] as unknown as string[] }, tui)).message,
    ).toContain('reader.next');
  });

  it('calls keys by signs, or by ASCII names where there are no signs', () => {
    expect(keyLabel('right', true, tui)).toBe('→');
    expect(keyLabel('right', false, tui)).toBe('Right');
    expect(keyLabel('ctrl-z', true, tui)).toBe('Ctrl-Z');
  });
});

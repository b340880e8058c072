// Faults of the config file's keys, apart from the themes': reading needs none of it.

import { type Asked, placed, wrong } from '../context/config-faults.ts';
import type { NewsError } from '../errors.ts';
import { type KeyOverrides, keymap } from '../tui/keys/keymap.ts';

/** Faults of the keys that the config file gives to commands of the full-screen reader. */
export function keyFaults(context: Asked): readonly NewsError[] {
  const { settings, messages } = context;
  const keys = Object.entries(settings.keys);
  const ask = (some: readonly (readonly [string, unknown])[]) =>
    wrong(() => keymap(Object.fromEntries(some) as KeyOverrides, messages.tui));
  // What does not clash with itself: an unknown command, or keys that are no texts.
  const alone = keys.flatMap(([command, own]) => {
    const texts = [own].flat().every((key) => typeof key === 'string');
    return placed(ask([[command, texts ? [] : own]]), ['keys', command], context);
  });
  if (alone.length > 0) return alone;
  const clash = ask(keys);
  const without = keys.findIndex((one) => ask(keys.filter((other) => other !== one)) === undefined);
  const path = without < 0 ? ['keys'] : ['keys', keys[without]?.[0] ?? ''];
  return placed(clash, path, context);
}

// Emoji by name, from the data that node-emoji uses. Loaded only where a text has a `:name:`.

import emojis from 'emojilib/emojis.json' with { type: 'json' };

const NAME = /:([\w+-]{1,64}):/g;
const signs: Readonly<Record<string, { readonly char?: string | null }>> = emojis;

/** `text` with each `:name:` that names an emoji replaced by it. */
export function insertEmoji(text: string): string {
  return text.replace(NAME, (whole, name: string) =>
    Object.hasOwn(signs, name) ? (signs[name]?.char ?? whole) : whole,
  );
}

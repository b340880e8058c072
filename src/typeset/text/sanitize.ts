// Makes strangers' text harmless: what acts on a terminal or misleads the eye becomes one sign.

/** Stands in text for something that was removed; a theme shows it as its `removed` sign. */
export const REMOVED = '\uFFFD';

// CSI sequences go whole (ECMA-48 5.4); of all else only the control itself.
const CSI = '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?';
const CONTROL = '[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]';
// Bidi controls, fillers, format characters that show nothing, kitty's picture placeholder.
const INVISIBLE =
  '[\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{10eeee}]';
const JOINER = '[\\u200c\\u200d\\u034f]';
const SELECTOR = '[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]';
const TAG = '[\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]';
const LONE = '[\\ud800-\\udfff]';

// A flag spelled in tags: black flag, tags, end tag (UTS 51, ED-14a).
const FLAG = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{1,12}\\u{e007f}';

// Single UTF-16 units; joiner and selectors apart, for a class would join them to what they follow.
const SUSPECT =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff]|\u034f|[\u180b-\u180d]|\u180f|[\ufe00-\ufe0f]/;
// Classes of all of Unicode take longer to make than an article to set.
let suspectAstral: RegExp | undefined;
let rules: RegExp | undefined;
let needs: ReturnType<typeof makeNeeds> | undefined;

const makeNeeds = () => ({
  // Scripts that need joiners to be written right; U+034F has no such use in running text.
  joining:
    /(?=\p{L})[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Hebrew}](?:(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{M}){0,8}$/u,
  emojiBefore: /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u,
  emojiAfter: /^\p{Extended_Pictographic}/u,
  // Not the signs of ASCII: once that markup is gone two selectors could stand together.
  shownBefore: /(?![!-/:-@[-`{-~])[\p{L}\p{M}\p{N}\p{S}]$/u,
  keycap: /^[#*]\ufe0f\u20e3$/,
  selectorBefore: /(?:[\ufe00-\ufe0f]|\udb40[\udd00-\uddef])$/,
});

/**
 * `text` with line ends as `\n` and without anything that a terminal would obey or hide: C0 and C1
 * controls but tab and line feed, DEL, bidi controls, lone surrogates, and zero-width, tag and
 * selector characters where neither a script nor an emoji needs them. Each stretch of them leaves
 * one U+FFFD, so nothing on its two sides can join; setting the result again changes nothing.
 */
export function sanitize(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029]/g, '\n');
  suspectAstral ??= new RegExp(
    `\\p{Surrogate}|[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]|${INVISIBLE}|${JOINER}|${SELECTOR}|${TAG}`,
    'u',
  );
  if (!suspectAstral.test(lines)) return lines;
  rules ??= new RegExp(
    `${FLAG}|${CSI}|${CONTROL}|${INVISIBLE}|${JOINER}|${SELECTOR}|${TAG}|${LONE}`,
    'gu',
  );
  // What follows something removed follows U+FFFD, and needs nothing.
  let removed = -1;
  return lines
    .replace(rules, (found, at: number) => {
      const stands = at !== removed || found.startsWith('\u{1f3f4}');
      if (stands && isNeeded(found, at, lines)) return found;
      removed = at + found.length;
      return REMOVED;
    })
    .replace(/\ufffd+/g, REMOVED);
}

/** Whether a script or an emoji needs what was found at `at`. */
function isNeeded(found: string, at: number, text: string): boolean {
  if (found.startsWith('\u{1f3f4}')) return true;
  needs ??= makeNeeds();
  const before = text.slice(Math.max(0, at - 12), at);
  if (found === '\u200c' || found === '\u200d') {
    if (needs.joining.test(before)) return true;
    return (
      found === '\u200d' &&
      needs.emojiBefore.test(before) &&
      needs.emojiAfter.test(text.slice(at + 1, at + 3))
    );
  }
  const isSelector = /^(?:[\ufe00-\ufe0f]|\udb40[\udd00-\uddef])$/.test(found);
  if (!isSelector || needs.selectorBefore.test(before)) return false;
  return needs.shownBefore.test(before) || needs.keycap.test(text.slice(at - 1, at + 2));
}

// Makes one line of text from a field or a file name harmless to a terminal. Knows nothing of articles' bodies.

// C0, C1, DEL, line and paragraph separators, marks and overrides of direction, fillers and operators
// that show nothing, byte order marks, tag characters and unpaired surrogates; a joiner where no script
// or emoji before it joins; a second variation selector. What comes first stays: a flag spelled in tags.
const makeDangerous = () =>
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,12}\u{e007f})|[\u0000-\u001f\u007f-\u009f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\u034f|\p{Cs}|(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Z}\p{P}\p{N}\p{C}])[\u200c\u200d]|(?<=^|[\p{Z}\p{C}]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])/gu;
// Classes of all of Unicode take a millisecond to make; Latin text needs none.
const HARMLESS = /^[ -~\u00a0-\u02ff\u2010-\u2027]*$/;
let dangerous: RegExp | undefined;
const SPACES = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;

/** The text on one line, each character that could act on a terminal or hide replaced by U+FFFD. */
export function cleanLine(text: string): string {
  const line = text.replaceAll('\u00ad', '').replace(SPACES, ' ');
  if (HARMLESS.test(line)) return line.trim();
  dangerous ??= makeDangerous();
  return line.replace(dangerous, (_, kept: string | undefined) => kept ?? '\ufffd').trim();
}

/** `text` without its percent encoding; as it is where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

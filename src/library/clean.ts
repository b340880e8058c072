// Makes one line of text from a field or a file name harmless to a terminal. Knows nothing of articles' bodies.

// C0, C1, DEL, line and paragraph separators, marks and overrides of direction, invisible operators,
// byte order marks, tag characters and unpaired surrogates. Joiners (U+200C, U+200D) stay: scripts and emoji need them.
const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const SPACES = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;

/** The text on one line, each character that could act on a terminal replaced by U+FFFD. */
export function cleanLine(text: string): string {
  return text.replace(SPACES, ' ').replace(DANGEROUS, replacement).trim();
}

function replacement(sign: string): string {
  return sign === '\u00ad' ? '' : '\ufffd';
}

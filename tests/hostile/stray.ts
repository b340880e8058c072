// Finds what must not be in the program's output. Its rules are its own, so that a mistake in the
// program's can't hide here.

/** Codes of SGR that a theme may use: no blinking, no concealing, no fonts. */
const SGR = /\x1b\[([\d;]*)m/g;
const CODES = new Set([0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 39, 49]);
const LINK = /\x1b\]8;(?:id=news-\d+;(?:https?:\/\/|mailto:|file:\/\/)[!-:<-~]*|;)\x1b\\/g;
// Controls but line feed and tab; bidi; zero width and fillers; tags; lone surrogates.
const STRAY =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0001}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]|\p{Cs}|(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0020}-\u{e007f}]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2}|[a-z][\u200c\u200d][a-z]/u;

/** The first thing in `output` that must not be there, with what stands around it; undefined where there is none. */
export function strayIn(output: string, kind: 'pipe' | 'terminal'): string | undefined {
  let rest = output;
  if (kind === 'terminal') {
    rest = rest
      .replace(LINK, '')
      .replace(SGR, (whole, codes: string) => (allowed(codes) ? '' : whole));
  }
  const found = STRAY.exec(rest);
  if (!found) return undefined;
  return JSON.stringify(rest.slice(Math.max(0, found.index - 60), found.index + 40)).replace(
    /[^ -~]/gu,
    (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`,
  );
}

function allowed(codes: string): boolean {
  const numbers = codes.split(';').map(Number);
  if ((numbers[0] === 38 || numbers[0] === 48) && numbers.length > 2) return true;
  return numbers.every(
    (code) =>
      CODES.has(code) ||
      (code >= 30 && code <= 37) ||
      (code >= 40 && code <= 47) ||
      (code >= 90 && code <= 97) ||
      (code >= 100 && code <= 107),
  );
}

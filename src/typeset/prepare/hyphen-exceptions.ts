// German words that the patterns break wrongly, with the breaks that Duden gives.

/** Words and parts of compounds that patterns break wrong: „Clou-danbieter“. */
const WORDS: readonly string[] = [
  'bild-er-ken-nung',
  'bild-er-ken-nungs',
  'cloud',
  'ga-ming',
  'guru-fo-cus',
  'mash-able',
  'siemiat-kow-ski',
  'whist-le-blo-wer',
];

/** Letters the rest must have to stand on a line of its own; shorter, it is an ending. */
const REST = 4;

const EXCEPTIONS = WORDS.map((marked) => ({ marked, plain: marked.replaceAll('-', '') })).sort(
  (a, b) => b.plain.length - a.plain.length,
);

/** `word` with soft hyphens if it begins with an exception; `hyphenate` serves for the rest. */
export function germanException(
  word: string,
  hyphenate: (rest: string) => string,
): string | undefined {
  const lower = word.toLowerCase();
  const found = EXCEPTIONS.find(({ plain }) => lower.startsWith(plain));
  if (found === undefined) return undefined;
  let at = 0;
  const first = Array.from(found.marked, (sign) =>
    sign === '-' ? '\u00ad' : word.charAt(at++),
  ).join('');
  const rest = word.slice(at);
  return rest.length < REST ? first + rest : `${first}\u00ad${hyphenate(rest)}`;
}

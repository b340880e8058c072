// German words that the patterns break wrongly, with the breaks that Duden gives.

/**
 * Words and first parts of compounds, with `-` where a break is allowed; whatever follows is a word
 * of its own. The patterns take „Cloudanbieter“ for „Clou-danbieter“ and read foreign names as German.
 */
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

/**
 * `word` with its soft hyphens if it is or begins with one of the exceptions, else nothing;
 * `hyphenate` serves for the rest of a compound.
 */
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

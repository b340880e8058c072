// Liang's patterns („Word Hy-phen-a-tion by Com-put-er“, 1983) as a packed trie, walked in its
// string: German's objects are 33,000 letters at each start.

/** A node of a trie by letters: what follows, and the index of the levels where a pattern ends. */
type TrieNode = number | Trie | readonly [Trie, number];
interface Trie {
  readonly [letter: string]: TrieNode;
}

/** Patterns as the `hyphen` package has them: levels, trie, and where the words may be parted that follow neither. */
export type PatternDefinition = readonly [
  readonly (readonly number[])[],
  Trie,
  Readonly<Record<string, readonly number[]>>?,
];

export interface PackedPatterns {
  readonly levels: readonly (readonly number[])[];
  /**
   * Nodes, root first: count of letters, then for each the letter, 1 + the index of its levels (or 0), and
   * the distance of its node in two units (or 0). Numbers begin at `ZERO`, so that few are escaped.
   */
  readonly trie: string;
  readonly exceptions: Readonly<Record<string, readonly number[]>>;
}

const ZERO = 0x30;
/** Numbers of one unit, which then takes no more than two bytes of UTF-8. */
const UNIT = 0x7_00;
/** Units of a letter in a node. */
const ENTRY = 4;

/** `definition` packed, or as it is where the build has done that. */
export function packPatterns(definition: PatternDefinition | PackedPatterns): PackedPatterns {
  if (!Array.isArray(definition)) return definition as PackedPatterns;
  const [levels, root, exceptions] = definition as PatternDefinition;
  const units: number[] = [];
  const place = (trie: Trie): number => {
    const at = units.length;
    const entries = Object.entries(trie);
    units.push(entries.length + ZERO);
    const first = units.length;
    for (const [letter] of entries) units.push(letter.charCodeAt(0), ZERO, ZERO, ZERO);
    entries.forEach(([, node], index) => {
      const entry = first + index * ENTRY;
      const [inner, level] =
        typeof node === 'number' ? [undefined, node] : Array.isArray(node) ? node : [node, -1];
      units[entry + 1] = level + 1 + ZERO;
      if (inner === undefined || Object.keys(inner).length === 0) return;
      const to = place(inner as Trie) - at;
      units[entry + 2] = (to % UNIT) + ZERO;
      units[entry + 3] = Math.floor(to / UNIT) + ZERO;
    });
    return at;
  };
  place(root);
  const trie = Array.from(units, (unit) => String.fromCharCode(unit)).join('');
  return { levels, trie, exceptions: exceptions ?? {} };
}

/** The indices in `word`, which is letters alone, before which it may be parted, ascending. */
export function partingPoints(word: string, patterns: PackedPatterns): readonly number[] {
  const { levels, exceptions } = patterns;
  const lowered = word.toLocaleLowerCase();
  if (Object.hasOwn(exceptions, lowered)) return exceptions[lowered] ?? [];
  const found = new Uint8Array(word.length + 1);
  const text = `.${lowered}.`;
  for (let from = 0; from <= text.length - 3; from++) {
    walk(text, from, patterns.trie, (level) => {
      // A pattern's levels do not count the full stop that stands for a word's beginning.
      let at = Math.max(0, from - 1);
      for (const own of levels[level] ?? []) {
        if (own > (found[at] ?? own)) found[at] = own;
        at++;
      }
    });
  }
  const points: number[] = [];
  for (let at = 2; at < word.length - 1; at++) if (found[at]! % 2 === 1) points.push(at);
  return points;
}

/** Tells the levels of each pattern that stands in `text` at `from`. */
function walk(text: string, from: number, trie: string, tell: (level: number) => void): void {
  let node = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    const first = node + 1;
    const last = first + (trie.charCodeAt(node) - ZERO) * ENTRY;
    let entry = first;
    while (entry < last && trie.charCodeAt(entry) !== letter) entry += ENTRY;
    if (entry === last) return;
    const level = trie.charCodeAt(entry + 1) - ZERO;
    if (level > 0) tell(level - 1);
    const way = trie.charCodeAt(entry + 2) - ZERO + (trie.charCodeAt(entry + 3) - ZERO) * UNIT;
    if (way === 0) return;
    node += way;
  }
}

// Text as it is compared when something is sought: without case and diacritics, as long as it was.

/** Folded forms of one UTF-16 unit, computed when first met; 0 is not yet known. */
const LOWER = new Uint16Array(0x1_00_00);
const BASE = new Uint16Array(0x1_00_00);

/** What is typed for signs that few keyboards have. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2009\u202f]/, ' '],
  [/[‘’‚‹›]/, "'"],
  [/[„“”«»]/, '"'],
  [/[–—]/, '-'],
];

/** A unit without its diacritics, and in lower case unless `cased`; always one unit for one. */
function foldUnit(unit: number, cased: boolean): number {
  const table = cased ? BASE : LOWER;
  const known = table[unit] as number;
  if (known !== 0) return known;
  const char = String.fromCharCode(unit);
  const base = TYPED.find(([signs]) => signs.test(char))?.[1] ?? char.normalize('NFD').charAt(0);
  const folded = cased ? base : base.toLowerCase();
  const code = folded.length === 1 ? folded.charCodeAt(0) : unit;
  table[unit] = code;
  return code;
}

/** Text without diacritics, and in lower case unless `cased`, unit for unit as long as it was. */
export function foldText(text: string, cased = false): string {
  // Most of a text is ASCII, which the engine lowers many times as fast.
  const plain = text.replace(/[^\u0000-\u007f]/g, (unit) =>
    String.fromCharCode(foldUnit(unit.charCodeAt(0), cased)),
  );
  return cased ? plain : plain.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

// Which spellings are the same to someone who types: case, diacritics, and ä = ae = a.

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const OTHERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ſ: 's',
};
const OTHER = /[ßæœøđðłıþħſ]/g;

/** The text in lower case without diacritics; `ß` is `ss`, `æ` is `ae`. Digraphs stay as they are. */
export function stripMarks(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(OTHER, (sign) => OTHERS[sign] ?? sign);
}

/** One form for all spellings: `Über`, `ueber`, `uber` fold to `uber`. Keeps prefixes; idempotent. */
export function fold(text: string): string {
  return collapseDigraphs(stripMarks(text));
}

// A run of e goes as a whole, so that "aee" does not become a new digraph.
function collapseDigraphs(text: string): string {
  return text.replace(/([aou])e+/g, '$1');
}

/** The folded words of a text, split at everything that is neither letter nor digit. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

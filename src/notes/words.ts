// The form in which quotes compare: words, one blank between, without case, accents and
// punctuation; with places.

/** A text in another form. `at[k]` is the index in the text of the form's unit `k`. */
export interface Form {
  readonly text: string;
  readonly at: Int32Array;
}

const UNKNOWN = 0;
const BREAK = 1;
const DROPPED = 2;
/** What each UTF-16 unit is in the form: a break between words, nothing, or a unit; found out when first met. */
const FOLDED = new Uint16Array(0x1_00_00);

function foldedUnit(unit: number): number {
  const known = FOLDED[unit] as number;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(unit);
  const base = char.normalize('NFD').charAt(0).toLowerCase().charCodeAt(0);
  const isInside = /[\u00ad\u200b-\u200d\u2060'’‘´`]|\p{M}/u.test(char);
  const isUnit = /[\p{L}\p{N}\p{Cs}\p{So}]/u.test(char);
  const folded = isInside ? DROPPED : isUnit ? base : BREAK;
  FOLDED[unit] = folded;
  return folded;
}

export function wordsOf(text: string): Form {
  return formOf(text, foldedUnit);
}

/** A text as it stands, but for its blanks: for code, formulas, and whatever else is made of signs. */
export function signsOf(text: string): Form {
  return formOf(text, (unit) =>
    unit <= 0x20 || unit === 0xa0 || unit === 0x202f ? BREAK : unit === 0xad ? DROPPED : unit,
  );
}

function formOf(text: string, made: (unit: number) => number): Form {
  const units = new Uint16Array(text.length);
  const at = new Int32Array(text.length);
  let length = 0;
  let gap = -1;
  for (let index = 0; index < text.length; index++) {
    const unit = made(text.charCodeAt(index));
    if (unit === DROPPED) continue;
    if (unit === BREAK) {
      if (gap < 0) gap = index;
      continue;
    }
    if (gap >= 0 && length > 0) {
      units[length] = 0x20;
      at[length++] = gap;
    }
    gap = -1;
    units[length] = unit;
    at[length++] = index;
  }
  return { text: decoded(units.subarray(0, length)), at: at.subarray(0, length) };
}

const DECODER = new TextDecoder('utf-16le');

/** Lone halves of characters become U+FFFD, unit for unit. */
const decoded = (units: Uint16Array): string => DECODER.decode(units);

/** Whether a word may end at this end of a text: it is empty, or a sign between words stands there. */
export function isBreak(text: string, index: number): boolean {
  return index < 0 || index >= text.length || foldedUnit(text.charCodeAt(index)) === BREAK;
}

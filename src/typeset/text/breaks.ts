// Where a line may end: the break opportunities of UAX 14 (Unicode 16). Knows characters alone.

import * as is from './break-classes.ts';
import { breakClass } from './break-classes.ts';
import {
  classAt,
  closesBefore,
  isEastAsian,
  isEastAsianAround,
  isFinal,
  isHangul,
  isInitial,
  isPicture,
  startsNumber,
  startsWord,
} from './break-marks.ts';

/** What the rules ask about the text so far. Marks belong to their base and are not seen here. */
interface Context {
  readonly text: string;
  readonly from: number;
  /** Class and index of the last character that is no space; class 0 at the start. */
  last: number;
  lastAt: number;
  /** Class of the character right before it, spaces counted, and where that stood. */
  before: number;
  beforeAt: number;
  /** Spaces since the last character. */
  spaces: boolean;
  /** The last character opens a quotation (LB15a). */
  opening: boolean;
  /** 1 inside `NU (SY | IS)*`, 2 where a bracket has closed that, else 0 (LB25). */
  number: number;
  /** Regional indicators in a row (LB30a). */
  flags: number;
}

let found = new Int32Array(1024);

/** Break opportunities strictly between `from` (a text's start) and `to`; good until the next call. */
export function breaksBetween(text: string, from: number, to: number): Int32Array {
  if (found.length < to - from) found = new Int32Array((to - from) * 2);
  let count = 0;
  let joined = false;
  let words: ReadonlySet<number> = new Set();
  let wordsEnd = from;
  const now: Context = {
    text,
    from,
    last: 0,
    lastAt: from,
    before: 0,
    beforeAt: from,
    spaces: false,
    opening: false,
    number: 0,
    flags: 0,
  };
  for (let i = from; i < to; i++) {
    let own = breakClass(text.charCodeAt(i));
    if (own === is.AL && now.last === is.AL && !now.spaces) {
      // Letters after letters are most of all text: run to the last of them.
      let end = i + 1;
      while (end < to && breakClass(text.charCodeAt(end)) === is.AL) end++;
      now.before = is.AL;
      now.beforeAt = end - i > 1 ? end - 2 : now.lastAt;
      now.lastAt = end - 1;
      i = end - 1;
      joined = false;
      continue;
    }
    if (own === is.SP) {
      now.spaces = now.last !== 0;
      joined = false;
      continue;
    }
    const at = i;
    if (own === is.SG) {
      const code = text.codePointAt(i)!;
      own = code > 0xff_ff ? breakClass(code) : is.AL;
      if (code > 0xff_ff) i++;
    }
    const marks = own === is.CM || own === is.ZWJ;
    if (marks && now.last !== 0 && now.last !== is.ZW && !now.spaces) {
      joined = own === is.ZWJ; // LB9
      continue;
    }
    const joins = joined;
    joined = own === is.ZWJ;
    if (marks) own = is.AL; // LB10
    if (own === is.SA && at >= wordsEnd) [words, wordsEnd] = wordsFrom(text, at, to);
    if (now.last !== 0 && !joins) {
      const isSpoken = own === is.SA && now.last === is.SA && !now.spaces;
      if (isSpoken ? words.has(at) : isBreak(now, own, at)) found[count++] = at;
    }
    step(now, own, at);
  }
  return found.subarray(0, count);
}

function step(now: Context, own: number, at: number): void {
  const { last, spaces } = now;
  const isQuote = own === is.QU && isInitial(now.text, at);
  now.opening =
    isQuote &&
    (spaces || last === 0 || last === is.OP || last === is.QU || last === is.GL || last === is.ZW);
  if (own === is.NU) now.number = 1;
  else if (now.number !== 1 || spaces) now.number = 0;
  else if (own === is.CL || own === is.CP) now.number = 2;
  else if (own !== is.SY && own !== is.IS) now.number = 0;
  now.flags = own !== is.RI ? 0 : last === is.RI && !spaces ? now.flags + 1 : 1;
  now.before = spaces ? is.SP : last;
  now.beforeAt = now.lastAt;
  now.last = own;
  now.lastAt = at;
  now.spaces = false;
}

/** Whether UAX 14 allows a break before the character of class `own` at `at`: LB7 to LB31. */
function isBreak(now: Context, own: number, at: number): boolean {
  const { text, last, before, spaces } = now;
  if (own === is.ZW) return false;
  if (last === is.ZW) return true;
  if (own === is.WJ || (last === is.WJ && !spaces)) return false;
  if (!spaces) {
    if (last === is.GL) return false;
    if (own === is.GL && last !== is.BA && last !== is.HY && last !== is.HH) return false;
  }
  if (own === is.CL || own === is.CP || own === is.EX || own === is.SY) return false;
  if (last === is.OP || now.opening) return false;
  if (own === is.QU && isFinal(text, at) && closesBefore(text, at + 1)) return false;
  if (own === is.IS) return spaces && classAt(text, at + 1) === is.NU; // LB15c, LB15d
  if (own === is.NS && (last === is.CL || last === is.CP)) return false;
  if (own === is.B2 && last === is.B2) return false;
  if (spaces) return true;
  if (own === is.QU && (!isInitial(text, at) || !isEastAsianAround(text, now.lastAt, at + 1))) {
    return false;
  }
  if (last === is.QU) {
    const isInner = before === 0 || !isEastAsianAround(text, now.beforeAt, at);
    if (isInner || !isFinal(text, now.lastAt)) return false;
  }
  if (own === is.CB || last === is.CB) return true;
  const isLetter = own === is.AL || own === is.HL;
  const wasHyphen = last === is.HY || last === is.HH;
  if (wasHyphen && isLetter && startsWord(before)) return false;
  if (own === is.BA || own === is.HY || own === is.HH || own === is.NS) return false;
  if (last === is.BB || own === is.IN) return false;
  if (wasHyphen && before === is.HL && own !== is.HL) return false;
  if (last === is.SY && own === is.HL) return false;
  return !isKept(now, own, isLetter, at);
}

/** LB23 to LB30b: what keeps together letters, figures, signs, Hangul, brackets and emoji. */
function isKept(now: Context, own: number, isLetter: boolean, at: number): boolean {
  const { text, last, number } = now;
  const wasLetter = last === is.AL || last === is.HL || last === is.SA;
  const letter = isLetter || own === is.SA;
  const isSign = own === is.PR || own === is.PO;
  switch (last) {
    case is.NU:
      if (letter) return true;
      break;
    case is.PR:
      if (letter || isPicture(own) || isHangul(own)) return true;
      if (own === is.NU || (own === is.OP && startsNumber(text, at + 1))) return true;
      break;
    case is.PO:
      if (letter || own === is.NU) return true;
      if (own === is.OP && startsNumber(text, at + 1)) return true;
      break;
    case is.HY:
      if (own === is.NU) return true;
      break;
    case is.IS:
      if (letter || own === is.NU) return true;
      break;
    case is.CP:
      if ((letter || own === is.NU) && !isEastAsian(text, now.lastAt)) return true;
      break;
    case is.RI:
      return own === is.RI && now.flags % 2 === 1;
    case is.EB:
      if (own === is.EM) return true;
      break;
    case is.JL:
      if (own === is.JL || own === is.JV || own === is.H2 || own === is.H3) return true;
      break;
    case is.JV:
    case is.H2:
      if (own === is.JV || own === is.JT) return true;
      break;
    case is.JT:
    case is.H3:
      if (own === is.JT) return true;
      break;
  }
  if (wasLetter && (letter || isSign || own === is.NU)) return true;
  if (own === is.PO && (isPicture(last) || isHangul(last))) return true;
  if (number !== 0 && isSign) return true;
  if (number === 1 && own === is.NU) return true;
  return own === is.OP && (wasLetter || last === is.NU) && !isEastAsian(text, at);
}

let wordSegmenter: Intl.Segmenter | undefined;
const SPOKEN = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]+/u;

/** Where words begin in the run of a script without spaces, by the engine's dictionaries (LB1). */
function wordsFrom(text: string, at: number, to: number): [ReadonlySet<number>, number] {
  const run = SPOKEN.exec(text.slice(at, to))?.[0] ?? text.charAt(at);
  wordSegmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const words = new Set<number>();
  for (const { index } of wordSegmenter.segment(run)) words.add(at + index);
  return [words, at + run.length];
}

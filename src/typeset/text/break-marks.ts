// What line breaking asks of single characters: quotation marks, numbers, width.

import * as is from './break-classes.ts';
import { breakClass } from './break-classes.ts';
import { columns } from './width.ts';

export function isPicture(own: number): boolean {
  return own === is.ID || own === is.EB || own === is.EM;
}

export function isHangul(own: number): boolean {
  return own >= is.H2 && own <= is.JT;
}

/** Whether a hyphen after a character of this class begins a word, as in „-bar“ (LB20a). */
export function startsWord(before: number): boolean {
  return (
    before === 0 || before === is.SP || before === is.ZW || before === is.CB || before === is.GL
  );
}

/** `NU` or `IS NU`, what a bracket before a number holds (LB25). */
export function startsNumber(text: string, at: number): boolean {
  const own = classAt(text, at);
  return own === is.NU || (own === is.IS && classAt(text, at + 1) === is.NU);
}

export function isInitial(text: string, at: number): boolean {
  return /\p{Pi}/u.test(text.charAt(at));
}

export function isFinal(text: string, at: number): boolean {
  return /\p{Pf}/u.test(text.charAt(at));
}

const CLOSERS: ReadonlySet<number> = new Set([
  is.SP,
  is.GL,
  is.WJ,
  is.CL,
  is.QU,
  is.CP,
  is.EX,
  is.IS,
  is.SY,
  is.ZW,
]);

/** What may follow a closing quotation mark (LB15b), the end of the text included. */
export function closesBefore(text: string, at: number): boolean {
  return at >= text.length || CLOSERS.has(classAt(text, at));
}

export function classAt(text: string, at: number): number {
  const code = text.codePointAt(at);
  return code === undefined ? 0 : breakClass(code);
}

export function isEastAsian(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  return (code >= 0xff_61 && code <= 0xff_dc) || columns(String.fromCodePoint(code)) === 2;
}

/** LB19a: a quotation mark may be broken from its neighbour only between East Asian characters. */
export function isEastAsianAround(text: string, one: number, other: number): boolean {
  return isEastAsian(text, one) && isEastAsian(text, other);
}

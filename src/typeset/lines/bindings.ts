// Which spaces hold two words together: number and unit, abbreviation, date, dash.

/** How firmly a space holds: `loose` breaks as any other, `close` when it must, `fast` never. */
export type Binding = 'loose' | 'close' | 'fast';

const MONTH =
  /^(?:Jan|Feb|Febr|Mär|Mrz|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez|Mar|Oct|Dec|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December)\.?$/;

/** Signs and short units that follow a number in any language. */
const UNIT =
  /^(?:[%‰°€$£¥₹]|°[CF]|[kcmµn]?m[²³23]?|[kmµ]?g|t|[mchd]?l|min|ms|[sh]|k?[VAW]|[kMGT](?:B|iB|Hz|W|Wh|bit|Bit)|Hz|px|pt|em|dpi|fps|EUR|USD|GBP|CHF|Mio|Mrd|Bio|Tsd|Uhr|Std|Sek|[ap]m|bn|[ap]\.m|US-\$)[.,;:!?)“”"»]*$/;

/** Longer words that count; „25,0 Milliarden“ may part in a narrow column, but should not. */
const COUNT =
  /^(?:Tausend|Million(?:en)?|Milliarden?|Billion(?:en)?|Prozent(?:punkte?)?|Euro|Franken|(?:US-)?Dollars?|Grad|Meter|Kilometer|Tonnen|Stunden?|Minuten?|Sekunden?|thousand|million|billion|trillion|percent|hours?|minutes?|seconds?|miles|feet)[.,;:!?)“”"»]*$/;

/** Abbreviations that belong to the figure after them. */
const BEFORE_FIGURE =
  /^[(„“"»]?(?:S|Nr|Nrn|Abb|Tab|Kap|Art|Abs|Bd|Bde|Ziff|Anm|Lit|Rn|Rz|Aufl|No|Nos|pp?|Fig|[Vv]ol|[Cc]h|[Ss]ec|ca|Ca|vgl|Jg|H|Sp|§§?|Tel|Az)\.?$/;
const SIGN_BEFORE_FIGURE = /^[(„“"»]?(?:§§?|[€$£¥]|EUR|USD|GBP|CHF|US-\$|±|≈|~|[<>≤≥=])$/;

const NUMBERED =
  /^[(„“"»]?(?:Kapitel|Teil|Seite|Artikel|Absatz|Abschnitt|Punkt|Band|Version|Abbildung|Tabelle|Platz|Stufe|Chapter|Part|Page|Article|Section|Figure|Table|Volume|Step|Nummer|Number)$/;
const TITLE = /^[(„“"»]?(?:Dr|Prof|Hr|Fr|Mr|Mrs|Ms|St|Dipl|Ing|Jr|Sr)\.$/;
/** The second part of an abbreviation in two parts: „n. Chr.“, „o. Ä.“, „z. B.“. */
const ABBREVIATED = /^(?:\p{L}|Chr|R|Ä|U|dgl|a\.\p{L})\.[.,;:!?)“”"»]*$/u;
const FIGURE = /^[(„“"»]?[-+–−±~]?\d[\d.,:/]*$/;
const ORDINAL = /^[(„“"»]?\d{1,2}\.$/;
const LONE_LETTER = /^[(„“"»]?\p{L}\.$/u;
const DASH = /^(?:[–—―‐-]|--|---)$/;

/** How many units of a word are looked at; no pattern here needs more. */
const REACH = 24;

/** How firmly blanks bind, by German (Duden) and English setting; looks from `start` to `limit`. */
export function binding(
  text: string,
  end: number,
  next: number,
  start: number,
  limit: number,
): Binding {
  const first = text.charCodeAt(next);
  const last = text.charCodeAt(end - 1);
  if (first > 0x20_0f && first < 0x20_27) {
    if (isDash(text, next, limit) || isTrail(text, next, limit)) return 'fast';
  }
  if (first === 0x2d && isDash(text, next, limit)) return 'fast';
  // Only a figure, a full stop or a sign before, or a figure after, can bind: most spaces end here.
  const figureAfter = first >= 0x30 && first <= 0x39;
  const isLetterBefore = (last >= 0x61 && last <= 0x7a) || last > 0xbf;
  if (isLetterBefore && !figureAfter) return 'loose';
  if (last === 0x2c || last === 0x3b) return 'loose';
  const before = wordBefore(text, end, start);
  const after = wordAfter(text, next, limit);
  if (before === '' || after === '') return 'loose';
  if (FIGURE.test(before)) return afterFigure(before, after);
  if (figureAfter) return beforeFigure(before, after);
  if (LONE_LETTER.test(before)) return ABBREVIATED.test(after) ? 'fast' : initial(before, after);
  return TITLE.test(before) ? 'close' : 'loose';
}

function afterFigure(before: string, after: string): Binding {
  if (UNIT.test(after)) return 'fast';
  if (/^\d{3}(?!\d)/.test(after) && /(?:^|\D)\d{1,3}$/.test(before)) return 'fast';
  if (ORDINAL.test(before)) {
    const month = after.replace(/[,;:!?)“”"»]+$/, '');
    return MONTH.test(month) || /^\d/.test(after) ? 'fast' : 'close';
  }
  if (/^\d{1,2}$/.test(before) && MONTH.test(after.replace(/,$/, ''))) return 'fast';
  return COUNT.test(after) ? 'close' : 'loose';
}

function beforeFigure(before: string, after: string): Binding {
  if (BEFORE_FIGURE.test(before) || SIGN_BEFORE_FIGURE.test(before)) return 'fast';
  if (MONTH.test(before)) return /^\d{1,2}(?!\d)/.test(after) ? 'fast' : 'close';
  return NUMBERED.test(before) ? 'close' : 'loose';
}

/** „J. Müller“: but a sentence may end in a letter, so this is no more than a wish. */
function initial(before: string, after: string): Binding {
  return /\p{Lu}\.$/u.test(before) && /^\p{Lu}/u.test(after) ? 'close' : 'loose';
}

/** A dash between spaces, or at the end, belongs to the word before; „–5“ is a number. */
function isDash(text: string, next: number, limit: number): boolean {
  const word = wordAfter(text, next, limit);
  return DASH.test(word) || /^[–—―](?!\d)/.test(word);
}

/** „Wort …“: an ellipsis that ends something does not begin a line. */
function isTrail(text: string, next: number, limit: number): boolean {
  return /^…[^\p{L}\p{N}]*$/u.test(wordAfter(text, next, limit));
}

function wordBefore(text: string, end: number, start: number): string {
  let from = end;
  const least = Math.max(start, end - REACH);
  while (from > least && !isSpace(text.charCodeAt(from - 1))) from--;
  return text.slice(from, end);
}

function wordAfter(text: string, next: number, limit: number): string {
  let to = next;
  const most = Math.min(limit, next + REACH);
  while (to < most && !isSpace(text.charCodeAt(to))) to++;
  return text.slice(next, to);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x20_2f;
}

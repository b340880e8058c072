// Dates of feeds: RFC 822 and its misspellings, ISO 8601, asctime, epoch seconds, by hand; UTC
// where no zone.

const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|янв|1月|sty)/,
  /^(?:feb|f[ée]v|фев|lut)/,
  /^(?:mar(?!ch?e)|m[äa]r|mrt|март?|мар)/,
  /^(?:apr|avr|abr|апр|kwi)/,
  /^(?:ma[iyjg]|май|мая)/,
  /^(?:jun|juin|giu|июн|cze)/,
  /^(?:jul|juil|lug|июл|lip)/,
  /^(?:aug|ao[uû]|ago|авг|sie)/,
  /^(?:sep|set|сен|wrz)/,
  /^(?:oct|okt|ott|out|окт|pa[zź])/,
  /^(?:nov|ноя|lis)/,
  /^(?:dec|dez|d[ée]c|dic|дек|gru)/,
];

/** Minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  a: -60,
  n: 60,
  m: -720,
  y: 720,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  brt: -180,
  et: -300,
  ct: -360,
  mt: -420,
  pt: -480,
  bst: 60,
  ist: 330,
  west: 60,
  met: 60,
  mez: 60,
  cet: 60,
  mest: 120,
  mesz: 120,
  cest: 120,
  eet: 120,
  eest: 180,
  sast: 120,
  msk: 180,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  awst: 480,
  acst: 570,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

const ISO =
  /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-(\d{3})|-?W(\d{2})(?:-?([1-7]))?)?(?:(?:[tT]|[\s,]+)(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(\S.*)?)?$/;
const NAMED =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[\s-]+(?:de\s+)?(\p{L}+|1月)\.?,?[\s-]+(?:de\s+)?('?\d{2}|\d{4})(?:,?\s+(?:at\s+|um\s+)?(\S.*))?$/u;
const NAMED_FIRST =
  /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\S.*))?$/u;
const ASCTIME =
  /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(\S.*?)?\s+(\d{4})$/u;
const SLASHED = /^(?:\p{L}+\.?,?\s+)?(\d{1,4})([/.])(\d{1,2})\2(\d{2,4})(?:,?\s+(\S.*))?$/u;
const CLOCK =
  /^(\d{1,2})(?:[:h.](\d{1,2}))?(?:[:.](\d{1,2}(?:[.,]\d+)?))?\s*([ap]\.?m\.?\b)?\s*(.*)$/i;

/** Milliseconds since 1970 of a date in any of these forms, or undefined. Linear; reads 100 signs at most. */
export function parseDate(written: string | undefined): number | undefined {
  const text = (written ?? '').slice(0, 100).replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  const time = seconds(text) ?? iso(text) ?? named(text) ?? slashed(text);
  // Year 1 is what programs write that know no date.
  return time === undefined || Number.isNaN(time) || time < -5e12 || time > 2.5e14
    ? undefined
    : time;
}

function seconds(text: string): number | undefined {
  if (!/^\d{9,13}$/.test(text)) return undefined;
  return text.length > 10 ? Number(text) : Number(text) * 1000;
}

function iso(text: string): number | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [, year, month, day, ordinal, week, weekday, hour, minute, second, zone] = found;
  const y = Number(year);
  let date: number;
  if (ordinal !== undefined) date = Date.UTC(y, 0, Number(ordinal));
  else if (week !== undefined) {
    // ISO 8601: the week of 4 January is the first.
    const fourth = new Date(Date.UTC(y, 0, 4)).getUTCDay() || 7;
    date = Date.UTC(y, 0, 4 + (Number(week) - 1) * 7 - fourth + Number(weekday ?? 1));
  } else if (Number(month ?? 1) > 12 || Number(month ?? 1) < 1 || Number(day ?? 1) > 31)
    return undefined;
  else date = Date.UTC(y, Number(month ?? 1) - 1, Number(day ?? 1) || 1);
  if (Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59) return undefined;
  return date + clockOf(hour, minute, second) - offsetOf(zone) * 60_000;
}

function named(text: string): number | undefined {
  const spaced = text.replace(/^(\p{L}+\.?),(?=\S)/u, '$1, ');
  const first = NAMED.exec(spaced);
  if (first) return dated(first[3], first[2], first[1], first[4]);
  const american = NAMED_FIRST.exec(spaced);
  if (american) return dated(american[3], american[1], american[2], american[4]);
  const asctime = ASCTIME.exec(spaced);
  if (!asctime) return undefined;
  return dated(asctime[5], asctime[1], asctime[2], `${asctime[3]} ${asctime[4] ?? ''}`);
}

function slashed(text: string): number | undefined {
  const found = SLASHED.exec(text);
  if (!found) return undefined;
  const [, a = '', sign, b = '', c = '', rest] = found;
  if (a.length === 4) return numbered(a, b, c, rest);
  if (a.length > 2) return undefined;
  // Points are German, slashes American, unless the first number can be no month.
  return sign === '.' || Number(a) > 12 ? numbered(c, b, a, rest) : numbered(c, a, b, rest);
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  rest: string | undefined,
): number | undefined {
  const name = (month ?? '').toLowerCase();
  const index = MONTHS.findIndex((pattern) => pattern.test(name));
  return index < 0 ? undefined : numbered(year, String(index + 1), day, rest);
}

function numbered(
  year = '',
  month = '',
  day = '',
  rest: string | undefined = undefined,
): number | undefined {
  const digits = year.replace("'", '');
  const y =
    digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return undefined;
  const date = Date.UTC(y, Number(month) - 1, Number(day));
  if (rest === undefined) return date;
  const clock = CLOCK.exec(rest);
  if (!clock) return date - offsetOf(rest) * 60_000;
  const [, hour = '0', minute, second, half, zone] = clock;
  const h = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  if (h > 24) return date;
  return date + clockOf(String(h), minute, second) - offsetOf(zone) * 60_000;
}

function clockOf(hour = '0', minute = '0', second = '0'): number {
  return (
    (Number(hour) * 60 + Number(minute)) * 60_000 +
    Math.floor(Number(second.replace(',', '.'))) * 1000
  );
}

/** Minutes east of Greenwich that a zone means: `+0200`, `+2`, `GMT-03:30`, `PST`, `(CEST)`. */
function offsetOf(zone = ''): number {
  const text = zone.trim().toLowerCase().replace(/^[([]/, '');
  const number = /^(?:utc|gmt|ut|z)?\s*([+\u2212-])\s*(\d{1,2})(?::?(\d{2}))?/.exec(text);
  if (number) {
    const minutes = Number(number[2]) * 60 + Number(number[3] ?? 0);
    return minutes > 15 * 60 ? 0 : number[1] === '+' ? minutes : -minutes;
  }
  return ZONES[/^[a-z]+/.exec(text)?.[0] ?? ''] ?? 0;
}

// Days as people write them, German and English and by ISO 8601. Pure.

const MONTHS =
  'jan(?:uar|uary)?|jän(?:ner)?|feb(?:ruar|ruary|er)?|mär(?:z)?|mar(?:ch)?|apr(?:il)?|mai|may|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?';
const ORDER = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const GERMAN: Readonly<Record<string, string>> = {
  jän: 'jan',
  mär: 'mar',
  mai: 'may',
  okt: 'oct',
  dez: 'dec',
};

const DAY_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS})\\.?,?\\s+(\\d{4})\\b`,
  'iu',
);
const MONTH_DAY = new RegExp(
  `(?<!\\p{L})(${MONTHS})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
  'iu',
);
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const DOTTED = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/;

/** The first day written in a line, as `YYYY-MM-DD`; undefined where there is none. */
export function writtenDate(line: string): string | undefined {
  const text = line.slice(0, 300);
  const iso = ISO.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = DAY_MONTH.exec(text);
  if (named) return dayOf(Number(named[3]), monthOf(named[2]), Number(named[1]));
  const english = MONTH_DAY.exec(text);
  if (english) return dayOf(Number(english[3]), monthOf(english[1]), Number(english[2]));
  const dotted = DOTTED.exec(text);
  return dotted ? dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : undefined;
}

/** Whether a line says a day, a time, and nothing that is worth reading. */
export function isDateLine(line: string): boolean {
  if (line.length > 100 || writtenDate(line) === undefined) return false;
  const rest = line
    .replace(new RegExp(DAY_MONTH.source, 'giu'), '')
    .replace(new RegExp(MONTH_DAY.source, 'giu'), '')
    .replace(/\d+/g, '')
    .toLowerCase()
    .replace(
      /\b(?:uhr|um|am|on|at|den|der|vom|stand|zuletzt|aktualisiert|updated?|last|published|posted|veröffentlicht|erstellt|minuten?|minutes?|min|lesezeit|reading|read|time|gmt|utc|cet|cest|pm|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|\p{L}{2,6}(?:tag|day)|mittwoch|samstag|sonnabend|wednesday)\b/gu,
      '',
    );
  return !/\p{L}/u.test(rest);
}

function monthOf(name = ''): number {
  const key = name.slice(0, 3).toLowerCase();
  return ORDER.indexOf(GERMAN[key] ?? key) + 1;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || year < 1400 || year > 2200) return undefined;
  return new Date(time).toISOString().startsWith(text) ? text : undefined;
}

// Dates and numbers as German writes them.

import type { Messages } from '../table.ts';

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];
const SHORT = [
  'Jan.',
  'Feb.',
  'März',
  'Apr.',
  'Mai',
  'Juni',
  'Juli',
  'Aug.',
  'Sept.',
  'Okt.',
  'Nov.',
  'Dez.',
];

const date = (iso: string, months: readonly string[]): string => {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  if (!match) return iso;
  const month = months[Number(match[2]) - 1];
  return month ? `${Number(match[3])}. ${month} ${match[1]}` : iso;
};

export const format: Messages['format'] = {
  longDate: (iso) => date(iso, MONTHS),
  shortDate: (iso) => date(iso, SHORT),
  number: (value) => String(value).replace(/\B(?=(\d{3})+$)/g, '.'),
  percent: (share) => `${Math.round(share * 100)} %`,
};

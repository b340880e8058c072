// Dates and numbers as English writes them. No Intl: loading its data costs more than a page.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Parts of an ISO date, or undefined where it is none. */
const parts = (iso: string): readonly [string, number, number] | undefined => {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  return match?.[1] ? [match[1], Number(match[2]), Number(match[3])] : undefined;
};

export const format = {
  /** `2024-08-28` -> `28 August 2024`; what is no ISO date stays as it is. */
  longDate: (iso: string): string => {
    const date = parts(iso);
    return date ? `${date[2]} ${MONTHS[date[1] - 1] ?? date[1]} ${date[0]}` : iso;
  },
  /** `2024-08-28` -> `28 Aug 2024`. */
  shortDate: (iso: string): string => {
    const date = parts(iso);
    return date ? `${date[2]} ${(MONTHS[date[1] - 1] ?? '').slice(0, 3)} ${date[0]}` : iso;
  },
  /** `12500` -> `12,500`. */
  number: (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ','),
  percent: (share: number): string => `${Math.round(share * 100)}%`,
};

// Every sentence in German; the order follows the English table.

import type { Messages } from '../table.ts';

export const page: Messages['page'] = {
  place: (number, count) => `${number} von ${count}`,
  minutes: (minutes) => (minutes === 1 ? '1 Minute' : `${minutes} Minuten`),
  shortMinutes: (minutes) => `${minutes} Min.`,
  contents: 'Inhalt',
  links: 'Links',
  note: 'Hinweis',
  tip: 'Tipp',
  important: 'Wichtig',
  warning: 'Warnung',
  caution: 'Vorsicht',
};

// Was `news notes` sagt.

import type { noting as en } from '../en/noting.ts';

export const noting: typeof en = {
  title: 'Notizen',
  orphaned: 'verwaist',
  gone: 'Diese Stelle steht nicht mehr im Artikel.',
  noArticle: 'Diesen Artikel gibt es nicht mehr in der Bibliothek.',
  none: 'Es gibt noch keine Notizen.',
  noneHint: 'In der Leseansicht wählt v aus, Enter markiert, und n schreibt eine Notiz.',
  noneFiltered: 'Keine Notiz passt dazu.',
  badFormat: 'markdown, json oder tsv',
};

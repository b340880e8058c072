// Was `news export` sagt, und die Wörter, die ein Buch außer denen seiner Artikel hat.

import type { exporting as en } from '../en/exporting.ts';

export const exporting: typeof en = {
  noFile: 'news export braucht eine Datei, in die es schreibt: --to DATEI',
  noFileHint: 'Ihre Endung sagt, was daraus wird: .epub, .html, .md oder .txt.',
  badFile: (name) => `Was aus ${name} werden soll, ist nicht zu erkennen`,
  failed: (name, reason) => `${name} ist nicht zu schreiben: ${reason}`,
  written: (name, count) => `${name}: ${count} Artikel`,
  book: {
    contents: 'Inhalt',
    notes: 'Anmerkungen',
    source: 'Quelle',
    note: 'Hinweis',
    tip: 'Tipp',
    important: 'Wichtig',
    warning: 'Warnung',
    caution: 'Vorsicht',
  },
  several: (first, more) => `${first} und ${more} weitere`,
};

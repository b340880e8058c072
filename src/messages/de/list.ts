// Every sentence in German; the order follows the English table.

import type { Messages } from '../table.ts';

export const list: Messages['list'] = {
  read: 'gelesen',
  begun: 'begonnen',
  opened: 'geöffnet',
  unread: 'ungelesen',
  empty: 'Hier sind keine Artikel.',
  emptyHint: (folder) =>
    `Markdown-Dateien nach ${folder} legen oder mit --from einen Ordner nennen.`,
  nothingFiltered: 'Kein Artikel passt zu diesen Filtern.',
  historyEmpty: 'Noch nichts gelesen.',
  historyCleared: 'Der Verlauf ist jetzt leer.',
  noHits: (query) => `Nichts gefunden zu „${query}“.`,
  articles: (count) => `${count} Artikel`,
  series: 'Reihe',
  title: 'Titel',
  date: 'Datum',
  when: 'wann',
  share: 'wie weit',
  origin: {
    flag: 'Schalter',
    environment: 'Umgebung',
    config: 'Konfiguration',
    default: 'Voreinstellung',
  },
  files: 'Dateien',
  standardInput: 'Standardeingabe',
  settings: 'Einstellungen',
  folders: 'Ordner',
  folder: {
    articles: 'eigene Artikel',
    config: 'Konfiguration',
    cache: 'Zwischenspeicher',
    history: 'Verlauf',
    root: 'Artikel aus',
  },
  missing: 'noch nicht da',
  off: 'aus',
  indexing: 'Bibliothek wird gelesen',
  rate: (perSecond) => `${perSecond} je Sekunde`,
  byTerminal: 'nach dem Terminal',
  byFormat: 'nach dem Format',
  textWidthSet: (line) =>
    `+ und - im Leser setzen textWidth;\nohne Zeile ${line} ist es wieder wie üblich.`,
};

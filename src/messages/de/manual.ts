// The manual page in German; the order follows the English table.

import type { Messages } from '../table.ts';

export const manual: Messages['manual'] = {
  title: 'Handbuch zu news',
  name: 'Artikel im Terminal lesen',
  section: {
    name: 'NAME',
    synopsis: 'ÜBERSICHT',
    description: 'BESCHREIBUNG',
    commands: 'BEFEHLE',
    flags: 'SCHALTER',
    queries: 'ANFRAGEN',
    keys: 'TASTEN',
    environment: 'UMGEBUNGSVARIABLEN',
    files: 'DATEIEN',
    exit: 'RÜCKGABEWERT',
    examples: 'BEISPIELE',
    seeAlso: 'SIEHE AUCH',
  },
  sameFlags: (command) => `Die Schalter sind die von ${command}.`,
  everywhere: 'Diese Schalter gelten für jeden Befehl:',
  description: [
    'news zeigt Markdown-Dateien im Terminal als gut gesetzte Seite, führt durch eine Reihe, merkt sich die Stelle und findet alles in der Bibliothek. In einer Pipe gibt es reinen Text aus, ohne jede Steuersequenz.',
    'Ohne Befehl öffnet es im Terminal die Vollbildansicht und listet in einer Pipe die Bibliothek auf.',
    'Ein Artikel ist eine Datei mit der Endung .md, .markdown oder .txt, ein Ordner mit Artikeln eine Reihe. Dateinamen bestimmen Reihenfolge und Namen: 02-klarna.md ist der zweite seiner Reihe und heißt klarna.',
  ],
  keys: 'Im Vollbild; keys: in der Konfiguration gibt einem Befehl andere, news help keys nennt sie.',
  queries: [
    ['-', 'die Standardeingabe'],
    ['./entwurf.md', 'eine Datei, nach ihrem Pfad'],
    ['ki-wirtschaft/klarna-stellenabbau', 'eine Kennung: Reihe und Name'],
    ['klarna-stellenabbau', 'ein Name, wenn ihn nur eine Reihe hat'],
    ['ki-wirtschaft/2', 'der zweite Artikel einer Reihe'],
    ['latest, first', 'der neueste Artikel, der erste der Bibliothek'],
    ['klarna stellen', 'Anfänge von Wörtern des Titels; Groß- und Kleinschreibung ist gleich'],
  ],
  environment: [
    ['NEWS_PATH', 'Ordner mit Artikeln, getrennt wie in PATH'],
    ['NEWS_PAGER, PAGER', 'der Pager; ein leeres NEWS_PAGER heißt keiner'],
    ['NEWS_HISTORY', '0 hinterlässt keine Spur im Verlauf'],
    ['NEWS_TIMEOUT', 'Sekunden, die ein Rechner zum Antworten hat, 1 bis 3600'],
    ['NEWS_DEBUG', '1 zeigt, woher ein Fehler kam'],
    ['BROWSER', 'was Webseiten öffnet'],
    ['NEWS_SPEECH', 'was vorliest: ein Befehl, der einen Satz von der Standardeingabe liest'],
    ['VISUAL, EDITOR', 'womit ein Artikel bearbeitet wird'],
    ['NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE', 'keine Farbe, oder Farbe in jedem Fall'],
    ['COLUMNS', 'die Breite der Seite'],
    ['LC_ALL, LC_MESSAGES, LANG', 'die Sprache der Oberfläche'],
    [
      'XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME',
      'wo die Dateien unten liegen',
    ],
  ],
  files: [
    ['~/.config/news/config.yaml', 'Einstellungen; news config zeigt sie alle'],
    ['~/.local/share/news/articles', 'eigene Artikel'],
    ['~/.local/state/news/history', 'was du gelesen hast: Text, eine Zeile je Ereignis'],
    ['~/.cache/news', 'der Index; er darf jederzeit gelöscht werden'],
    ['series.yaml', 'in einem Ordner mit Artikeln: title, summary, lang, order'],
  ],
  exit: [
    ['0', 'getan'],
    ['1', 'nichts gefunden, oder news check fand Fehler'],
    ['2', 'falscher Aufruf, mehrere passende Artikel, unlesbare Eingabe'],
    ['130', 'abgebrochen'],
  ],
};

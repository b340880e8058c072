// Beispiele zu jedem Befehl, wie seine Hilfe sie zeigt.

import type { Example } from '../en/examples.ts';

export const examples: Readonly<Record<string, readonly Example[]>> = {
  root: [
    ['news read klarna', 'einen Artikel lesen'],
    ['news', 'mit den Pfeiltasten durch die Bibliothek'],
    ['news search stellenabbau', 'ein Wort in allen Artikeln finden'],
    ['news list --from ~/notizen', 'der eigene Ordner voller Markdown'],
    ['news help read', 'alle Schalter eines Befehls, mit Beispielen'],
  ],
  read: [
    ['news read klarna', 'nach einem Wort des Titels'],
    ['news read ki-wirtschaft/2', 'den zweiten einer Reihe'],
    ['news read latest', 'den neuesten'],
    ['news read ./entwurf.md', 'eine Datei, ohne Spur im Verlauf'],
    ['curl -s example.org/a.md | news read -', 'die Standardeingabe'],
    ['news read klarna --width 60 --justify', 'eine schmale Seite im Blocksatz'],
    ['news read klarna --links none | wc -w', 'reiner Text für andere Programme'],
    ['news read klarna --json | jq .words', 'Daten'],
  ],
  next: [
    ['news next', 'weiterlesen'],
    ['news next --toc', 'mit dem Inhaltsverzeichnis vorweg'],
  ],
  prev: [['news prev', 'einen Artikel zurück']],
  tui: [
    ['news tui', 'das Regal mit allen Artikeln'],
    ['news tui klarna', 'die Leseansicht mit diesem Artikel'],
    ['news tui --from .', 'Vorschau der Datei, die du gerade schreibst'],
    [
      'news help keys',
      'alle Tasten: B was hierher verweist, :7 der siebte Artikel, < > eine breite Tabelle',
    ],
  ],
  open: [['news open klarna', 'die Seite, von der er stammt']],
  list: [
    ['news list --unread', 'was noch zu lesen ist'],
    ['news list --sort date', 'die neuesten zuerst'],
    ['news read "$(news list | fzf | cut -f1)"', 'einen mit fzf wählen'],
  ],
  search: [
    ['news search stellenabbau', 'ein Wort in jeder seiner Formen'],
    ['news search "künstliche Intelligenz"', 'beide Wörter'],
    ['news search umsatz -klarna after:2024-08-29', 'ohne ein Wort, und nur Neueres'],
    ['news search ki* tag:Regulierung -n 5', 'ein Wortanfang, in Artikeln mit Schlagwort'],
  ],
  history: [
    ['news history', 'was du gelesen hast, das Letzte zuerst'],
    ['news history --clear', 'es vergessen'],
  ],
  add: [
    ['news add https://example.org/artikel', 'eine Seite wird ein Artikel'],
    ['news add seite.html notizen.txt buch.epub', 'Dateien jeder Art'],
    ['news add --all --series kurs https://example.org/1', 'eine Seite und alle, die ihr folgen'],
    ['news add pocket.csv', 'die Leseliste eines anderen Programms'],
    ['pbpaste | news add -', 'ein Text, wie er kopiert wurde'],
    ['news add seite.html --print | less', 'nur ansehen, was daraus würde'],
    [
      'NEWS_TIMEOUT=60 news add https://langsam.example.org/',
      'ein langsamer Rechner bekommt eine Minute',
    ],
  ],
  remove: [
    ['news remove saved/klarna', 'fragt vorher'],
    ['news remove saved/klarna --yes', 'fragt nicht'],
  ],
  mark: [
    ['news mark klarna --star', 'ein Stern, um ihn wiederzufinden'],
    ['news list --starred', 'alles, was einen hat'],
    ['news mark latest --read', 'als wäre er gelesen'],
  ],
  notes: [
    ['news notes', 'alle Notizen und Markierungen'],
    ['news notes klarna', 'die eines Artikels'],
    ['news notes --find stellen', 'wo Zitat oder Notiz das Wort hat'],
    ['news notes --format markdown > notizen.md', 'als Dokument'],
  ],
  speak: [
    ['news speak klarna', 'laut; Strg-C hält an, und beim nächsten Mal geht es dort weiter'],
    ['news speak klarna --to klarna.wav', 'eine Tondatei'],
    ['news speak klarna --sentences | head', 'was gesagt würde'],
  ],
  export: [
    ['news export ki-wirtschaft --to reihe.epub', 'eine Reihe als Buch'],
    ['news export klarna --to klarna.html', 'ein Artikel als Seite'],
    ['news export $(news search stellen | cut -f1) --to woche.epub', 'was eine Suche findet'],
  ],
  follow: [
    ['news follow https://example.org/feed.xml', 'einem Feed'],
    ['news follow example.org', 'einer Seite, die ihren Feed nennt'],
    [
      'news follow --from https://reader.example.org',
      'allen Feeds eines Servers: Miniflux, FreshRSS',
    ],
    ['news follow feeds.opml', 'allen Feeds eines anderen Programms'],
    ['news follow --full --series technik example.org/rss', 'ganze Texte, als Serie technik'],
  ],
  fetch: [
    ['news fetch', 'was fällig ist; auch für cron'],
    ['news fetch technik --force', 'eine Serie, jetzt'],
    ['NEWS_TIMEOUT=60 news fetch', 'jeder Rechner bekommt eine Minute'],
  ],
  following: [
    ['news following', 'wem gefolgt wird'],
    ['news following --opml > feeds.opml', 'für andere Programme'],
    ["news following --json | jq -r '.[] | select(.trouble) | .series'", 'die gestörten'],
  ],
  unfollow: [
    ['news unfollow technik', 'die Artikel bleiben'],
    ['news unfollow technik --remove', 'die Artikel gehen mit'],
  ],
  check: [
    ['news check', 'die ganze Bibliothek'],
    ['news check ~/notizen entwurf.md', 'einen Ordner und eine Datei'],
    ['news check --json | jq -r .[].message', 'Daten'],
  ],
  config: [
    ['news config', 'Einstellungen und Ordner'],
    ['news config --json', 'dasselbe als Daten'],
  ],
  completion: [
    ['source <(news completion bash)', 'eine Zeile für ~/.bashrc'],
    ['source <(news completion zsh)', 'eine Zeile für ~/.zshrc, unter compinit'],
    ['news completion fish | source', 'eine Zeile für ~/.config/fish/config.fish'],
    ['news completion powershell | Out-String | Invoke-Expression', 'eine Zeile für $PROFILE'],
  ],
  help: [
    ['news help read', 'alle Schalter eines Befehls'],
    ['news help suchen', 'das Handbuch zum Suchen'],
  ],
};

// Examples of each command, as its help shows them.

export type Example = readonly [command: string, what: string];

export const examples: Readonly<Record<string, readonly Example[]>> = {
  root: [
    ['news read klarna', 'read an article'],
    ['news', 'browse the library with the arrow keys'],
    ['news search stellenabbau', 'find a word in all articles'],
    ['news list --from ~/notes', 'your own folder of Markdown'],
    ['news help read', 'all flags of a command, with examples'],
  ],
  read: [
    ['news read klarna', 'by a word of its title'],
    ['news read ki-wirtschaft/2', 'the second of a series'],
    ['news read latest', 'the newest'],
    ['news read ./draft.md', 'a file; it leaves no trace in the history'],
    ['curl -s example.org/a.md | news read -', 'standard input'],
    ['news read klarna --width 60 --justify', 'a narrow page with straight margins'],
    ['news read klarna --links none | wc -w', 'plain text for other programs'],
    ['news read klarna --json | jq .words', 'data'],
  ],
  next: [
    ['news next', 'go on where you stopped'],
    ['news next --toc', 'with its contents first'],
  ],
  prev: [['news prev', 'one article back']],
  tui: [
    ['news tui', 'the shelf with all articles'],
    ['news tui klarna', 'the reader, at this article'],
    ['news tui --from .', 'a live preview of the file you are writing'],
    ['news help keys', 'every key: B what links here, :7 the seventh article, < > a wide table'],
  ],
  open: [['news open klarna', 'the page it came from']],
  list: [
    ['news list --unread', 'what is left to read'],
    ['news list --sort date', 'the newest first'],
    ['news read "$(news list | fzf | cut -f1)"', 'choose one with fzf'],
  ],
  search: [
    ['news search stellenabbau', 'a word, in any of its forms'],
    ['news search "künstliche Intelligenz"', 'both words'],
    ['news search umsatz -klarna after:2024-08-29', 'without a word, and only what is newer'],
    ['news search ki* tag:Regulierung -n 5', 'a beginning, in articles with a tag'],
  ],
  history: [
    ['news history', 'what you read, the last first'],
    ['news history --clear', 'forget it'],
  ],
  add: [
    ['news add https://example.org/article', 'a page becomes an article'],
    ['news add seite.html notes.txt book.epub', 'files of any kind'],
    ['news add --all --series tutorial https://example.org/1', 'a page and all that follow it'],
    ['news add pocket.csv', 'the reading list of another program'],
    ['pbpaste | news add -', 'a text, as it was copied'],
    ['news add page.html --print | less', 'only look what would become of it'],
    ['NEWS_TIMEOUT=60 news add https://slow.example.org/', 'a slow host gets a minute'],
  ],
  remove: [
    ['news remove saved/klarna', 'asks before'],
    ['news remove saved/klarna --yes', 'asks nothing'],
  ],
  mark: [
    ['news mark klarna --star', 'a star, to find it again'],
    ['news list --starred', 'all that has one'],
    ['news mark latest --read', 'as if it had been read'],
  ],
  notes: [
    ['news notes', 'all notes and highlights'],
    ['news notes klarna', 'those of one article'],
    ['news notes --find staff', 'where the quote or the note has the word'],
    ['news notes --format markdown > notes.md', 'as a document'],
  ],
  speak: [
    ['news speak klarna', 'aloud; Ctrl-C stops, and the next time it goes on there'],
    ['news speak klarna --to klarna.wav', 'a sound file'],
    ['news speak klarna --sentences | head', 'what would be said'],
  ],
  export: [
    ['news export ki-wirtschaft --to series.epub', 'a series as a book'],
    ['news export klarna --to klarna.html', 'an article as a page'],
    ['news export $(news search stellen | cut -f1) --to week.epub', 'what a search finds'],
  ],
  follow: [
    ['news follow https://example.org/feed.xml', 'a feed'],
    ['news follow example.org', 'a page that names its feed'],
    ['news follow --from https://reader.example.org', 'all feeds of a server: Miniflux, FreshRSS'],
    ['news follow feeds.opml', 'all feeds of another program'],
    ['news follow --full --series tech example.org/rss', 'whole texts, as the series tech'],
  ],
  fetch: [
    ['news fetch', 'what is due; fit for cron'],
    ['news fetch tech --force', 'one series, now'],
    ['NEWS_TIMEOUT=60 news fetch', 'each host gets a minute'],
  ],
  following: [
    ['news following', 'what is followed'],
    ['news following --opml > feeds.opml', 'for other programs'],
    ["news following --json | jq -r '.[] | select(.trouble) | .series'", 'those in trouble'],
  ],
  unfollow: [
    ['news unfollow tech', 'the articles stay'],
    ['news unfollow tech --remove', 'the articles go too'],
  ],
  check: [
    ['news check', 'the whole library'],
    ['news check ~/notes draft.md', 'a folder and a file'],
    ['news check --json | jq -r .[].message', 'data'],
  ],
  config: [
    ['news config', 'settings, and the folders in use'],
    ['news config --json', 'the same as data'],
  ],
  completion: [
    ['source <(news completion bash)', 'a line for ~/.bashrc'],
    ['source <(news completion zsh)', 'a line for ~/.zshrc, below compinit'],
    ['news completion fish | source', 'a line for ~/.config/fish/config.fish'],
    ['news completion powershell | Out-String | Invoke-Expression', 'a line for $PROFILE'],
  ],
  help: [
    ['news help read', 'all flags of a command'],
    ['news help searching', 'the guide on searching'],
  ],
};

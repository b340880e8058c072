// What the manual page says beyond the help: files, environment, exit status, keys.

/** A term and what is said of it. */
export type Entry = readonly [term: string, text: string];

export const manual = {
  title: 'news manual',
  name: 'read articles in the terminal',
  section: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    flags: 'FLAGS',
    queries: 'QUERIES',
    keys: 'KEYS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    exit: 'EXIT STATUS',
    examples: 'EXAMPLES',
    seeAlso: 'SEE ALSO',
  },
  sameFlags: (command: string): string => `It takes the flags of ${command}.`,
  everywhere: 'These flags work with every command:',
  description: [
    'news prints Markdown files on a terminal as a well-set page, steps through a series of them, remembers where you were, and finds anything in your library. In a pipe it prints plain text without any escape sequence.',
    'Without a command it opens the full-screen reader on a terminal, and lists the library in a pipe.',
    'An article is a file ending in .md, .markdown or .txt. A folder of articles is a series. File names give order and name: 02-klarna.md is the second of its series and answers to klarna.',
  ],
  keys: 'In the full-screen reader; keys: in the config file gives a command others, news help keys names those.',
  queries: [
    ['-', 'standard input'],
    ['./draft.md', 'a file, by its path'],
    ['ki-wirtschaft/klarna-stellenabbau', 'an id: series and name'],
    ['klarna-stellenabbau', 'a name, where only one series has it'],
    ['ki-wirtschaft/2', 'the second article of a series'],
    ['latest, first', 'the newest article, the first of the library'],
    ['klarna stellen', 'words that begin words of the title; case and accents do not matter'],
  ] as readonly Entry[],
  environment: [
    ['NEWS_PATH', 'folders of articles, separated as in PATH'],
    ['NEWS_PAGER, PAGER', 'the pager; an empty NEWS_PAGER is none'],
    ['NEWS_HISTORY', '0 leaves no trace in the history'],
    ['NEWS_TIMEOUT', 'seconds that a host may take to answer, 1 to 3600'],
    ['NEWS_DEBUG', '1 shows where an error came from'],
    ['BROWSER', 'what opens web pages'],
    ['NEWS_SPEECH', 'what reads aloud: a command that is given a sentence on standard input'],
    ['VISUAL, EDITOR', 'what edits an article'],
    ['NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE', 'no colour, or colour in any case'],
    ['COLUMNS', 'the width of the page'],
    ['LC_ALL, LC_MESSAGES, LANG', 'the language of the interface'],
    ['XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME', 'where the files below lie'],
  ] as readonly Entry[],
  files: [
    ['~/.config/news/config.yaml', 'settings; news config shows them all'],
    ['~/.local/share/news/articles', 'your own articles'],
    ['~/.local/state/news/history', 'what you read: text, one line an event'],
    ['~/.cache/news', 'the index; it may be deleted at any time'],
    ['series.yaml', 'in a folder of articles: title, summary, lang, order'],
  ] as readonly Entry[],
  exit: [
    ['0', 'done'],
    ['1', 'nothing found, or news check found faults'],
    ['2', 'wrong usage, several articles match, or input that cannot be read'],
    ['130', 'interrupted'],
  ] as readonly Entry[],
};

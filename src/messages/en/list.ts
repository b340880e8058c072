// Words of the commands that print lists and settings.

export const list = {
  read: 'read',
  begun: 'begun',
  opened: 'opened',
  unread: 'unread',
  empty: 'No articles here.',
  emptyHint: (folder: string): string =>
    `Put Markdown files into ${folder}, or name a folder with --from.`,
  nothingFiltered: 'No article fits these filters.',
  historyEmpty: 'Nothing read yet.',
  historyCleared: 'The history is empty now.',
  noHits: (query: string): string => `Nothing found for “${query}”.`,
  articles: (count: number): string => (count === 1 ? '1 article' : `${count} articles`),
  series: 'series',
  title: 'title',
  date: 'date',
  when: 'when',
  share: 'how far',
  origin: {
    flag: 'flag',
    environment: 'environment',
    config: 'config file',
    default: 'default',
  },
  files: 'Files',
  standardInput: 'Standard input',
  settings: 'Settings',
  folders: 'Folders',
  folder: {
    articles: 'your articles',
    config: 'config file',
    cache: 'cache',
    history: 'history',
    root: 'articles from',
  },
  missing: 'not there yet',
  off: 'off',
  indexing: 'Reading the library',
  rate: (perSecond: string): string => `${perSecond} a second`,
  byTerminal: 'by the terminal',
  byFormat: 'by the format',
  /** Two short lines: what sets the width of the reader's text, and how it is usual again. */
  textWidthSet: (line: number): string =>
    `+ and - in the reader set textWidth;\nwithout line ${line} it is as usual again.`,
};

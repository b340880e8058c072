// What `news export` says, and the words that a book has besides its articles' own.

export const exporting = {
  noFile: 'news export needs a file to write to: --to FILE',
  noFileHint: 'Its ending says what it becomes: .epub, .html, .md or .txt.',
  badFile: (name: string): string => `news export can't tell what ${name} should become`,
  failed: (name: string, reason: string): string => `can't write ${name}: ${reason}`,
  written: (name: string, count: number): string =>
    `${name}: ${count} ${count === 1 ? 'article' : 'articles'}`,
  book: {
    contents: 'Contents',
    notes: 'Notes',
    source: 'Source',
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
  },
  several: (first: string, more: number): string => `${first} and ${more} more`,
};

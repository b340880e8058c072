// What `news notes` says.

export const noting = {
  title: 'Notes',
  orphaned: 'orphaned',
  /** Of a quote whose text, or article, is gone. */
  gone: 'This text is no longer in the article.',
  noArticle: 'This article is no longer in the library.',
  none: 'There are no notes yet.',
  noneHint: 'In the reader, v selects, Enter highlights, and n writes a note.',
  noneFiltered: 'No note suits that.',
  badFormat: 'markdown, json or tsv',
};

// How a page looks where nothing else was asked for.

export const LOOK_DEFAULTS = {
  theme: 'default',
  themes: {},
  hyphenate: 'auto',
  punctuation: 'auto',
  justify: false,
  tables: 'auto',
  diagrams: 'auto',
  pictures: 'auto',
  toc: false,
} as const;

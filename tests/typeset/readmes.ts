// Texts from the wild, below node_modules.

export const READMES = [
  'chalk/readme.md',
  'commander/Readme.md',
  'marked/README.md',
  'marked-terminal/README.md',
  'ink/readme.md',
  'react/README.md',
  'typescript/README.md',
  'vitest/README.md',
  'yaml/README.md',
  'highlight.js/README.md',
  'string-width/readme.md',
  'entities/readme.md',
  'fast-check/README.md',
  'postcss/README.md',
  'nanoid/README.md',
  'magic-string/README.md',
  'es-toolkit/README.md',
  'rolldown/README.md',
  'vite/README.md',
  'parse5/README.md',
  'tinybench/README.md',
  'source-map-js/README.md',
  'yargs/README.md',
  'chai/README.md',
  'hyphen/README.md',
];

export const CHANGELOGS = ['highlight.js/CHANGES.md', 'es-toolkit/CHANGELOG.md'];

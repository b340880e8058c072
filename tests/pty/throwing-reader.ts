// A full-screen reader whose second page cannot be set: what is left of the terminal when it throws.

import { wholeChunks } from '../../src/catalog/documents/chunks.ts';
import type { Card } from '../../src/library/article/card.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { openTui } from '../../src/tui/tui.ts';
import { theme } from '../../src/typeset/look/themes.ts';
import { type Line, NOTHING_ABOVE } from '../../src/typeset/page/page.ts';

const messages = messagesFor('de');
const card: Card = {
  id: 'a/b',
  slug: 'b',
  series: 'a',
  number: 1,
  title: 'Titel',
  titleFrom: 'heading',
  authors: [],
  tags: [],
  draft: false,
  path: '/nowhere/b.md',
  words: 2,
  minutes: 1,
};
const line: Line = {
  runs: [{ text: 'Erste Zeile', style: {} }],
  width: 11,
  join: 'end',
  block: 0,
  offset: 0,
};
let pages = 0;
const nothing = async (): Promise<void> => {};

try {
  await openTui({
    catalog: {
      find: async () => ({ kind: 'none', nearest: [] }),
      card: async () => card,
      series: async () => [],
      list: async () => [card],
      neighbours: async () => ({ series: { key: 'a', title: 'A', count: 1 } }),
      markdown: async () => '',
      folders: async () => '',
      refresh: () => {},
      close: () => {},
      document: async () => ({ version: 1, blocks: [], notes: [], links: [], emoji: false }),
      chunks: async () =>
        wholeChunks({ version: 1, blocks: [], notes: [], links: [], emoji: false }),
      search: async () => ({ hits: [], words: [] }),
      wordsToMark: async () => [],
    },
    history: { state: () => ({ readings: new Map() }), append: () => {} },
    wording: {
      messages: messages.tui,
      date: (iso) => iso,
      number: String,
      percent: messages.format.percent,
    },
    theme: theme('default', { unicode: true }),
    terminal: {
      stdin: process.stdin,
      stdout: process.stdout,
      interactive: true,
      screenReader: false,
      mouse: true,
      unicode: true,
    },
    layout: () => ({
      links: [],
      set: () => {
        pages += 1;
        if (pages > 1) throw new Error('the page is broken');
        return {
          ...{ lines: [line], blocks: [0], headings: [], notes: [] },
          linkLines: new Map(),
          end: NOTHING_ABOVE,
        };
      },
      below: () => undefined,
      forget: () => {},
    }),
    whole: false,
    front: () => [],
    paint: ({ runs }) => runs.map(({ text }) => text).join(''),
    effects: {
      open: nothing,
      edit: nothing,
      compose: async () => undefined,
      suspend: nothing,
      stamp: () => undefined,
      watch: () => () => {},
      add: async (address) => ({ id: '', text: address }),
      remove: async () => async () => {},
      rememberWidth: async () => {},
      now: () => '2024-09-01T08:00:00Z',
    },
    start: { card },
  });
} catch (error) {
  console.error(`told: ${(error as Error).message}`);
  process.exitCode = 3;
}

// A plain text, as copied from a web page or saved from a mail, as an article. Pure.

import type { IncomingArticle, Intake } from '../incoming.ts';
import { languageOf } from '../language.ts';
import { blocksOf } from './blocks.ts';
import { takeHead } from './head.ts';
import { takeNeighbours } from './neighbours.ts';
import { settingOf } from './paragraphs.ts';

/** Reads a plain text; takes time linear in its length. Every word stays but what the fields hold. */
export function readText(text: string): Intake<IncomingArticle> {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]|\f/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u00ad', '')
    .split('\n')
    .map((line) => line.trimEnd());
  const foot = takeNeighbours(lines);
  const head = takeHead(foot.lines);
  const lang = languageOf(text);
  const markdown = blocksOf(head.lines, settingOf(head.lines, lang)).join('\n\n');
  if (markdown === '' && head.title === undefined) return { kind: 'refused', reason: 'empty' };
  const { title, authors, date } = head;
  return {
    kind: 'read',
    value: {
      ...(title === undefined ? {} : { title }),
      authors,
      ...(date === undefined ? {} : { date }),
      ...(lang === undefined ? {} : { lang }),
      tags: [],
      markdown,
      pictures: [],
      ...(foot.previous === undefined ? {} : { previous: foot.previous }),
      ...(foot.next === undefined ? {} : { next: foot.next }),
    },
  };
}

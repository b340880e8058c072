// The words around the hits in an article's text.

import { cleanLine } from '../../library/article/clean.ts';
import { fold } from '../../library/query/fold.ts';
import { wordsIn } from '../terms/terms.ts';

const LONGEST = 32;
const BEFORE = 8;
/** Words of the text that are looked at. */
const FAR = 200_000;

/** The end of a heading, or of any block without the sign that ends a sentence: in a snippet it gets one. */
const OPEN_END = /^([^.!?…:;\n]*)\n\s*\n\s*/;

export interface Snippet {
  readonly pieces: readonly { readonly text: string; readonly hit: boolean }[];
  /** The folded words of the whole text that are hits. */
  readonly words: ReadonlySet<string>;
}

/** A word of the text that belongs to one of the query's. */
interface Hit {
  /** Its place among the words of the text. */
  readonly at: number;
  readonly target: number;
}

/** Cuts the stretch out of `text` that has most of the query's words; `match` says which one a word is. */
export function snippetOf(text: string, match: (word: string) => number): Snippet {
  const normal = text.normalize('NFC');
  const words = wordsIn(normal);
  const hits: Hit[] = [];
  const found = new Set<string>();
  for (let at = 0; at < Math.min(words.length, FAR); at++) {
    const word = words[at] as string;
    const target = match(word);
    if (target < 0) continue;
    hits.push({ at, target });
    found.add(fold(word));
  }
  const first = Math.max(0, bestHit(hits) - BEFORE);
  const end = Math.min(words.length, first + LONGEST);
  const shown = new Set(hits.map(({ at }) => at).filter((at) => at >= first && at < end));
  return { pieces: cut(normal, words, { first, end, hits: shown }), words: found };
}

/** The place of the hit that begins the stretch with the most different words of the query, the earliest of equals. */
function bestHit(hits: readonly Hit[]): number {
  let best = { count: 0, at: 0 };
  hits.forEach(({ at }, index) => {
    const targets = new Set<number>();
    for (let next = index; (hits[next]?.at ?? Infinity) < at + LONGEST - BEFORE; next++) {
      targets.add(hits[next]?.target ?? -1);
    }
    if (targets.size > best.count) best = { count: targets.size, at };
  });
  return best.at;
}

function cut(
  text: string,
  words: readonly string[],
  { first, end, hits }: { first: number; end: number; hits: ReadonlySet<number> },
): Snippet['pieces'] {
  const pieces: { text: string; hit: boolean }[] = [];
  const add = (part: string, hit: boolean): void => {
    const last = pieces.at(-1);
    const clean = cleanPart(part);
    if (clean === '') return;
    if (last && last.hit === hit) last.text += clean;
    else pieces.push({ text: clean, hit });
  };
  if (first > 0) add('… ', false);
  let at = 0;
  for (let index = 0; index < end; index++) {
    const word = words[index] as string;
    // Between two words stands none of their signs, so that the next place of a word is its own.
    const start = text.indexOf(word, at);
    if (index > first) add(text.slice(at, start).replace(OPEN_END, '$1. '), false);
    at = start + word.length;
    if (index >= first) add(word, hits.has(index));
  }
  if (words.length > end) add(' …', false);
  else if (end > first) add(text.slice(at).trimEnd(), false);
  return pieces;
}

/** A part on one line and harmless, with the blanks at its ends kept as one. */
function cleanPart(part: string): string {
  const inner = cleanLine(part);
  if (inner === '') return /\s/.test(part) ? ' ' : '';
  return `${/^\s/.test(part) ? ' ' : ''}${inner}${/\s$/.test(part) ? ' ' : ''}`;
}

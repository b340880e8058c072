// The words around the hits in an article's text.

import { cleanLine } from '../library/clean.ts';
import { fold } from '../library/fold.ts';

/** Words in a snippet, at most. */
const LONGEST = 32;
/** Words before the first hit. */
const BEFORE = 8;
/** Words of the text that are looked at. */
const FAR = 200_000;

export interface Snippet {
  readonly pieces: readonly { readonly text: string; readonly hit: boolean }[];
  /** The folded words of the whole text that are hits. */
  readonly words: ReadonlySet<string>;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Which of the query's words it is a hit for; -1 for none. */
  readonly target: number;
}

/** Cuts the stretch out of `text` that has most of the query's words; `match` says which one a word is. */
export function snippetOf(text: string, match: (word: string) => number): Snippet {
  const tokens: Token[] = [];
  const hits: number[] = [];
  const words = new Set<string>();
  for (const found of text.normalize('NFC').matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const [word] = found;
    const target = match(word);
    if (target >= 0) {
      hits.push(tokens.length);
      words.add(fold(word));
    }
    tokens.push({ text: word, start: found.index, end: found.index + word.length, target });
    if (tokens.length >= FAR) break;
  }
  const first = Math.max(0, bestHit(tokens, hits) - BEFORE);
  return {
    pieces: cut(text.normalize('NFC'), tokens, first, Math.min(tokens.length, first + LONGEST)),
    words,
  };
}

/** The hit that begins the stretch with the most different words of the query, the earliest of equals. */
function bestHit(tokens: readonly Token[], hits: readonly number[]): number {
  let best = { count: 0, at: 0 };
  hits.forEach((at, index) => {
    const targets = new Set<number>();
    for (
      let next = index;
      next < hits.length && (hits[next] ?? 0) < at + LONGEST - BEFORE;
      next++
    ) {
      targets.add(tokens[hits[next] ?? 0]?.target ?? -1);
    }
    if (targets.size > best.count) best = { count: targets.size, at };
  });
  return best.at;
}

function cut(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
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
  for (let index = first; index < end; index++) {
    const token = tokens[index] as Token;
    add(token.text, token.target >= 0);
    const next = tokens[index + 1];
    if (index + 1 < end && next) add(text.slice(token.end, next.start), false);
    else if (next) add(' …', false);
    else add(text.slice(token.end).trimEnd(), false);
  }
  return pieces;
}

/** A part on one line and harmless, with the blanks at its ends kept as one. */
function cleanPart(part: string): string {
  const inner = cleanLine(part);
  if (inner === '') return /\s/.test(part) ? ' ' : '';
  return `${/^\s/.test(part) ? ' ' : ''}${inner}${/\s$/.test(part) ? ' ' : ''}`;
}

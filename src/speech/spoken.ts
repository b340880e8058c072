// A document read out: sentences, rows with their heads, code by its name, no addresses or marks.

import { sentencesOf } from '../sentences/sentences.ts';
import type { Block, Document, ListItem, Spans } from '../typeset/document/document.ts';
import { MARK } from '../typeset/document/marks.ts';
import type { SayFormula } from './said-formula.ts';

/** Words that are said but do not stand in the article, in the article's language. */
export interface SpokenWords {
  readonly link: string;
  readonly mailAddress: string;
  readonly picture: (text: string) => string;
  readonly code: (language: string | undefined, lines: number) => string;
  readonly diagram: string;
  readonly formula: (line: string | undefined) => string;
  readonly done: string;
  readonly open: string;
  readonly alert: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

/** A sentence to be said, and the top-level block that it is of. */
export interface Spoken {
  readonly text: string;
  /** Index into the document's blocks; -1 for the title. */
  readonly block: number;
  /** Characters of the block said before it, about as a reader's place counts them. */
  readonly offset: number;
}

/** Characters that are given to an engine at once. */
const LONGEST = 1000;
/** Levels of quotes and lists that are gone into. */
const DEEPEST = 100;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”„»«]*[^\s<>"“”„»«.,;:!?)\]'’]/giu;
const MAIL = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b/gu;

/**
 * Everything that is said of `document`, title first; a formula in one line of signs where it can't be said in
 * words. Linear in its text.
 */
export function spokenOf(
  document: Document,
  words: SpokenWords,
  sayFormula?: SayFormula,
): Spoken[] {
  const spoken: Spoken[] = [];
  let block = -1;
  let offset = 0;
  const say = (text: string): void => {
    const shown = text.replace(/\s+/g, ' ').trim();
    for (const sentence of sentencesOf(shown, document.lang)) {
      for (const part of inParts(sentence.text)) {
        // A lone bracket or dash that an address has left behind.
        if (/[\p{L}\p{N}]/u.test(part)) spoken.push({ text: part, block, offset });
        offset += part.length + 1;
      }
    }
  };
  const speaker = new Speaker(say, words, sayFormula);
  if (document.title !== undefined) say(document.title);
  for (const one of document.blocks) {
    block += 1;
    offset = 0;
    speaker.block(one, 0);
  }
  return spoken;
}

/** A sentence without an end in reach, in parts that end between words. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let rest = 0;
  while (text.length - rest > LONGEST) {
    const blank = text.lastIndexOf(' ', rest + LONGEST);
    let end = blank > rest ? blank : rest + LONGEST;
    // No half of a character.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end -= 1;
    parts.push(text.slice(rest, end).trim());
    rest = end;
  }
  parts.push(text.slice(rest).trim());
  return parts;
}

class Speaker {
  readonly #say: (text: string) => void;
  readonly #words: SpokenWords;
  readonly #sayFormula: SayFormula | undefined;

  constructor(say: (text: string) => void, words: SpokenWords, sayFormula: SayFormula | undefined) {
    this.#sayFormula = sayFormula;
    this.#say = say;
    this.#words = words;
  }

  block(block: Block, depth: number): void {
    const words = this.#words;
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        this.#say(this.#text(block.spans));
        return;
      case 'code': {
        const lines = block.text === '' ? 0 : block.text.split('\n').length;
        this.#say(block.drawings ? words.diagram : words.code(block.lang, lines));
        return;
      }
      case 'formula':
        this.#say(this.#formula(block.source, true, block.line) ?? words.formula(undefined));
        return;
      case 'quote':
        if (block.alert !== undefined)
          this.#say(block.title ? this.#text(block.title) : words.alert[block.alert]);
        if (depth < DEEPEST) for (const inner of block.blocks) this.block(inner, depth + 1);
        return;
      case 'list':
        if (depth < DEEPEST) {
          for (const [at, item] of block.items.entries()) {
            this.#item(item, block.start === undefined ? '' : `${block.start + at}: `, depth);
          }
        }
        return;
      case 'table':
        for (const row of block.rows) this.#row(block.head, row);
        return;
      case 'rule':
        return;
    }
  }

  #item({ done, blocks }: ListItem, number: string, depth: number): void {
    const { done: isDone, open } = this.#words;
    const before = number + (done === undefined ? '' : `${done ? isDone : open}: `);
    const [first, ...rest] = blocks;
    if (first?.kind === 'paragraph') this.#say(before + this.#text(first.spans));
    else {
      if (before !== '') this.#say(before.replace(/: $/, ''));
      if (first !== undefined) this.block(first, depth + 1);
    }
    for (const one of rest) this.block(one, depth + 1);
  }

  #row(head: readonly Spans[], row: readonly Spans[]): void {
    const cells: string[] = [];
    for (const [column, cell] of row.entries()) {
      const text = this.#text(cell).trim();
      // A dash for what is not there.
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      const name = this.#text(head[column] ?? []).trim();
      cells.push(name === '' ? text : `${name}: ${text}`);
    }
    this.#say(cells.join('; '));
  }

  #formula(source: string, display: boolean, line: string | undefined): string | undefined {
    return this.#sayFormula?.(source, display) ?? line;
  }

  #text(spans: Spans): string {
    const words = this.#words;
    let text = '';
    for (const span of spans) {
      if (span.note !== undefined) continue;
      const own = span.text.replaceAll('\u00ad', '');
      if (span.image !== undefined) text += words.picture(own);
      else if (span.formula !== undefined) {
        const { source, display, line } = span.formula;
        text += this.#formula(source, display, line) ?? words.formula(undefined);
      } else if (((span.marks ?? 0) & MARK.deleted) === 0) text += own;
    }
    const isAddress =
      text
        .trim()
        .replace(ADDRESS, '')
        .replace(/[<>()\s.]/g, '') === '';
    if (isAddress) return '';
    return text.replace(ADDRESS, words.link).replace(MAIL, words.mailAddress);
  }
}

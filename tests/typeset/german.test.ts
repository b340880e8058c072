import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrokenLine, setParagraph } from '../../src/typeset/lines/paragraph.ts';
import type { Hyphenation } from '../../src/typeset/look/options.ts';
import { loadHyphens } from '../../src/typeset/prepare/hyphens.ts';
import { columns } from '../../src/typeset/text/width.ts';
import { articles } from '../articles/ki-wirtschaft.ts';
import { ownText, textOf } from './texts.ts';

/** The articles' paragraphs and list items as bare text. */
const paragraphs = articles
  .flatMap(({ body }) => body.split(/\n\n|\n(?=- |\[\^)/))
  .filter((part) => !/^(?:[|#]|---)/.test(part.trim()))
  .map((part) =>
    part
      .trim()
      .replace(/^- |^\[\^[^\]]+\]: /, '')
      .replace(/\[\^[^\]]+\]/g, '¹')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\*\*/g, '')
      .replace(/\s*\n\s*/g, ' '),
  )
  .filter((part) => part !== '');

let hyphens: (text: string) => string;

function set(paragraph: string, width: number, hyphenate: Hyphenation): readonly BrokenLine[] {
  const runs = [{ text: hyphens(paragraph), style: {} }];
  return setParagraph(runs, { width, hyphenate, justify: false, lang: 'de' });
}

/** Line by line, each as full as it can be: what is improved upon. */
function greedy(paragraph: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)!;
    if (last === '') lines[lines.length - 1] = word;
    else if (columns(last) + 1 + columns(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function isShort(line: string, width: number): boolean {
  return columns(line) < (width * 2) / 3;
}

beforeAll(async () => {
  hyphens = (await loadHyphens('de'))!;
});

describe('the German articles', () => {
  it.each([30, 40, 60])('have no line under two thirds of %i columns but a last one', (width) => {
    for (const paragraph of paragraphs) {
      const lines = set(paragraph, width, 'auto').map((line) => textOf(line.runs));
      expect(lines.slice(0, -1).filter((line) => isShort(line, width))).toEqual([]);
    }
  });

  it('have such lines where each is simply filled', () => {
    const short = paragraphs.flatMap((paragraph) =>
      greedy(paragraph, 30)
        .slice(0, -1)
        .filter((line) => isShort(line, 30)),
    );
    expect(short.length).toBeGreaterThan(10);
  });

  it.each([
    [30, 0.18],
    [40, 0.1],
    [60, 0.08],
  ])('have few hyphens at %i columns', (width, share) => {
    const lines = paragraphs.flatMap((paragraph) => set(paragraph, width, 'auto'));
    const broken = lines.filter((line) => line.runs.at(-1)?.decoration === true);
    expect(broken.length / lines.length).toBeLessThan(share);
  });

  it('have a calmer margin than without hyphens', () => {
    const short = (hyphenate: Hyphenation): number =>
      paragraphs
        .flatMap((paragraph) => set(paragraph, 72, hyphenate).slice(0, -1))
        .filter((line) => line.width < 64).length;
    expect(short('auto')).toBeLessThan(short('never') * 0.9);
  });

  it.each([60, 72])('end in no short word alone at %i columns', (width) => {
    const alone = paragraphs
      .map((paragraph) => set(paragraph, width, 'auto').map((line) => ownText(line.runs)))
      .filter((lines) => lines.length > 1 && /^\S{1,7}$/.test(lines.at(-1) ?? ''));
    expect(alone).toEqual([]);
  });

  it('break words only where Duden does', () => {
    // Every break that the patterns offer in these articles, read through word by word.
    const list = readFileSync(join(import.meta.dirname, 'goldens/german-hyphens.txt'), 'utf8');
    const allowed = new Set<string>();
    for (const word of list.split(/\s+/)) {
      for (let at = word.indexOf('-'); at !== -1; at = word.indexOf('-', at + 1)) {
        const [before, after] = [word.slice(0, at), word.slice(at + 1)];
        allowed.add(`${before.replaceAll('-', '')}-${after.replaceAll('-', '')}`);
      }
    }
    const wrong = new Set<string>();
    for (const paragraph of paragraphs) {
      for (const width of [30, 40, 60]) {
        const lines = set(paragraph, width, 'always');
        lines.forEach((line, k) => {
          if (line.runs.at(-1)?.decoration !== true) return;
          const before = /\p{L}+$/u.exec(ownText(line.runs))?.[0];
          const after = /^\p{L}+/u.exec(ownText(lines[k + 1]?.runs ?? []))?.[0];
          const word = `${before}-${after}`;
          if (!allowed.has(word)) wrong.add(word);
        });
      }
    }
    expect([...wrong]).toEqual([]);
  });
});

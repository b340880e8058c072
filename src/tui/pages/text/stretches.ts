// Words, sentences and paragraphs of a page's text, one after the other. Pure.

import type { Range } from '../../../notes/quoted-text.ts';
import { sentencesOf } from '../../../sentences/sentences.ts';

export type Unit = 'word' | 'sentence' | 'block';

/** Units of a paragraph that are looked at: of a longer one, its words alone. */
const LONGEST = 20_000;

/** The paragraph that holds an index, or the first behind it: what stands between two ends of line. */
function paragraphAt(text: string, index: number): Range | undefined {
  let from = text.lastIndexOf('\n', index - 1) + 1;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (text.slice(from, to).trim() !== '' && to > index) return { from, to };
    from = to + 1;
  }
  return undefined;
}

/** The paragraph that ends before an index. */
function paragraphBefore(text: string, index: number): Range | undefined {
  let to = text.lastIndexOf('\n', index - 1);
  while (to > 0) {
    const from = text.lastIndexOf('\n', to - 1) + 1;
    if (text.slice(from, to).trim() !== '') return { from, to };
    to = from - 1;
  }
  return undefined;
}

function within(text: string, { from, to }: Range, unit: Unit, lang: string | undefined): Range[] {
  const own = text.slice(from, to);
  const blank = own.length - own.trimStart().length;
  const whole = { from: from + blank, to: from + own.trimEnd().length };
  if (unit === 'block') return [whole];
  if (unit === 'sentence' && own.length <= LONGEST)
    return sentencesOf(own, lang).map(({ start, end }) => ({ from: from + start, to: from + end }));
  if (unit === 'sentence') return [whole];
  return wordsIn(own.slice(0, LONGEST), lang).map(([start, end]) => ({
    from: from + start,
    to: from + end,
  }));
}

function wordsIn(text: string, lang: string | undefined): [number, number][] {
  const words: [number, number][] = [];
  for (const { segment, index, isWordLike } of segmenterOf(lang).segment(text)) {
    if (isWordLike) words.push([index, index + segment.length]);
    // Signs belong to the word before them: code is selected to its end.
    else if (segment.trim() !== '' && words.length > 0)
      (words.at(-1) as [number, number])[1] = index + segment.length;
    else if (segment.trim() !== '') words.push([index, index + segment.length]);
  }
  return words;
}

function segmenterOf(lang: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? 'en', { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}

export function unitAfter(
  text: string,
  index: number,
  unit: Unit,
  lang?: string,
): Range | undefined {
  for (let own = paragraphAt(text, index); own !== undefined; own = paragraphAt(text, own.to + 1)) {
    const found = within(text, own, unit, lang).find(({ to }) => to > index);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function unitBefore(
  text: string,
  index: number,
  unit: Unit,
  lang?: string,
): Range | undefined {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const here = paragraphAt(text, start);
  const own = here !== undefined && here.from < index ? here : paragraphBefore(text, start);
  if (own === undefined) return undefined;
  const found = within(text, own, unit, lang).findLast(({ from }) => from < index);
  return found ?? (own.from > 0 ? unitBefore(text, own.from, unit, lang) : undefined);
}

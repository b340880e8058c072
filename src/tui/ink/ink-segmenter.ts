// Intl.Segmenter for Ink's packages: most text needs none, and setting it up takes 10 ms.

import { isPlain } from '../../typeset/text/width.ts';

interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

/** The part of Intl.Segments that Ink and its packages ask for. */
interface Graphemes extends Iterable<Grapheme> {
  containing(index?: number): Grapheme | undefined;
}

let real: Intl.Segmenter | undefined;

/** Graphemes (UAX 29) with their UTF-16 indices, as Intl.Segmenter tells them. */
export const segmenter = {
  segment(text: string): Graphemes {
    // ESC stands alone too, whatever follows it, as every control does but CR LF.
    if (isPlain(text.replaceAll('\u001b', ''))) return plainGraphemes(text);
    real ??= new Intl.Segmenter();
    return real.segment(text);
  },
};

/** The graphemes of a text in which every UTF-16 unit is one. */
function plainGraphemes(text: string): Graphemes {
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < text.length; index++)
        yield { segment: text.charAt(index), index };
    },
    containing: (index = 0) =>
      index >= 0 && index < text.length ? { segment: text.charAt(index), index } : undefined,
  };
}

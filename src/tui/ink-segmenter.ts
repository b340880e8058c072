// What the bundler takes for Intl.Segmenter where Ink and its packages use one: most text needs no
// segmenting, and setting the real one up takes 10 ms before the first frame.

import { isPlain } from '../typeset/width.ts';

interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** As much of Intl.Segments as Ink's packages use. */
interface Segments extends Iterable<Segment> {
  /** The grapheme at a UTF-16 index; undefined outside the text. */
  containing(index?: number): Segment | undefined;
}

let real: Intl.Segmenter | undefined;

/** Graphemes (UAX 29) with their UTF-16 indices, as Intl.Segmenter tells them. */
export const segmenter = {
  segment(text: string): Segments {
    // ESC stands alone too, whatever follows it, as every control does but CR LF.
    if (isPlain(text.replaceAll('\u001b', ''))) return eachAlone(text);
    real ??= new Intl.Segmenter();
    return real.segment(text);
  },
};

/** Every UTF-16 unit a grapheme of its own. */
function eachAlone(text: string): Segments {
  return {
    containing: (index = 0) => {
      const segment = text[index];
      return segment === undefined ? undefined : { segment, index };
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < text.length; index++) {
        yield { segment: text[index] as string, index };
      }
    },
  };
}

// What the bundler takes for Intl.Segmenter where Ink and its packages use one: most text needs no
// segmenting, and setting the real one up takes 10 ms before the first frame.

import { isPlain } from '../typeset/width.ts';

let real: Intl.Segmenter | undefined;

/** Graphemes (UAX 29) with their UTF-16 indices, as Intl.Segmenter tells them. */
export const segmenter = {
  segment(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
    // ESC stands alone too, whatever follows it, as every control does but CR LF.
    if (isPlain(text.replaceAll('\u001b', ''))) {
      return text.split('').map((segment, index) => ({ segment, index }));
    }
    real ??= new Intl.Segmenter();
    return real.segment(text);
  },
};

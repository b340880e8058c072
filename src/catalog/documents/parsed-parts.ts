// A long article part by part, as its text is parsed.

import type { ReadPiece } from '../../typeset/parse/pieces.ts';
import { createPartCutter } from '../../typeset/parts.ts';
import type { DocumentParts } from '../catalog.ts';
import { decoded } from './document-parts.ts';
import { type KeptPart, keptPart } from './keep-documents.ts';

/** Bytes of JSON that a byte of Markdown becomes, more or less: how long a text is while it is parsed. */
const GROWTH = 1.6;

/** The parts of a text of `bytes` bytes as its pieces come; `kept` gets them when they are all there. */
export function parsedParts(
  pieces: AsyncGenerator<ReadPiece>,
  { bytes, stop }: { readonly bytes: number; readonly stop: AbortController },
  kept: (title: string | undefined, parts: readonly KeptPart[]) => void,
): DocumentParts {
  const cut = createPartCutter();
  const parts: KeptPart[] = [];
  const firsts: number[] = [];
  const sizes: number[] = [];
  let title: string | undefined;
  let size = 0;
  let isWhole = false;
  let pending: Promise<void> | undefined;

  const next = async (): Promise<void> => {
    const { done, value } = await pieces.next();
    if (done === true) throw new Error('parsing was ended');
    title ??= value.title;
    for (const each of cut(value)) {
      const part = keptPart(each);
      parts.push(part);
      firsts.push(part.firstBlock);
      sizes.push(part.bytes.length);
      size += part.bytes.length;
    }
    if (value.isLast !== true) return;
    isWhole = true;
    kept(title, parts);
  };

  return {
    firsts,
    sizes,
    get isWhole() {
      return isWhole;
    },
    get size() {
      return isWhole ? size : Math.max(size, bytes * GROWTH);
    },
    part: (index) => decoded((parts[index] as KeptPart).bytes),
    more: async () => {
      if (isWhole) return;
      // Whoever asks while a piece is on its way waits for the same one.
      pending ??= next().finally(() => {
        pending = undefined;
      });
      await pending;
    },
    close: () => {
      // The piece that is on its way is given up, and the next is not asked for.
      stop.abort();
      void pieces.return(undefined);
    },
  };
}

// The thread that parses a long text while the main thread sets it. It writes nothing. When it is so
// far ahead that the other has enough to do, it sets a piece itself; further still, it waits.

import { parentPort, workerData } from 'node:worker_threads';
import { moved } from '../output/frame.ts';
import { printed } from '../output/print.ts';
import type { Block } from '../typeset/document.ts';
import { type ReadPiece, readPieces } from '../typeset/pieces.ts';
import { loadPreparer } from '../typeset/prepare.ts';
import { createPieceSetter, standIn } from '../typeset/set-pieces.ts';
import { IN_FLIGHT, type ParsedPiece, type ParseOrder } from './parse-order.ts';

const { markdown, own, needs, wishes, finish, taken } = workerData as ParseOrder;
const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(markdown);
// The bytes have done their work, and workerData would keep them to the end: they are moved away.
structuredClone(markdown.buffer, { transfer: [markdown.buffer] });

const setter = finish === undefined ? undefined : createPieceSetter(finish.options);

/** `piece` as text, below `above`. */
function finished(piece: ReadPiece, above: Block, last: Block): ParsedPiece | undefined {
  if (setter === undefined || finish === undefined) return undefined;
  const { options, painter, margin } = finish;
  setter.passOver(above, []);
  const { lines, links } = setter.set(piece);
  const { theme, width } = options;
  return {
    kind: 'finished',
    text: printed(moved(lines, { theme, width, margin }), painter, links),
    last,
    links: piece.links,
  };
}

/** Reads, and hands over what it has read, until the text is at its end. */
async function work(): Promise<void> {
  const preparer = await loadPreparer(needs, wishes);
  let sent = 0;
  let above: Block | undefined;
  for (const piece of readPieces(text, { ...own, ...(preparer ? { prepare: preparer } : {}) })) {
    const last = standIn(piece.blocks);
    const isAhead = finish !== undefined && sent - Atomics.load(taken, 0) >= finish.ahead;
    const done =
      isAhead && above !== undefined && last !== undefined && piece.notes === undefined
        ? finished(piece, above, last)
        : undefined;
    if (done === undefined) setter?.passOver({ kind: 'rule' }, piece.links);
    for (;;) {
      const now = Atomics.load(taken, 0);
      if (sent - now < IN_FLIGHT) break;
      Atomics.wait(taken, 0, now);
    }
    // As text, a piece is handed over several times as fast as by structured clone.
    const answer: ParsedPiece = done ?? { kind: 'read', piece };
    parentPort?.postMessage(JSON.stringify(answer));
    above = last;
    sent++;
  }
}

// A failure is the thread's `error`.
void work();

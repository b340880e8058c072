// Where a page goes line by line: to standard output, or to the pager once it is taller than the
// screen. Nothing is held that need not be, so that long texts begin at once.

import { decidePaging, openPager, type Pager, type PagingFacts } from './pager.ts';
import { writeOut } from './stdout.ts';

export interface Sink {
  /** Takes some whole lines. Throws OutputClosed when nobody reads any more. */
  write(text: string | Later): Promise<void>;
  /**
   * Settles when all has been handed on; a pager keeps it until the reader leaves. Says whether it went
   * there: what of it was seen, nobody knows.
   */
  end(): Promise<'written' | 'paged'>;
}

/** Lines that look otherwise in a pager. */
export interface Later {
  readonly lines: number;
  text(paged: boolean): Promise<string>;
}

export interface SinkFacts extends Omit<PagingFacts, 'lines'> {
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Characters gathered before they are written. */
const BATCH = 1 << 15;

/** Opens the way to standard output, through a pager where one is due. */
export function openSink(facts: SinkFacts): Sink {
  let held: (string | Later)[] = [];
  let size = 0;
  let lines = 0;
  let pager: Pager | undefined;
  let paging = facts.tty;
  const flush = async (): Promise<void> => {
    const parts = held;
    held = [];
    size = 0;
    let text = '';
    for (const part of parts) text += await textOf(part, false);
    if (text !== '') writeOut(text);
  };
  return {
    async write(part) {
      if (pager) return pager.write(await textOf(part, true));
      held.push(part);
      if (!paging) {
        size += typeof part === 'string' ? part.length : BATCH;
        return size >= BATCH ? flush() : undefined;
      }
      lines += typeof part === 'string' ? countLines(part) : part.lines;
      const decision = decidePaging({ ...facts, lines });
      if (decision.kind === 'none') {
        if (lines < facts.rows) return;
        // Taller than the screen, and no pager wanted.
        paging = false;
        return flush();
      }
      pager = await openPager(decision, facts.variables);
      paging = false;
      if (!pager) return flush();
      const first = held;
      held = [];
      for (const early of first) await pager.write(await textOf(early, true));
    },
    async end() {
      if (pager) {
        await pager.end();
        return 'paged';
      }
      await flush();
      return 'written';
    },
  };
}

const textOf = async (part: string | Later, paged: boolean): Promise<string> =>
  typeof part === 'string' ? part : part.text(paged);

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

// Where a page goes line by line: to standard output, or to the pager once it is taller than the
// screen. Nothing is held that need not be, so that long texts begin at once.

import { decidePaging, openPager, type Pager, type PagingFacts } from './pager.ts';
import { writeOut } from './stdout.ts';

export interface Sink {
  /** Takes some whole lines. Throws OutputClosed when nobody reads any more. */
  write(text: string): Promise<void>;
  /**
   * Settles when all has been handed on; a pager keeps it until the reader leaves. Says whether it went
   * there: what of it was seen, nobody knows.
   */
  end(): Promise<'written' | 'paged'>;
}

export interface SinkFacts extends Omit<PagingFacts, 'lines'> {
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Characters gathered before they are written. */
const BATCH = 1 << 15;

/** Opens the way to standard output, through a pager where one is due. */
export function openSink(facts: SinkFacts): Sink {
  let held = '';
  let lines = 0;
  let pager: Pager | undefined;
  let paging = facts.tty;
  const flush = (): void => {
    if (held === '') return;
    const text = held;
    held = '';
    writeOut(text);
  };
  return {
    async write(text) {
      if (pager) return pager.write(text);
      held += text;
      if (!paging) {
        if (held.length >= BATCH) flush();
        return;
      }
      lines += countLines(text);
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
      held = '';
      await pager.write(first);
    },
    async end() {
      if (pager) {
        await pager.end();
        return 'paged';
      }
      flush();
      return 'written';
    },
  };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

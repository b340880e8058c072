// Where a page goes as it comes: standard output, or the pager once it is taller than the screen.

import { decidePaging, firstScreen, openPager, type Pager, type PagingFacts } from './pager.ts';
import { writeOut } from './stdout.ts';

export interface Sink {
  /** Takes some whole lines. Throws OutputClosed when nobody reads any more. */
  write(text: string | Later): Promise<void>;
  /** Settles when all has been handed on; a pager keeps it until the reader leaves. */
  end(): Promise<void>;
  /** Lines taken so far, where the output is a terminal. */
  lines(): number;
  /** How many lines, from the first on, were certainly seen, or left to see on the terminal: all without a pager. */
  shown(): number;
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
  let first = 0;
  let isWritten = false;
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
      if (facts.tty) lines += typeof part === 'string' ? countLines(part) : part.lines;
      if (pager) return pager.write(await textOf(part, true));
      held.push(part);
      if (!paging) {
        size += typeof part === 'string' ? part.length : BATCH;
        return size >= BATCH ? flush() : undefined;
      }
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
      first = firstScreen(decision, facts.rows, facts.variables);
      const before = held;
      held = [];
      for (const early of before) await pager.write(await textOf(early, true));
    },
    async end() {
      if (pager) return pager.end();
      await flush();
      isWritten = true;
    },
    lines: () => lines,
    shown() {
      if (pager) return pager.wasShown() ? first : 0;
      return isWritten ? Number.POSITIVE_INFINITY : 0;
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

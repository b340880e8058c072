// A bar on standard error for work that takes long enough to be wondered about.

import { drawOnError } from './stdout.ts';

/** Milliseconds of silence before a bar appears, and between two pictures of it. */
const PATIENCE = 300;
const PACE = 100;
const WIDTH = 24;

export interface ProgressFacts {
  /** Whether standard error is a terminal; nothing is shown elsewhere. */
  readonly tty: boolean;
  readonly unicode: boolean;
  /** Milliseconds, only ever rising. */
  readonly clock: () => number;
  readonly label: string;
  readonly number: (value: number) => string;
  /** Articles a second, as a phrase. */
  readonly rate: (perSecond: string) => string;
  readonly write?: (text: string) => void;
}

export interface Progress {
  /** How much is done, of how much. */
  report(done: number, total: number): void;
  end(): void;
}

/** A progress bar that shows itself only after a while, in one line that it clears at the end. */
export function openProgress(facts: ProgressFacts): Progress {
  const { tty, unicode, clock, label, number, rate } = facts;
  const write = facts.write ?? drawOnError;
  const begun = clock();
  let drawn = 0;
  const [full, empty] = unicode ? ['━', '╌'] : ['=', '-'];
  return {
    report(done, total) {
      const now = clock();
      if (!tty || now - begun < PATIENCE || now - drawn < PACE) return;
      drawn = now;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * WIDTH);
      const perSecond = number(Math.round((done / (now - begun)) * 1000));
      const bar = full.repeat(filled) + empty.repeat(WIDTH - filled);
      write(`\r\u001b[K${label} ${bar} ${number(done)}/${number(total)}  ${rate(perSecond)}`);
    },
    end() {
      if (drawn > 0) write('\r\u001b[K');
    },
  };
}

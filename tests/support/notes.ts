// A journal with notes, as the reader would have written it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WrittenNote {
  readonly id: string;
  readonly exact: string;
  readonly text?: string;
  readonly title?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Writes another machine's journal into a home. */
export function writeNotes(home: string, notes: readonly WrittenNote[]): void {
  const folder = join(home, '.local', 'state', 'news', 'history');
  mkdirSync(folder, { recursive: true });
  const lines = notes.map(
    ({ id, exact, text, title = 'Titel', prefix = '', suffix = '' }, index) => {
      const made = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
      const quote = { exact, prefix, suffix, place: { block: 0, offset: 0 } };
      return JSON.stringify({
        kind: 'note',
        id,
        note: `n${index}`,
        quote,
        text,
        title,
        made,
        at: made,
      });
    },
  );
  writeFileSync(join(folder, 'other.jsonl'), `${lines.join('\n')}\n`);
}

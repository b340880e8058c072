// A question on the terminal, answered with a line.

import { createInterface } from 'node:readline/promises';

/** Asks on standard error and reads one line of standard input; empty where there is none. */
export async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  lines.once('close', () => stop.abort());
  try {
    return (await lines.question(question, { signal: stop.signal })).trim();
  } catch {
    // The end of the input is an answer too.
    return '';
  } finally {
    lines.close();
  }
}

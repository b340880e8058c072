// Times the full-screen reader from its start to its first whole frame, in a real terminal.

import { openTerminal } from '../support/terminal.ts';
import { type Case, type Figure, figureOf } from './measure.ts';

/** Ends a frame: what was drawn is shown as one picture. */
const END = '\u001b[?2026l';

/** Runs each case `rounds` times, interleaved, after one round to warm up; `shown` is what a first frame must show. */
export async function measureFrames(
  cases: readonly Case[],
  shown: RegExp,
  rounds: number,
): Promise<readonly Figure[]> {
  const times = cases.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, one] of cases.entries()) {
      const milliseconds = await firstFrame(one, shown);
      if (round >= 0) times[index]?.push(milliseconds);
    }
  }
  return cases.map(({ name }, index) => figureOf(name, times[index] ?? []));
}

async function firstFrame({ name, command, args, env, cwd }: Case, shown: RegExp): Promise<number> {
  const from = performance.now();
  await using terminal = openTerminal({
    file: command,
    args,
    env: { ...env, TERM: 'xterm-256color' },
    ...(cwd === undefined ? {} : { cwd }),
  });
  for (;;) {
    const output = terminal.output();
    if (output.includes(END) && shown.test(output)) break;
    if (performance.now() - from > 30_000) throw new Error(`${name}: no frame\n${terminal.text()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const milliseconds = performance.now() - from;
  terminal.type('q');
  // One that does not hear the key is ended with its terminal.
  await Promise.race([terminal.exit, new Promise((resolve) => setTimeout(resolve, 2000))]);
  return milliseconds;
}

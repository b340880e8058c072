// Times whole processes, interleaved: each round runs every case once, so that a machine that slows
// down slows all of them.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface Case {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Runs before each round, untimed: to empty a cache, say. */
  readonly before?: () => void;
}

export interface Figure {
  readonly name: string;
  /** Milliseconds of wall time. */
  readonly median: number;
  /** Half of all runs took between these. */
  readonly quartiles: readonly [number, number];
  readonly min: number;
  readonly max: number;
  /** Peak memory in MB, where GNU time is at hand. */
  readonly memory?: number;
}

const TIME = '/usr/bin/time';

function runOnce(one: Case): number {
  one.before?.();
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(one.command, one.args, {
    env: one.env,
    cwd: one.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status !== 0) throw new Error(`${one.name} ended with ${status}: ${stderr}`);
  return milliseconds;
}

function memoryOf(one: Case): number | undefined {
  if (!existsSync(TIME)) return undefined;
  one.before?.();
  const { stderr } = spawnSync(TIME, ['-f', 'peak %M', one.command, ...one.args], {
    env: one.env,
    cwd: one.cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const kilobytes = /peak (\d+)/.exec(stderr)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 102.4) / 10;
}

/** Runs all cases `rounds` times after one warm-up round. */
export function measure(cases: readonly Case[], rounds: number): readonly Figure[] {
  const times = cases.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    cases.forEach((one, index) => {
      const milliseconds = runOnce(one);
      if (round >= 0) times[index]?.push(milliseconds);
    });
  }
  return cases.map((one, index) => {
    const memory = memoryOf(one);
    return {
      ...figureOf(one.name, times[index] ?? []),
      ...(memory === undefined ? {} : { memory }),
    };
  });
}

/** What some times in milliseconds say. */
export function figureOf(name: string, times: readonly number[]): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    name,
    median: at(0.5),
    quartiles: [at(0.25), at(0.75)],
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
  };
}

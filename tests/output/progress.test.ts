import { describe, expect, it } from 'vitest';
import { openProgress } from '../../src/output/progress.ts';

function watched(tty = true, unicode = true) {
  let time = 0;
  const written: string[] = [];
  const progress = openProgress({
    tty,
    unicode,
    clock: () => time,
    label: 'Reading',
    number: String,
    rate: (value) => `${value} a second`,
    write: (text) => written.push(text),
  });
  return {
    progress,
    written,
    at: (milliseconds: number): void => {
      time = milliseconds;
    },
  };
}

describe('the progress bar', () => {
  it('is silent for 300 ms, then shows count and rate, and clears its line', () => {
    const { progress, written, at } = watched();
    at(299);
    progress.report(10, 100);
    expect(written).toEqual([]);
    at(500);
    progress.report(50, 100);
    expect(written[0]).toContain('━'.repeat(12) + '╌'.repeat(12));
    expect(written[0]).toContain('50/100  100 a second');
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('draws at most ten times a second', () => {
    const { progress, written, at } = watched();
    for (let time = 400; time < 1400; time += 5) {
      at(time);
      progress.report(time, 2000);
    }
    expect(written.length).toBeLessThanOrEqual(10);
  });

  it('shows nothing where standard error is no terminal, and never was there to be cleared', () => {
    const { progress, written, at } = watched(false);
    at(1000);
    progress.report(1, 2);
    progress.end();
    expect(written).toEqual([]);
  });

  it('has an ASCII form', () => {
    const { progress, written, at } = watched(true, false);
    at(1000);
    progress.report(1, 2);
    expect(written[0]).toMatch(/={12}-{12}/);
  });
});

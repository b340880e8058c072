import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSink, type SinkFacts } from '../../src/output/sink.ts';

const { written } = vi.hoisted(() => ({ written: [] as string[] }));
vi.mock('../../src/output/stdout.ts', async (original) => ({
  ...(await original<typeof import('../../src/output/stdout.ts')>()),
  writeOut: (text: string) => void written.push(text),
}));

const PIPE: SinkFacts = {
  tty: false,
  rows: 5,
  pager: undefined,
  variable: undefined,
  variables: { PATH: process.env.PATH },
};

beforeEach(() => {
  written.length = 0;
});

describe('a sink', () => {
  it('writes to a pipe in batches, and the rest at the end', async () => {
    const sink = openSink(PIPE);
    const line = `${'x'.repeat(99)}\n`;
    for (let k = 0; k < 400; k++) await sink.write(line);
    expect(written).toHaveLength(1);
    await sink.end();
    expect(written).toHaveLength(2);
    expect(written.join('')).toBe(line.repeat(400));
  });

  it('prints on a terminal what fits on the screen', async () => {
    const sink = openSink({ ...PIPE, tty: true });
    await sink.write('one\ntwo\n');
    expect(written).toEqual([]);
    await sink.end();
    expect(written).toEqual(['one\ntwo\n']);
  });

  it('prints all where no pager is wanted, from the first screenful on', async () => {
    const sink = openSink({ ...PIPE, tty: true, pager: false });
    await sink.write('one\n');
    await sink.write('two\n'.repeat(4));
    expect(written).toEqual([`one\n${'two\n'.repeat(4)}`]);
    await sink.write('three\n');
    await sink.end();
    expect(written.join('')).toBe(`one\n${'two\n'.repeat(4)}three\n`);
  });

  it('writes nothing for nothing', async () => {
    await openSink(PIPE).end();
    expect(written).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('a sink on a terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'news-sink-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the pager what is taller than the screen, with what was held back', async () => {
    const variables = { PATH: process.env.PATH, FOLDER: folder };
    const sink = openSink({ ...PIPE, tty: true, pager: 'cat > "$FOLDER/page"', variables });
    await sink.write('one\ntwo\n');
    await sink.write('three\nfour\nfive\n');
    await sink.write('six\n');
    await sink.end();
    expect(written).toEqual([]);
    expect(readFileSync(join(folder, 'page'), 'utf8')).toBe('one\ntwo\nthree\nfour\nfive\nsix\n');
  });
});

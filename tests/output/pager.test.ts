import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decidePaging, firstScreen, openPager, type PagingFacts } from '../../src/output/pager.ts';
import { OutputClosed } from '../../src/output/stdout.ts';

const TALL: PagingFacts = {
  tty: true,
  lines: 100,
  rows: 24,
  pager: undefined,
  variable: undefined,
};

describe('whether to page', () => {
  it('pages what is taller than the screen, with less', () => {
    expect(decidePaging(TALL)).toEqual({ kind: 'less' });
    expect(decidePaging({ ...TALL, lines: 24 })).toEqual({ kind: 'less' });
    expect(decidePaging({ ...TALL, lines: 23 })).toEqual({ kind: 'none' });
  });

  it('never pages where there is no terminal, or where it was told not to', () => {
    expect(decidePaging({ ...TALL, tty: false })).toEqual({ kind: 'none' });
    expect(decidePaging({ ...TALL, pager: false, variable: 'most' })).toEqual({ kind: 'none' });
  });

  it.each([
    ['most', undefined, { kind: 'command', command: 'most' }],
    [undefined, 'less -S', { kind: 'command', command: 'less -S' }],
    ['most', 'less -S', { kind: 'command', command: 'most' }],
    [' less ', 'most', { kind: 'less' }],
    [undefined, ' ', { kind: 'less' }],
    [undefined, 'cat', { kind: 'none' }],
  ] as const)('takes the pager %j, and %j of the environment, as %j', (pager, variable, paging) => {
    expect(decidePaging({ ...TALL, pager, variable })).toEqual(paging);
  });
});

describe('what a pager shows before it can be left', () => {
  it.each([
    ['less', '', 23],
    ['less', 'FRX', 23],
    ['less', '-R --mouse', 23],
    ['less -RS', '', 23],
    ['/usr/bin/more', '', 23],
    ['less +G', '', 0],
    ['less', '+G', 0],
    ['less -z5', '', 0],
    ['less --window=5', '', 0],
    ['less -p Klarna', '', 0],
    ['less | head -1', '', 0],
    ['head -3', '', 0],
    ['most', '', 0],
  ])('is for %j with LESS=%j lines: %i', (command, own, lines) => {
    const paging =
      command === 'less' ? { kind: 'less' as const } : { kind: 'command' as const, command };
    expect(firstScreen(paging, 24, own === '' ? {} : { LESS: own })).toBe(lines);
  });
});

describe.skipIf(process.platform === 'win32')('a pager', () => {
  const folder = mkdtempSync(join(tmpdir(), 'news-pager-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const variables = { PATH: process.env.PATH, FOLDER: folder };

  it('is given all text, and the environment with what less needs', async () => {
    const command = 'cat > "$FOLDER/all"; printf %s "$LESS" > "$FOLDER/less"';
    const pager = await openPager({ kind: 'command', command }, variables);
    const text = 'ä line\n'.repeat(20_000);
    await pager?.write(text);
    await pager?.write('last\n');
    await pager?.end();
    expect(readFileSync(join(folder, 'all'), 'utf8')).toBe(`${text}last\n`);
    expect(readFileSync(join(folder, 'less'), 'utf8')).toBe('FRX');
  });

  it('that is not there is none, so that the caller prints', async () => {
    const none = { PATH: folder };
    expect(await openPager({ kind: 'less' }, none)).toBeUndefined();
  });

  it('that was left takes no more text', async () => {
    const pager = await openPager({ kind: 'command', command: 'head -c 1 > /dev/null' }, variables);
    const writing = async (): Promise<void> => {
      for (;;) await pager?.write('line\n'.repeat(50_000));
    };
    await expect(writing()).rejects.toBeInstanceOf(OutputClosed);
  });

  it('leaves no listener of signals behind', async () => {
    const before = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    const pager = await openPager({ kind: 'command', command: 'cat > /dev/null' }, variables);
    expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(before + 2);
    await pager?.end();
    expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(before);
  });
});

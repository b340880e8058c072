import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Home, makeHome } from '../support/program.ts';

let home: Home;
beforeAll(() => {
  home = makeHome();
});
afterAll(() => home[Symbol.dispose]());

const ids = async (...args: string[]): Promise<string[]> =>
  (await home.run(['list', ...args])).stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0]!);
const KLARNA = 'ki-wirtschaft/klarna-stellenabbau';

describe('news mark', () => {
  it('gives a star and takes it', async () => {
    expect((await home.run(['mark', 'klarna', 'dell', '--star'])).status).toBe(0);
    expect(await ids('--starred')).toHaveLength(2);
    const [record] = JSON.parse((await home.run(['list', '--starred', '--json'])).stdout);
    expect(record).toMatchObject({ starred: true, state: 'unread' });
    await home.run(['mark', 'dell', '--unstar']);
    expect(await ids('--starred')).toEqual([KLARNA]);
  });

  it('keeps a star when the article is read, and when the history is forgotten', async () => {
    await home.run(['read', 'klarna']);
    expect(await ids('--starred')).toEqual([KLARNA]);
    await home.run(['history', '--clear']);
    expect(await ids('--starred')).toEqual([KLARNA]);
    expect((await home.run(['history'])).stdout).toBe('');
  });

  it('marks as read and unread', async () => {
    await home.run(['mark', 'klarna', '--read']);
    expect(await ids('--unread')).not.toContain(KLARNA);
    await home.run(['mark', 'klarna', '--unread']);
    expect(await ids('--unread')).toContain(KLARNA);
  });

  it('marks nothing where a name is wrong, or where it is not said how', async () => {
    const before = await ids('--starred');
    expect((await home.run(['mark', 'openai', 'gibtesnicht', '--star'])).status).toBe(1);
    expect(await ids('--starred')).toEqual(before);
    for (const args of [[], ['--star', '--unstar'], ['--read', '--unread']]) {
      const { status, stderr } = await home.run(['mark', 'klarna', ...args]);
      expect(status).toBe(2);
      expect(stderr).toContain('--unstar');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { programOutline } from '../../src/cli/program.ts';
import { complete, type Lookup } from '../../src/completion/candidates.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { surroundings } from '../support/tty.ts';

const root = programOutline(messagesFor('en'), surroundings());

/** A library of `series` x `count` articles; remembers what was asked. */
function library(series: number, count: number) {
  const asked: string[] = [];
  const articles = Array.from({ length: series * count }, (_, at) => ({
    value: `series-${at % series}/article-${at}`,
    description: `Title ${at}`,
  }));
  const lookup: Lookup = {
    values: async (kind) => {
      asked.push(kind);
      return [];
    },
    series: async () =>
      Array.from({ length: series }, (_, at) => ({
        key: `series-${at}`,
        title: `Series ${at}`,
        count,
      })),
    articles: async (key) => {
      asked.push(key ?? 'all');
      return articles.filter(({ value }) => key === undefined || value.startsWith(`${key}/`));
    },
  };
  const values = async (...words: string[]): Promise<string[]> =>
    (await complete(root, words, lookup)).candidates.map(({ value }) => value);
  return { asked, lookup, values };
}

describe('what can follow', () => {
  it('opens no library for commands, flags and their fixed values', async () => {
    const { asked, values } = library(1, 1);
    expect(await values('')).toContain('read');
    expect(await values('read', '--')).toContain('--width');
    expect(await values('read', '--links', '')).toEqual(['inline', 'references', 'none']);
    expect(await values('--language', 'de', 'comp')).toEqual(['completion']);
    expect(await values('list', '')).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are all commands at first, and behind each of them all its flags', async () => {
    const { values } = library(1, 1);
    expect(await values('')).toEqual(root.commands.map(({ name }) => name));
    for (const { name, flags } of root.commands) {
      const long = flags.flatMap(({ names }) => names.filter((one) => one.startsWith('--')));
      expect(await values(name, '--')).toEqual(expect.arrayContaining(long));
    }
  });

  it('offers a flag once, --from as often as wanted, and nothing like a flag behind --', async () => {
    const { values } = library(1, 1);
    const flags = await values('read', '--toc', '--from', 'x', '--');
    expect(flags).not.toContain('--toc');
    expect(flags).toContain('--from');
    expect(await values('read', '--', '--')).toEqual([]);
    expect(await values('read', '--', 'series')).toEqual(['series-0/article-0']);
  });

  it('offers 10,000 articles by their series first, then those of one', async () => {
    const { asked, lookup, values } = library(100, 100);
    const first = await complete(root, ['read', ''], lookup);
    expect(first.kind).toBe('partial');
    expect(first.candidates).toHaveLength(100);
    expect(first.candidates[0]).toEqual({ value: 'series-0/', description: 'Series 0' });
    expect(asked).toEqual([]);
    expect(await values('read', 'series-1/')).toHaveLength(100);
    expect(await values('read', 'series-1/article-12')).toEqual(['series-1/article-1201']);
    expect(asked).toEqual(['series-1', 'series-1']);
  });

  it('knows the newest and the first by name', async () => {
    const { values } = library(2, 2);
    expect(await values('read', 'la')).toEqual(['latest']);
    expect(await values('read', '')).toEqual([
      'series-0/article-0',
      'series-0/article-2',
      'series-1/article-1',
      'series-1/article-3',
      'latest',
      'first',
    ]);
  });

  it('takes a slug alone where only one article has it', async () => {
    const all = [{ value: 'a/same' }, { value: 'b/same' }, { value: 'b/safe' }];
    const lookup: Lookup = {
      values: async () => [],
      series: async () => [],
      articles: async () => all,
    };
    const found = await complete(root, ['read', 'sa'], lookup);
    expect(found.candidates.map(({ value }) => value)).toEqual(['safe']);
  });

  it('leaves paths to the shell', async () => {
    const { asked, lookup } = library(1, 1);
    for (const word of ['./x', '/x', '~/x', '../x']) {
      expect(await complete(root, ['read', word], lookup)).toEqual({
        kind: 'files',
        candidates: [],
      });
    }
    expect(await complete(root, ['check', ''], lookup)).toEqual({ kind: 'files', candidates: [] });
    expect(asked).toEqual([]);
  });
});

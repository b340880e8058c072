import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rssOf } from '../feeds/make.ts';
import { count, filesOf, numbered, serveFeeds } from '../feeds/site.ts';
import { type Home, makeHome } from '../support/program.ts';

const articles = (home: Home): string[] =>
  Object.keys(filesOf(home, 'example')).filter((name) => name.endsWith('.md'));

/** The one file of what is remembered of feeds, changed. */
function remember(home: Home, change: (state: Record<string, unknown>) => unknown): void {
  const folder = join(home.path, '.local/state/news/feeds');
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.json'));
  const state = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, name), JSON.stringify(change(state)));
}

describe('a feed', () => {
  it('has links by xml:base, dates of every kind, and titles encoded twice', async () => {
    const dates: readonly (readonly [string, string])[] = [
      ['Sun, 29 Nov 2026 23:30:00 +0100', '2026-11-29'],
      ['29 Nov 26 10:00 EST', '2026-11-29'],
      ['2026-11-28T10:00:00Z', '2026-11-28'],
      ['Tues, 24 November 2026 08:00 GMT', '2026-11-24'],
    ];
    const items = dates.map(
      ([date], n) =>
        `<title>A &amp;amp; B ${n}</title><guid>${n}</guid><pubDate>${date}</pubDate><description>&lt;a href="x/${n}"&gt;x&lt;/a&gt;</description>`,
    );
    const body = rssOf(items).replace('<rss ', '<rss xml:base="https://base.example/a/" ');
    await using site = await serveFeeds({ '/feed': body });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const files = filesOf(home, 'example');
    dates.forEach(([, day], n) => {
      const [name = ''] = articles(home).filter((one) => one.endsWith(`a-b-${n}.md`));
      expect(name.slice(0, 10)).toBe(day);
      expect(files[name]).toContain(`title: A & B ${n}`);
      expect(files[name]).toContain(`[x](https://base.example/a/x/${n})`);
    });
  });

  it('doubles none of 500 items that come again under new guids', async () => {
    const pages = { '/feed': numbered(count(500)) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const before = articles(home);
    pages['/feed'] = numbered(count(500)).replaceAll('<guid>g', '<guid>new-');
    expect((await home.run(['fetch', '--force'])).status).toBe(0);
    expect(articles(home)).toEqual(before);
    expect(before).toHaveLength(500);
  });

  it('that is broken is read as far as it goes, and following says how', async () => {
    const body = `${numbered([2, 1]).replace('</channel></rss>', '')}<item><title>R&D &nbsp;\u0001`;
    await using site = await serveFeeds({ '/feed': body });
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    expect(articles(home).length).toBeGreaterThanOrEqual(2);
    expect((await home.run(['following'])).stdout).toMatch(/cut off.*|entities/);
    const [record] = JSON.parse((await home.run(['following', '--json'])).stdout);
    expect(record).toMatchObject({ requests: 1, changes: 1, articles: articles(home).length });
    expect(record.bytes).toBeGreaterThan(body.length / 2);
  });

  it('that fails waits longer each time, and comes back by itself', async () => {
    const pages: Record<string, string> = { '/feed': numbered([1]) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const [body = ''] = [pages['/feed']];
    delete pages['/feed'];
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      await home.run(['fetch', '--force']);
      remember(home, (state) => {
        waits.push(Number(state['due']) - Number(state['asked']));
        return state;
      });
    }
    expect(waits[3]).toBeGreaterThan(waits[0] ?? 0);
    pages['/feed'] = body;
    // Months later.
    remember(home, (state) => ({ ...state, failures: 90, due: Date.now() - 1 }));
    expect((await home.run(['fetch'])).status).toBe(0);
    expect((await home.run(['following'])).stdout).not.toContain('404');
  });

  it('is asked again where the clock went back, and nothing is written twice', async () => {
    const pages = { '/feed': numbered([1]) };
    await using site = await serveFeeds(pages);
    using home = makeHome();
    await home.run(['follow', `${site.origin}/feed`]);
    const ahead = Date.now() + 400 * 86_400_000;
    remember(home, (state) => ({ ...state, asked: ahead, fetched: ahead, due: ahead + 3_600_000 }));
    pages['/feed'] = numbered([2, 1]);
    expect((await home.run(['fetch'])).stdout).toBe('example\tExample\t1\t0\n');
    expect(articles(home)).toHaveLength(2);
    rmSync(join(home.path, '.local/state'), { recursive: true });
    expect((await home.run(['fetch'])).stdout).toBe('');
  });
});

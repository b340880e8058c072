import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rssOf } from '../feeds/make.ts';
import { articlesOf, filesOf, serveFeeds } from '../feeds/site.ts';
import { type Home, makeHome, type RunOptions } from '../support/program.ts';

const MEGABYTE = 1024 * 1024;

/** Has the program write down the most memory that it held. */
function measured({ path }: Home): RunOptions {
  const script = join(path, 'measure.mjs');
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(join(path, 'held'))}, String(process.resourceUsage().maxRSS)));`,
  );
  return { env: { NODE_OPTIONS: `--import ${pathToFileURL(script)}` } };
}

/** In the system's own unit; 1 of a program that is no script of Node's. */
const heldBy = ({ path }: Home): number =>
  existsSync(join(path, 'held')) ? Number(readFileSync(join(path, 'held'), 'utf8')) : 1;

describe('a hostile feed', () => {
  it('puts in nothing that it declares, and reads no file', async () => {
    const laughs = Array.from(
      { length: 12 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    );
    const body = `<!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">${laughs.join('')}]>${rssOf(['<title>a</title><guid>1</guid><description>&l12; &x;</description>'])}`;
    await using site = await serveFeeds({ '/feed': body });
    using home = makeHome();
    expect((await home.run(['follow', `${site.origin}/feed`])).status).toBe(0);
    const texts = Object.values(filesOf(home, 'example')).join('');
    expect(texts).not.toMatch(/root:|lollol/);
  });

  it('writes nothing outside its folder, no escape and no address that runs', async () => {
    const items = [
      '<title>../../../etc/passwd</title><guid>../../x</guid><description>a</description>',
      '<title>\u009b31m&#27;[2J\u202eevil</title><guid>2</guid><link>javascript:alert(1)</link><description>&lt;a href="javascript:alert(1)"&gt;x&lt;/a&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>',
      '<title>.hidden</title><guid>3</guid><enclosure url="file:///etc/passwd"/>',
    ];
    await using site = await serveFeeds({ '/feed': rssOf(items, '<title>../../evil</title>') });
    using home = makeHome();
    expect((await home.run(['follow', `${site.origin}/feed`])).status).toBe(0);
    expect(readdirSync(articlesOf(home))).toEqual(['evil']);
    const files = filesOf(home, 'evil');
    expect(Object.keys(files)).toHaveLength(4);
    for (const text of Object.values(files)) {
      expect(text).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]|javascript:|file:|<script/,
      );
    }
    const listed = await home.run(['list', '--series', 'evil']);
    expect(listed.stdout).not.toMatch(/[\u001b\u009b]/);
  });

  it('ends in a line where it never ends, unpacks beyond all bounds, or nests without end', async () => {
    await using site = await serveFeeds({
      '/endless': (_, response) => {
        response.writeHead(200, { 'content-type': 'application/xml' });
        const more = (): void => {
          while (response.writable && response.write('<item><title>x</title></item>'.repeat(2000)));
        };
        response.on('drain', more).write('<rss><channel>');
        more();
      },
      '/bomb': (_, response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(100 * MEGABYTE, ' '))),
    });
    using calm = makeHome();
    await using small = await serveFeeds({ '/feed': rssOf(['<title>a</title>']) });
    await calm.run(['follow', `${small.origin}/feed`], measured(calm));
    for (const path of ['/endless', '/bomb']) {
      using home = makeHome();
      const { status, stderr } = await home.run(
        ['follow', `${site.origin}${path}`],
        measured(home),
      );
      expect(heldBy(home)).toBeLessThan(3 * heldBy(calm));
      expect(status).toBe(1);
      expect(stderr).toContain('larger than 16 MB');
      expect(existsSync(articlesOf(home))).toBe(false);
    }
    await using deep = await serveFeeds({ '/feed': `<rss><channel>${'<a>'.repeat(300_000)}` });
    using home = makeHome();
    const { status, stderr } = await home.run(['follow', `${deep.origin}/feed`]);
    expect([0, 1]).toContain(status);
    expect(stderr.split('\n').length).toBeLessThan(4);
  });
});

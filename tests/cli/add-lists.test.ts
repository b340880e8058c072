import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAsWritten } from '../../src/library/write/article-text.ts';
import { command, type Home, makeHome } from '../support/program.ts';
import { type Site, serve } from '../support/web.ts';

let home: Home;
beforeEach(() => {
  home = makeHome();
});
afterEach(() => home[Symbol.dispose]());

const own = (...parts: readonly string[]): string =>
  join(home.path, '.local', 'share', 'news', 'articles', ...parts);
const file = (name: string, text: string): string => {
  const path = join(home.path, name);
  writeFileSync(path, text);
  return path;
};
const articles = (): string[] => {
  try {
    return readdirSync(own('saved')).filter((name) => name.endsWith('.md'));
  } catch {
    return [];
  }
};

/** A site of texts, each with its own title. */
const texts = (): Promise<Site> =>
  serve(({ url = '' }, response) => {
    const text = `# Text ${url.slice(1)}\n\nEin Absatz mit ein paar Worten zu ${url}.\n`;
    response.writeHead(200, { 'content-type': 'text/markdown' }).end(text);
  });

const pocket = (site: Site, count: number): string =>
  [
    'title,url,time_added,tags,status',
    ...Array.from(
      { length: count },
      (_, i) => `Eintrag ${i},${site.origin}/t${i},1724803200,a|b,${i % 2 ? 'archive' : 'unread'}`,
    ),
    '',
  ].join('\n');

describe('a reading list of another program', () => {
  it('becomes articles with its tags, times and marks, and what fails is said at the end', async () => {
    await using site = await serve(({ url = '' }, response) => {
      if (url === '/t2') response.writeHead(404).end();
      else {
        const body = `Ein Absatz mit ein paar Worten zu ${url}, der für sich steht.`;
        response.writeHead(200, { 'content-type': 'text/plain' }).end(body);
      }
    });
    const list = file('pocket.csv', pocket(site, 4));
    const first = await home.run(['add', list]);
    expect(first.status).toBe(1);
    expect(first.stderr).toBe(
      `news: ${site.origin}/t2: 127.0.0.1:${site.port}: there is no such page (404)\n`,
    );
    expect(articles().length).toBe(3);
    const text = readFileSync(own('saved', 'eintrag-1.md'), 'utf8');
    expect(text).toContain('title: Eintrag 1\n');
    expect(text).toContain('tags: [a, b]\n');
    expect(text).toContain('added: 2024-08-28\n');
    const { stdout } = await home.run(['list', '--series', 'saved']);
    expect(stdout).toMatch(/eintrag-1\t.*\tread\n/);
    expect(stdout).toMatch(/eintrag-0\t.*\tunread\n/);
  });

  it('goes on where it was killed, with every file whole', async () => {
    await using site = await texts();
    const list = file('pocket.csv', pocket(site, 120));
    const [program, before] = command();
    const child = spawn(program, [...before, 'add', list], { env: home.env, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('close', done));
    while (site.requests.length < 60) await new Promise((next) => setImmediate(next));
    child.kill('SIGKILL');
    await ended;
    const kept = articles();
    expect(kept.every((name) => isAsWritten(readFileSync(own('saved', name), 'utf8')))).toBe(true);
    const asked = site.requests.length;
    const again = await home.run(['add', list]);
    expect([again.status, again.stderr]).toEqual([0, '']);
    expect(articles().length).toBe(120);
    expect(site.requests.length - asked).toBe(120 - kept.length);
  });

  it('asks a host for few things at once', async () => {
    let now = 0;
    let most = 0;
    await using site = await serve((_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        response.end('Ein Absatz mit ein paar Worten.');
      }, 5);
    });
    expect((await home.run(['add', file('l.csv', pocket(site, 40))])).status).toBe(0);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });

  it('takes what the other program has kept of a page that is gone', async () => {
    await using site = await serve((_, response) => response.writeHead(410).end());
    const content = '<p>Ein <b>Absatz</b>, der noch da ist.</p><ul><li>Punkt</li></ul>';
    const list = file(
      'w.json',
      JSON.stringify([{ url: `${site.origin}/x`, title: 'Weg', content }]),
    );
    const { status, stdout } = await home.run(['add', list]);
    expect([status, stdout]).toEqual([0, 'saved/weg\tWeg\tadded\n']);
    expect(readFileSync(own('saved', 'weg.md'), 'utf8')).toMatch(
      /Ein \*\*Absatz\*\*.*\n\n[-*] Punkt/,
    );
  });

  it('is a stranger’s where it comes from the network, and reaches nothing on the own', async () => {
    await using within = await serve((_, response) => response.end('# Innen\n\nGeheim.'));
    await using proxy = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`${within.origin}/a\n`),
    );
    const env = { http_proxy: proxy.origin, no_proxy: '127.0.0.1' };
    const { status, stderr } = await home.run(['add', 'http://a.example/liste'], { env });
    expect([status, within.requests.length]).toEqual([1, 0]);
    expect(stderr).toContain('is on your own network');
  });

  it('keeps what was marked in it', async () => {
    await using site = await texts();
    const entry = {
      url: `${site.origin}/w`,
      title: 'W',
      annotations: [{ quote: 'Ein Absatz', text: 'Meine Notiz', created_at: '2024-08-28' }],
    };
    await home.run(['add', file('w.json', JSON.stringify([entry]))]);
    const kept = readFileSync(own('saved', '.highlights', 'text-w.jsonl'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ quote: 'Ein Absatz', note: 'Meine Notiz' });
    const [note, ...more] = JSON.parse((await home.run(['notes', 'text-w', '--json'])).stdout);
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      text: 'Meine Notiz',
      made: '2024-08-28T00:00:00.000Z',
      orphaned: false,
    });
    expect(note.quote).toMatchObject({ exact: 'Ein Absatz' });
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, makeHome } from '../support/program.ts';
import { serve } from '../support/web.ts';

let home: Home;
beforeEach(() => {
  home = makeHome();
});
afterEach(() => home[Symbol.dispose]());

const own = (...parts: readonly string[]): string =>
  join(home.path, '.local', 'share', 'news', 'articles', ...parts);
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(home.path, name);
  writeFileSync(path, text);
  return path;
};
const articles = (series = 'saved'): string[] =>
  readdirSync(own(series)).filter((name) => name.endsWith('.md'));

const FIVE = [
  'Vor einem Jahr arbeiteten hier fünftausend Menschen, heute sind es viel weniger.',
  'Fast die Hälfte der Stellen fiele damit weg; bis wann, sagt das Unternehmen nicht.',
  'Vorzeigen kann es seinen Assistenten, der seit Januar den Kunden antwortet.',
  'Die Kennzahl steigt, sobald Menschen gehen.',
  'Nützlich ist sie trotzdem.',
];
const copied = (title: string, previous?: string, next?: string): string =>
  [
    title,
    '',
    FIVE.join('\n\n'),
    '',
    ...(previous ? ['Zurück', 'Zurück', previous] : []),
    ...(next ? ['Weiter', 'Weiter', next] : []),
    '',
  ].join('\n');

describe('news add', () => {
  it('makes an article of a text that was copied from a page, with its neighbours', async () => {
    const path = file('b.txt', copied('Klarna: „baut ab“', 'Dell treibt', 'OpenAI prüft'));
    const { status, stdout, stderr } = await home.run(['add', path]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe('saved/klarna-baut-ab\tKlarna: „baut ab“\tadded\n');
    const text = readFileSync(own('saved', 'klarna-baut-ab.md'), 'utf8');
    expect(text).toContain("title: 'Klarna: „baut ab“'\n");
    expect(text).toContain('previous: Dell treibt\nnext: OpenAI prüft\n');
    expect(text.split('---\n')[2]?.trim().split('\n\n')).toEqual(FIVE);
    const read = await home.run(['read', 'klarna-baut-ab']);
    expect(read.stdout).toContain(FIVE[4]);
    expect(read.stdout).not.toMatch(/Weiter|Zurück/);
  });

  it('brings texts in order that name one another, whichever is added first', async () => {
    const a = file('a.txt', copied('Dell treibt', undefined, 'Klarna baut ab'));
    const b = file('b.txt', copied('Klarna baut ab', 'Dell treibt', 'OpenAI prüft'));
    const c = file('c.txt', copied('OpenAI prüft', 'Klarna baut ab'));
    const order = async (series: string): Promise<string[]> => {
      const { stdout } = await home.run(['list', '--series', series]);
      return stdout.split('\n').map((line) => line.split('\t')[3] ?? '');
    };
    const expected = ['Dell treibt', 'Klarna baut ab', 'OpenAI prüft', ''];
    await home.run(['add', b, '--series', 'one']);
    await home.run(['add', c, '--series', 'one']);
    expect((await order('one')).slice(0, 2)).toEqual(expected.slice(1, 3));
    await home.run(['add', a, '--series', 'one']);
    expect(await order('one')).toEqual(expected);
    await home.run(['add', c, a, b, '--series', 'two']);
    expect(await order('two')).toEqual(expected);
    const { stdout } = await home.run(['read', 'two/klarna-baut-ab', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ previous: 'two/dell-treibt', number: 2 });
  });

  it('adds nothing twice, and leaves alone what the reader has changed', async () => {
    const path = file('a.txt', copied('Dell treibt'));
    await home.run(['add', path]);
    expect((await home.run(['add', path])).stdout).toContain('\tunchanged\n');
    const article = own('saved', 'dell-treibt.md');
    writeFileSync(article, `${readFileSync(article, 'utf8')}\nMeins.\n`);
    const again = await home.run(['add', file('a.txt', `${copied('Dell treibt')}\nNeu.\n`)]);
    expect(again.stdout).toContain('\tedited\n');
    expect(again.stderr).toContain('saved/dell-treibt has changes of yours');
    expect(readFileSync(article, 'utf8')).toContain('Meins.');
    expect(articles()).toEqual(['dell-treibt.md']);
  });

  it('prints what would become of a text, and keeps nothing', async () => {
    const input = copied('Dell treibt');
    const { stdout, status } = await home.run(['add', '-', '--print', '--tag', 'x'], { input });
    expect(status).toBe(0);
    expect(stdout).toContain('title: Dell treibt\n');
    expect(stdout).toContain('tags: [x]\n');
    expect(stdout).not.toContain('digest');
    expect((await home.run(['list', '--series', 'saved'])).status).toBe(1);
  });

  it('takes the series, the tags and the reading of it as they are wished', async () => {
    const path = file('a.txt', '# Kein Titel\n\nEin *Stern* steht hier, und mehr Worte.');
    await home.run(['add', path, '--series', 'Technik/Netz', '--as', 'text', '--tag', 'a']);
    expect(readFileSync(own('Technik', 'Netz', 'kein-titel.md'), 'utf8')).toContain('\\*Stern\\*');
    await home.run(['add', path, '--series', 'md']);
    expect(readFileSync(own('md', 'kein-titel.md'), 'utf8')).toContain('Ein *Stern*');
    const wrong = await home.run(['add', path, '--as', 'pdf']);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      "news: --as can't be “pdf”\nIt takes one of html, markdown, text.\n",
    ]);
    expect((await home.run(['add', path, '--series', '../..'])).status).toBe(2);
  });

  it('says at the end what failed, and keeps the rest', async () => {
    mkdirSync(join(home.path, 'folder'));
    const picture = file('p.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0));
    const { status, stdout, stderr } = await home.run([
      'add',
      'gone.txt',
      'folder',
      picture,
      file('leer.txt', ''),
      file('a.txt', copied('Dell treibt')),
    ]);
    expect(status).toBe(1);
    expect(stdout).toBe('saved/dell-treibt\tDell treibt\tadded\n');
    expect(stderr.split('\n')).toEqual([
      'news: gone.txt: there is no file gone.txt',
      'news: folder: folder is a folder',
      expect.stringContaining('p.png: it is nothing that can be read'),
      expect.stringContaining('leer.txt: there is nothing to read in it'),
      '',
    ]);
  });

  it('fetches an address, and updates the article when it is added again', async () => {
    let text = '# Ein Text\n\nAlt und gut, mit ein paar Worten.';
    await using site = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/markdown; charset=utf-8' }).end(text),
    );
    const first = await home.run(['add', `${site.origin}/text.md`]);
    expect(first.stdout).toBe('saved/ein-text\tEin Text\tadded\n');
    text = text.replace('Alt', 'Neu');
    const second = await home.run(['add', `${site.origin}/text.md#part`]);
    expect(second.stdout).toContain('\tupdated\n');
    const article = readFileSync(own('saved', 'ein-text.md'), 'utf8');
    expect(article).toContain('Neu und gut');
    expect(article).toContain(`source: ${site.origin}/text.md`.replace(/:(?=\/\/)/, ':'));
  });
});

describe('a page that was saved', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const words =
    'Ein langer Absatz mit vielen Worten, der zeigt, dass hier ein Artikel steht. '.repeat(3);
  const html = (head: string): string =>
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Gespeichert</title>${head}</head>
<body><article><h1>Gespeichert</h1><p>${words} <a href="andere.html">Link</a></p>
<p><img src="./Seite-Dateien/bild.png" alt="Ein Bild" width="640" height="480">
<img src="../geheim.png" alt="Kein Bild" width="640" height="480"></p><p>${words}</p></article></body></html>`;

  it('brings the pictures from its folder along, and nothing from elsewhere', async () => {
    mkdirSync(join(home.path, 'ablage', 'Seite-Dateien'), { recursive: true });
    file('geheim.png', png);
    file('ablage/Seite-Dateien/bild.png', png);
    await home.run(['add', file('ablage/Seite.html', html(''))]);
    const text = readFileSync(own('saved', 'gespeichert.md'), 'utf8');
    expect(text).toContain('![Ein Bild](.pictures/gespeichert/1.png');
    expect(text).toContain('[Link](andere.html)');
    expect(text).not.toContain(home.path);
    expect(readdirSync(own('saved', '.pictures', 'gespeichert'))).toEqual(['1.png']);
    const canonical = '<link rel="canonical" href="https://zeitung.example/a/eins">';
    const path = file('ablage/Seite.html', html(canonical));
    const { stdout } = await home.run(['add', path, '--print']);
    expect(stdout).toContain('source: https://zeitung.example/a/eins\n');
    expect(stdout).toContain('[Link](https://zeitung.example/a/andere.html)');
  });
});

describe('a book', () => {
  it('becomes a series of its own, its pictures beside it and its links within it', async () => {
    const page = (body: string): Uint8Array =>
      strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`);
    const words = 'Ein Absatz mit einigen Worten, der zum Kapitel gehört. '.repeat(2);
    const opf = `<package><metadata><title>Das Buch</title><creator>Anna Beispiel</creator><language>de</language></metadata>
<manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`;
    const book = zipSync({
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'META-INF/container.xml': strToU8('<container><rootfile full-path="book.opf"/></container>'),
      'book.opf': strToU8(opf),
      'a.xhtml': page(
        `<h1>Eins</h1><p>${words}<a href="b.xhtml">Weiter</a></p><p><img src="x.png" alt="Bild" width="640" height="480"/></p>`,
      ),
      'b.xhtml': page(`<h1>Zwei</h1><p>${words}</p>`),
      'x.png': Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
    });
    const path = file('name-ohne-bedeutung', book);
    const { stdout, stderr } = await home.run(['add', path]);
    expect([stdout, stderr]).toEqual([
      'das-buch/eins\tEins\tadded\ndas-buch/zwei\tZwei\tadded\n',
      '',
    ]);
    expect(articles('das-buch')).toEqual(['01-eins.md', '02-zwei.md']);
    const text = readFileSync(own('das-buch', '01-eins.md'), 'utf8');
    expect(text).toContain('authors: [Anna Beispiel]\n');
    expect(text).toContain('[Weiter](02-zwei.md)');
    expect(text).toContain('![Bild](.pictures/eins/1.png');
    expect((await home.run(['check', own('das-buch')])).stdout).toBe('');
    expect((await home.run(['add', path])).stdout).toContain('\tunchanged\n');
    expect((await home.run(['list', '--series', 'das-buch'])).stdout).toMatch(
      /^das-buch\/eins\t.*\n/,
    );
  });

  it('is followed from chapter to chapter, where one has no title too', async () => {
    const page = (body: string): Uint8Array =>
      strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`);
    const path = file(
      'ohne-titel.epub',
      zipSync({
        'META-INF/container.xml': strToU8('<container><rootfile full-path="b.opf"/></container>'),
        'b.opf': strToU8(`<package><metadata><title>Ohne Titel</title></metadata><manifest>
<item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`),
        'a.xhtml': page('<h1>Eins</h1><p>Von hier geht es <a href="b.xhtml">weiter</a>.</p>'),
        'b.xhtml': page('<p>Dieser Teil beginnt ohne eine Überschrift.</p>'),
      }),
    );
    expect((await home.run(['add', path])).stderr).toMatch(/^(?!news:)/);
    const [, untitled = ''] = articles('ohne-titel');
    expect(untitled).toMatch(/^02-dieser-teil/);
    expect(readFileSync(own('ohne-titel', '01-eins.md'), 'utf8')).toContain(
      `[weiter](${untitled})`,
    );
    expect((await home.run(['check', own('ohne-titel')])).stdout).toBe('');
  });
});

describe('news remove', () => {
  it('takes an article out of the own folder alone', async () => {
    await home.run(['add', file('a.txt', copied('Dell treibt'))]);
    const unasked = await home.run(['remove', 'dell-treibt']);
    expect([unasked.status, articles()]).toEqual([2, ['dell-treibt.md']]);
    const done = await home.run(['remove', 'dell-treibt', '--yes']);
    expect([done.status, done.stdout]).toEqual([0, 'saved/dell-treibt\tDell treibt\n']);
    expect(articles()).toEqual([]);
    const bundled = await home.run(['remove', 'ki-wirtschaft/klarna', '--yes']);
    expect(bundled.status).not.toBe(0);
    expect((await home.run(['list', '--series', 'ki-wirtschaft'])).stdout).toContain('Klarna');
  });
});

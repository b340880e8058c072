// Hostile text that comes in as a text, a page, a book or a list: harmless in the file that it becomes, and on the
// screen.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { completed, fieldsOf } from '../../src/intake/collect/article-fields.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { articleText } from '../../src/library/write/article-text.ts';
import { mustNotRun } from '../fuzz/incoming-markup.ts';
import { makeHome } from '../support/program.ts';
import { ATTACKS, BYTE_ATTACKS } from './attacks.ts';
import { strayIn } from './stray.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const WISHES = { tags: [], today: '2026-12-01' };

describe('a hostile text that comes in', () => {
  it('is harmless in its file and on the screen', async () => {
    const paths = ATTACKS.map(({ text }, index) => {
      const path = join(home.path, `${index}.txt`);
      writeFileSync(
        path,
        `Titel ${index} ${text}\n\nEin Absatz ${text} mit Worten.\n\n- ${text}\n`,
      );
      return path;
    });
    // In parts that a command line holds.
    for (let at = 0; at < paths.length; at += 300) {
      const added = await home.run(['add', ...paths.slice(at, at + 300), '--as', 'text']);
      expect([added.status, strayIn(added.stdout.replace(/[\t\n]/g, ''), 'pipe')]).toEqual([
        0,
        undefined,
      ]);
    }
    const folder = join(home.path, '.local', 'share', 'news', 'articles', 'saved');
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(files.length).toBeGreaterThan(ATTACKS.length * 0.9);
    for (const name of files) {
      expect(strayIn(readFileSync(join(folder, name), 'utf8'), 'pipe'), name).toBeUndefined();
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.md$/u);
    }
    const check = await home.run(['check', folder]);
    expect(
      check.stdout.split('\n').filter((line) => /front matter|is no date|must be/.test(line)),
    ).toEqual([]);
    const shown = await home.run(['list', '--series', 'saved', '--color', 'always']);
    expect(strayIn(shown.stdout.replaceAll('\t', ''), 'terminal')).toBeUndefined();
  });
});

/** Attacks in parts, each a page's or chapter's: one of three in a book, another in pages. */
const parts = (third: number): readonly (readonly string[])[] => {
  const texts = ATTACKS.filter((_, at) => at % 3 === third).map(({ text }) => text);
  return Array.from({ length: Math.ceil(texts.length / 30) }, (_, at) =>
    texts.slice(at * 30, at * 30 + 30),
  );
};

/** Each attack where a page has text: as it is and in its elements and attributes. */
const markup = (attacks: readonly string[]): string =>
  attacks
    .map((text) => {
      const quoted = text.replaceAll('"', '&quot;');
      return `<h2>Kopf ${text}</h2><p>Ein Absatz ${text} mit <b>${text}</b> Worten. <a href="https://e.org/${quoted}" title="${quoted}">${text}</a></p>
<ul><li>${text}</li></ul><table><tr><th>${text}</th><td>${text}</td></tr></table><pre><code class="language-${quoted}">${text}</code></pre>
<figure><img src="https://127.0.0.1:9/${quoted}.png" alt="${quoted}"><figcaption>${text}</figcaption></figure><script type="math/tex">${text}</script>`;
    })
    .join('\n');

const page = (attacks: readonly string[]): string => {
  const text = attacks[0] ?? '';
  const quoted = text.replaceAll('"', '&quot;');
  return `<html lang="${quoted}"><head><title>Titel ${text}</title><meta name="author" content="Anna ${quoted}">
<meta name="description" content="${quoted}"><meta property="article:published_time" content="${quoted}"><meta name="keywords" content="${quoted}">
<link rel="canonical" href="https://e.org/${quoted}"></head><body><article>${markup(attacks)}</article></body></html>`;
};

const book = (chapters: readonly (readonly string[])[]): Uint8Array => {
  const text = ATTACKS.map((one) => one.text)[3] ?? '';
  const items = chapters.map((_, at) => `<item id="c${at}" href="c${at}.xhtml"/>`).join('');
  const order = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('');
  const entries = chapters
    .map((attacks, at) => `<li><a href="c${at}.xhtml">Kapitel ${at} ${attacks[1]}</a></li>`)
    .join('');
  const files = {
    'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
    'b.opf': `<package><metadata><title>Buch ${text}</title><creator>Anna ${text}</creator><language>${text}</language><description>${text}</description></metadata><manifest><item id="n" href="n.xhtml" properties="nav"/>${items}</manifest><spine>${order}</spine></package>`,
    'n.xhtml': `<nav epub:type="toc"><ol>${entries}</ol></nav>`,
    ...Object.fromEntries(
      chapters.map((attacks, at) => [
        `c${at}.xhtml`,
        `<html><body>${markup(attacks)}</body></html>`,
      ]),
    ),
  };
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(Object.entries(files).map(([name, one]) => [name, strToU8(one)])),
  });
};

const archive = (attacks: readonly string[]): string =>
  `From: <Saved>\nSnapshot-Content-Location: https://e.org/\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(page(attacks)).toString('base64')}\n--b--\n`;

const FAMILIES: Readonly<
  Record<string, () => readonly (readonly [string, string | Uint8Array])[]>
> = {
  pages: () => parts(0).map((attacks, at) => [`${at}.html`, page(attacks)] as const),
  'pages of broken bytes': () =>
    BYTE_ATTACKS.map(
      ({ bytes }, at) =>
        [`b${at}.html`, Buffer.concat([Buffer.from('<p>Ein Absatz.</p><p>'), bytes])] as const,
    ),
  archives: () =>
    parts(2)
      .slice(0, 2)
      .map((attacks, at) => [`${at}.mhtml`, archive(attacks)] as const),
  'a book': () => [['book.epub', book(parts(1))]],
  'a list': () => [
    [
      'list.html',
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${ATTACKS.map(({ text }) => `<DT><A HREF="http://127.0.0.1:9/${text.replaceAll('"', '&quot;')}" TAGS="${text.replaceAll('"', '&quot;')}">${text}</A>`).join('\n')}</DL>`,
    ],
  ],
};

describe('hostile signs', () => {
  it.each(Object.entries(FAMILIES))(
    'in %s end harmless in files and on the screen',
    async (family, files) => {
      using own = makeHome();
      const paths = files().map(([name, content]) => {
        const path = join(own.path, name);
        writeFileSync(path, content);
        return path;
      });
      const added = await own.run(['add', ...paths, '--no-pictures']);
      expect(strayIn(added.stdout.replace(/[\t\n]/g, ''), 'pipe')).toBeUndefined();
      expect(strayIn(added.stderr, 'pipe')).toBeUndefined();
      const root = join(own.path, '.local', 'share', 'news', 'articles');
      mkdirSync(root, { recursive: true });
      const written = (readdirSync(root, { recursive: true }) as string[]).filter((name) =>
        statSync(join(root, name)).isFile(),
      );
      // Nothing answers where the list leads.
      if (family !== 'a list') expect(written.length).toBeGreaterThan(1);
      for (const name of written) {
        expect(name).toMatch(
          /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.(?:md|yaml)$/u,
        );
        const text = readFileSync(join(root, name), 'utf8');
        expect(strayIn(text, 'pipe'), name).toBeUndefined();
        if (name.endsWith('.md')) mustNotRun(text.replace(/^---\n[\s\S]*?\n---\n/, ''));
      }
      if (written.length === 0) return;
      const list = await own.run(['list', '--json', '--from', root]);
      const ids = (JSON.parse(list.stdout) as readonly { readonly id: string }[]).map(
        ({ id }) => id,
      );
      const shown = await own.run([
        'read',
        ...ids,
        '--from',
        root,
        '--color',
        'always',
        '--no-history',
      ]);
      expect(shown.stdout.length).toBeGreaterThan(1000);
      expect(strayIn(shown.stdout, 'terminal')).toBeUndefined();
    },
  );
});

describe('a hostile list', () => {
  it('gives fields of one harmless line each, and no address but of the web', async () => {
    for (const { name, text } of ATTACKS) {
      const entry = {
        url: 'https://a.example/1',
        title: text,
        tags: [text],
        author: text,
        summary: text,
        created_at: text,
        annotations: [{ quote: text, text }],
      };
      const bytes = Buffer.from(JSON.stringify([entry, { url: text, title: 'x' }]));
      const document = await readDocument(bytes, {});
      if (document.kind !== 'list') throw new Error(name);
      for (const one of document.entries) {
        expect(one.address).toMatch(/^https?:/i);
        const article = completed(
          { authors: [], tags: [], markdown: 'Text.', pictures: [] },
          one,
          WISHES,
          text,
        );
        const file = articleText(fieldsOf(article, one.address), article.markdown);
        expect(strayIn(file, 'pipe'), name).toBeUndefined();
      }
    }
  });
});

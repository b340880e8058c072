// Hostile text that comes in as a text, a page or a list: harmless in the file that it becomes, and on the
// screen.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { completed, fieldsOf } from '../../src/intake/collect/article-fields.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { articleText } from '../../src/library/write/article-text.ts';
import { makeHome } from '../support/program.ts';
import { ATTACKS } from './attacks.ts';
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

// `news notes` of the built program: what it lists, finds and writes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNotes } from '../support/notes.ts';
import { type Home, makeHome } from '../support/program.ts';

const KLARNA = 'ki-wirtschaft/klarna-stellenabbau';
const SENTENCE = 'Vor einem Jahr arbeiteten 5.000 Menschen bei Klarna.';
const EVIL = '\u001b[31mrot\u0007 *a* <b> [x](y)\n# Kopf';

let home: Home;
beforeAll(() => {
  home = makeHome();
  const folder = join(home.path, '.local/share/news/articles/eigene');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'text.md'),
    '---\ntitle: Eigenes\nsource: https://example.org/a\n---\n\nEin Satz mit Quelle.\n',
  );
  writeNotes(home.path, [
    { id: KLARNA, exact: SENTENCE, text: 'Wer sagt das?' },
    { id: 'eigene/text', exact: 'Ein Satz mit Quelle' },
    {
      id: KLARNA,
      exact: 'Dieser Satz steht dort seit langem nicht mehr und wird nie dort stehen.',
    },
    { id: 'fort/weg', exact: EVIL, text: EVIL, title: 'Ein Artikel, der ging' },
  ]);
});
afterAll(() => home[Symbol.dispose]());

describe('news notes', () => {
  it('is lines in a pipe, the article’s id first, those of articles that are gone last', async () => {
    const { stdout, status } = await home.run(['notes']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(status).toBe(0);
    expect(rows.map(([id]) => id)).toEqual(['eigene/text', KLARNA, KLARNA, 'fort/weg']);
    expect(rows.map((row) => row[4])).toEqual(['', '', 'orphaned', 'orphaned']);
    expect(rows[3]?.[5]).toBe('Ein Artikel, der ging');
    expect(stdout).not.toContain('\u001b');
  });

  it('is data for programs', async () => {
    const all = JSON.parse((await home.run(['notes', '--json'])).stdout);
    expect(all).toHaveLength(4);
    expect(all[1]).toMatchObject({
      id: KLARNA,
      orphaned: false,
      missing: false,
      text: 'Wer sagt das?',
    });
    expect(all[3]).toMatchObject({
      id: 'fort/weg',
      orphaned: true,
      missing: true,
      quote: { exact: EVIL },
    });
    const none = makeHome();
    expect((await none.run(['notes', '--json'])).stdout).toBe('[]\n');
    expect(await none.run(['notes'])).toMatchObject({ status: 1, stdout: '' });
    none[Symbol.dispose]();
  });

  it('takes articles, words and filters', async () => {
    const count = async (...args: string[]): Promise<number> =>
      (await home.run(['notes', ...args])).stdout.split('\n').length - 1;
    expect(await count('klarna')).toBe(2);
    expect(await count('fort/weg')).toBe(1);
    expect(await count('--find', 'seit langem')).toBe(1);
    expect(await count('--series', 'ki-wirtschaft')).toBe(2);
    expect(await count('--starred')).toBe(0);
    expect((await home.run(['notes', '--format', 'pdf'])).status).toBe(2);
  });

  it('writes a document that news sets: quotes under their articles, with link and date', async () => {
    const { stdout } = await home.run(['notes', '--format', 'markdown', '--language', 'de']);
    expect(stdout).toContain('title: Notizen');
    expect(stdout).toContain('## [Eigenes](<https://example.org/a>)');
    expect(stdout).toContain(`> ${SENTENCE}\n\nWer sagt das?\n\n*1. Januar 2026*\n`);
    expect(stdout).toContain('nicht mehr im Artikel');
    expect(stdout).not.toContain('\u001b');
    writeFileSync(join(home.path, 'notizen.md'), stdout);
    expect((await home.run(['check', 'notizen.md'])).status).toBe(0);
    const page = await home.run(['read', './notizen.md', '--plain', '--links', 'none']);
    expect(page.stdout).toContain(`> ${SENTENCE}\n\nWer sagt das?`);
    expect(page.stdout).toContain('*a* <b> [x](y)');
    expect(page.stdout.match(/^# Kopf/gm)).not.toBeNull();
    const outline = JSON.parse((await home.run(['read', './notizen.md', '--json'])).stdout);
    expect(outline.title).toBe('Notizen');
  });

  it('underlines what was highlighted where an article is read on a terminal, and nothing in a pipe', async () => {
    const read = async (...args: string[]): Promise<string> =>
      (await home.run(['read', 'eigene/text', ...args])).stdout;
    const page = await read('--format', 'ansi', '--color', 'always');
    expect(page).toContain('\u001b[4mEin Satz mit Quelle\u001b[24m.');
    expect(await read()).not.toContain('\u001b');
  });
});

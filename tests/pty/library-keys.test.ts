import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/keys.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { type Site, serve } from '../support/web.ts';
import { type ReaderHome, readerHome } from './reader.ts';

let home: ReaderHome;
let terminal: TestTerminal;
let site: Site;

beforeEach(async () => {
  site = await serve(({ url }, response) => {
    if (url === '/weg') response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-type': 'text/markdown; charset=utf-8' });
      response.end(
        `# Neu ${url?.slice(1)}\n\nMit [einem Link](${site.origin}/zwei) und ein paar Worten.\n`,
      );
    }
  });
  home = readerHome();
  terminal = home.open({ columns: 80, rows: 24 });
  await terminal.until('Klarna will mit KI');
});
afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const saved = (name: string): string =>
  join(home.path, '.local', 'share', 'news', 'articles', 'saved', name);
const current = (): string => terminal.lines().find((line) => line.startsWith(' ›')) ?? '';
async function press(keys: string, wanted: string | (() => boolean)): Promise<void> {
  terminal.type(keys);
  await terminal.until(wanted, `${JSON.stringify(keys)} -> ${String(wanted)}`);
}

describe('the library on the screen', () => {
  it('takes a page by its address and stands on it, and says why one does not come', async () => {
    await press('a', 'Hinzufügen');
    await press(`${site.origin}/weg`, '/weg');
    await press(KEYS.enter, 'diese Seite gibt es nicht (404)');
    await press('a', 'Hinzufügen');
    await press(KEYS.escape, () => !terminal.text().includes('Hinzufügen:'));
    await press('a', 'Hinzufügen');
    terminal.type(`${site.origin}/eins`);
    await press(KEYS.enter, () => current().includes('Neu eins'));
    expect(readFileSync(saved('neu-eins.md'), 'utf8')).toContain(`source: ${site.origin}/eins`);
  });

  it('asks before it removes an article, and brings it back', async () => {
    await press('a', 'Hinzufügen');
    terminal.type(`${site.origin}/eins`);
    await press(KEYS.enter, () => current().includes('Neu eins'));
    const text = readFileSync(saved('neu-eins.md'), 'utf8');
    await press('D', 'D noch einmal entfernt „Neu eins“');
    await press('j', () => !terminal.text().includes('noch einmal'));
    await press('k', () => current().includes('Neu eins'));
    await press('D', 'D noch einmal entfernt „Neu eins“');
    await press('D', 'z holt es zurück');
    expect(existsSync(saved('neu-eins.md'))).toBe(false);
    await press('z', () => current().includes('Neu eins'));
    expect(readFileSync(saved('neu-eins.md'), 'utf8')).toBe(text);
    await press('z', 'Nichts zurückzunehmen');
  });

  it('removes nothing that is not the reader’s own, and takes a mark back', async () => {
    await press(KEYS.end, () => current() !== '');
    await press(KEYS.home, () => current().includes('Dell'));
    await press('DD', 'liegt nicht im eigenen Ordner');
    await press('m', () => current().includes('✓'));
    await press('z', () => !current().includes('✓'));
  });

  it('takes the page of a link while an article is read', async () => {
    await press('a', 'Hinzufügen');
    terminal.type(`${site.origin}/eins`);
    await press(KEYS.enter, () => current().includes('Neu eins'));
    await press(KEYS.enter, 'ein paar Worten');
    await press('A', 'Kein Weblink ist gewählt');
    terminal.type(KEYS.tab);
    await press('A', '„Neu zwei“: hinzugefügt');
    await press(KEYS.escape + KEYS.escape, () => terminal.text().includes('Neu zwei'));
  });
});

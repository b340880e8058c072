// A long article comes chunk by chunk, out of the cache or as it is parsed, and always as its file is now.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Chunks } from '../../src/catalog/documents/chunks.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import type { Card } from '../../src/library/article/card.ts';
import type { Chunk } from '../../src/typeset/document/chunk.ts';
import type { Document } from '../../src/typeset/document/document.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { sandbox } from '../support/sandbox.ts';

const long = (word: string): string =>
  Array.from(
    { length: 3000 },
    (_, index) =>
      `${index % 50 === 0 ? `## Abschnitt ${index}\n\n` : ''}Absatz ${index} ${word} mit [Link ${index}](https://example.org/${index}), Fußnote[^${index % 7}] und noch ein paar Wörtern dazu.`,
  ).join('\n\n') + [0, 1, 2, 3, 4, 5, 6].map((label) => `\n\n[^${label}]: Note ${label}.`).join('');

function library(text: string) {
  const folder = sandbox();
  const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
  mkdirSync(join(root, 'reihe'), { recursive: true });
  const write = (now: string): void => writeFileSync(join(root, 'reihe', 'lang.md'), now);
  write(text);
  return {
    write,
    open: () => openCatalog({ roots: [root], cacheFolder }),
    count: (table: string): number => {
      const name = readdirSync(cacheFolder).find((one) => one.endsWith('.db')) ?? '';
      const db = new DatabaseSync(join(cacheFolder, name));
      const row = db.prepare(`SELECT count(*) AS count FROM ${table}`).get();
      db.close();
      return Number(row?.['count']);
    },
    /** Changes the cache behind the program's back. */
    spoil(sql: string) {
      for (const name of readdirSync(cacheFolder).filter((one) => one.endsWith('.db'))) {
        const db = new DatabaseSync(join(cacheFolder, name));
        db.exec(sql);
        db.close();
      }
    },
  };
}

const cardOf = async (catalog: Catalog): Promise<Card> => {
  const card = await catalog.card('reihe/lang');
  if (card === undefined) throw new Error('no card');
  return card;
};

async function chunksOf(catalog: Catalog): Promise<Chunks> {
  const chunks = await catalog.chunks(await cardOf(catalog));
  while (!chunks.complete) await chunks.next();
  return chunks;
}

function joined(chunks: Chunks): Pick<Document, 'blocks' | 'links' | 'notes'> {
  const all = chunks.firsts.map((_, index) => chunks.at(index) as Chunk);
  return {
    blocks: all.flatMap(({ blocks }) => blocks),
    links: all.flatMap(({ links }) => links),
    notes: all.flatMap(({ notes }) => notes),
  };
}

function said(text: string): Pick<Document, 'blocks' | 'links' | 'notes'> {
  const { blocks, links, notes } = JSON.parse(JSON.stringify(parseDocument(text))) as Document;
  return { blocks, links, notes };
}

describe('a long article', () => {
  it('is the same in chunks when it is parsed, when it was kept, and as a whole', async () => {
    const text = long('eins');
    const { open } = library(text);
    for (const time of ['parsed', 'kept']) {
      const catalog = await open();
      const chunks = await chunksOf(catalog);
      expect(chunks.length, time).toBeGreaterThan(10);
      expect(joined(chunks), time).toEqual(said(text));
      catalog.close();
    }
    const catalog = await open();
    const { blocks, links, notes } = await catalog.document(await cardOf(catalog));
    expect({ blocks, links, notes }).toEqual(said(text));
    catalog.close();
  });

  it('that was read as a whole is kept in chunks too', async () => {
    const text = long('eins');
    const { open } = library(text);
    const first = await open();
    await first.document(await cardOf(first));
    first.close();
    const catalog = await open();
    const chunks = await catalog.chunks(await cardOf(catalog));
    expect(chunks).toMatchObject({ complete: true });
    expect(joined(chunks)).toEqual(said(text));
    catalog.close();
  });

  it('is parsed anew when its file has changed, and its old chunks are gone', async () => {
    const { open, write } = library(long('eins'));
    const first = await open();
    await chunksOf(first);
    first.close();
    const catalog = await open();
    const before = await chunksOf(catalog);
    write(long('zwei'));
    expect(joined(await chunksOf(catalog))).toEqual(said(long('zwei')));
    const other = await open();
    await chunksOf(other);
    other.close();
    expect(before.at(3)).toBeUndefined();
    catalog.close();
  });

  it('is parsed anew when the cache has lost a chunk of it', async () => {
    const text = long('eins');
    const { open, spoil } = library(text);
    const first = await open();
    await chunksOf(first);
    first.close();
    spoil('DELETE FROM parts WHERE part = 4');
    const catalog = await open();
    expect(joined(await chunksOf(catalog))).toEqual(said(text));
    catalog.close();
    spoil('DELETE FROM parts WHERE part = 4');
    const again = await open();
    const { blocks } = await again.document(await cardOf(again));
    expect(blocks).toEqual(said(text).blocks);
    again.close();
  });

  it('is parsed anew when the cache has it in a shape that is none of ours', async () => {
    const text = long('eins');
    const { open, spoil } = library(text);
    const first = await open();
    await chunksOf(first);
    first.close();
    spoil(`UPDATE documents SET json = '{"parts":[[0,10]]}'`);
    const catalog = await open();
    expect(joined(await chunksOf(catalog))).toEqual(said(text));
    catalog.close();
  });

  it('leaves no chunk behind when it goes', async () => {
    const { open, spoil, count } = library(long('eins'));
    const first = await open();
    await chunksOf(first);
    first.close();
    expect(count('parts')).toBeGreaterThan(10);
    spoil('DELETE FROM documents');
    expect(count('parts')).toBe(0);
  });
});

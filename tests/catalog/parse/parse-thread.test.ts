import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { threadChunks } from '../../../src/catalog/parse/parse-thread.ts';
import { hasThread } from '../../../src/thread.ts';
import type { Block, DocumentLink, Note } from '../../../src/typeset/document/document.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';
import { prepare } from '../../../src/typeset/prepare/prepare.ts';
import { markdownOf } from '../../bench/material.ts';

const MANUAL = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const TEXT = `# A title\n\n${markdownOf(300_000)}\n\n${MANUAL}\n\n[named]: https://example.com\n`;
const WISHES = { hyphenate: true, highlight: true };
const NEEDS = { lang: 'de', code: true, diagrams: false, formulas: false, emoji: true };

describe('a parsing thread', () => {
  it('is there in the source as it is when built', () => {
    expect(hasThread('parse-worker')).toBe(true);
  });

  it('gives the blocks, links and notes that parsing the whole gives', async () => {
    const blocks: Block[] = [];
    const links: DocumentLink[] = [];
    const notes: Note[] = [];
    let title: string | undefined;
    let count = 0;
    const own = { lang: 'de' };
    for await (const chunk of threadChunks(TEXT, { own, needs: NEEDS, wishes: WISHES })) {
      blocks.push(...chunk.blocks);
      links.push(...chunk.links);
      notes.push(...chunk.notes);
      title ??= chunk.title;
      count++;
    }
    const whole = await prepare({ ...parseDocument(TEXT, own), emoji: true }, WISHES);
    expect(blocks).toEqual(whole.blocks);
    expect(links).toEqual(whole.links);
    expect(notes).toEqual(whole.notes);
    expect(title).toBe(whole.title);
    expect(count).toBeGreaterThan(4);
  });

  it('ends when nobody wants more', async () => {
    const chunks = threadChunks(TEXT, { own: {}, needs: NEEDS, wishes: WISHES });
    expect((await chunks.next()).done).toBe(false);
    await chunks.return(undefined);
    expect((await chunks.next()).done).toBe(true);
  });
});

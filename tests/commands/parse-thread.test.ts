import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasParseThread, threadPieces } from '../../src/commands/parse-thread.ts';
import { moved } from '../../src/output/frame.ts';
import { printed } from '../../src/output/print.ts';
import type { Block, DocumentLink, Note } from '../../src/typeset/document.ts';
import { parseDocument } from '../../src/typeset/document.ts';
import type { Line } from '../../src/typeset/page.ts';
import type { Painter } from '../../src/typeset/paint.ts';
import { prepare } from '../../src/typeset/prepare.ts';
import { createPieceSetter } from '../../src/typeset/set-pieces.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { markdownOf } from '../bench/material.ts';
import { ansi } from '../typeset/setting-support.ts';

const MANUAL = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const TEXT = `# A title\n\n${markdownOf(300_000)}\n\n${MANUAL}\n\n[named]: https://example.com\n`;
const WISHES = { hyphenate: true, highlight: true };
const NEEDS = { lang: 'de', code: true, emoji: true };

const indented = (lines: readonly Line[]) => moved(lines, { ...ansi(72), margin: 2 });

describe('a parsing thread', () => {
  it('is there in the source as it is when built', () => {
    expect(hasParseThread()).toBe(true);
  });

  it('gives the blocks, links and notes that parsing the whole gives', async () => {
    const blocks: Block[] = [];
    const links: DocumentLink[] = [];
    let notes: readonly Note[] = [];
    let title: string | undefined;
    let count = 0;
    const own = { lang: 'de' };
    for await (const parsed of threadPieces(TEXT, { own, needs: NEEDS, wishes: WISHES })) {
      if (parsed.kind !== 'read') throw new Error('nobody asked for text');
      const { piece } = parsed;
      blocks.push(...piece.blocks);
      links.push(...piece.links);
      notes = piece.notes ?? notes;
      title ??= piece.title;
      count++;
    }
    const whole = await prepare({ ...parseDocument(TEXT, own), emoji: true }, WISHES);
    expect(blocks).toEqual(whole.blocks);
    expect(links).toEqual(whole.links);
    expect(notes).toEqual(whole.notes);
    expect(title).toBe(whole.title);
    expect(count).toBeGreaterThan(4);
  });

  it.each([72, 20])('finishes pieces as they would be at width %i', async (width) => {
    const options = { ...ansi(width), hyperlinks: false };
    const painter: Painter = { depth: '16', attributes: true, hyperlinks: false };
    const setter = createPieceSetter(options);
    const finish = { options, painter, margin: 2, ahead: 0 };
    let text = '';
    let finished = 0;
    for await (const parsed of threadPieces(TEXT, {
      own: {},
      needs: { code: false, emoji: false },
      wishes: WISHES,
      finish,
    })) {
      if (parsed.kind === 'finished') {
        finished++;
        setter.passOver(parsed.last, parsed.links);
        text += parsed.text;
      } else {
        const { lines, links } = setter.set(parsed.piece);
        text += printed(indented(lines), painter, links);
      }
    }
    const page = typeset(parseDocument(TEXT), options);
    expect(finished).toBeGreaterThan(0);
    expect(text).toBe(printed(indented(page.lines), painter, page.links));
  });

  it('ends when nobody wants more', async () => {
    const pieces = threadPieces(TEXT, { own: {}, needs: NEEDS, wishes: WISHES });
    expect((await pieces.next()).done).toBe(false);
    await pieces.return(undefined);
    expect((await pieces.next()).done).toBe(true);
  });
});

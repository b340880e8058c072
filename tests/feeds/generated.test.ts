import { describe, expect, it } from 'vitest';
import { itemText } from '../../src/feeds/items/item-text.ts';
import { mergeItems } from '../../src/feeds/items/merge.ts';
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts';
import { isAsWritten } from '../../src/library/write/article-text.ts';
import { brokenFeed, madeFeed } from './generator.ts';

const BASE = 'https://example.org/feed';
const NUMBERS = Array.from({ length: 300 }, (_, n) => n);

describe('three hundred feeds', () => {
  it('are read item by item, whatever the format', () => {
    for (const n of NUMBERS) {
      const { bytes, titles, format } = madeFeed(n);
      const parsed = parseFeed(bytes, BASE);
      const read = parsed.kind === 'feed' ? parsed.feed.items.map(({ title }) => title) : undefined;
      expect(read, `${format} ${n}`).toEqual(titles);
      expect(parsed.kind === 'feed' && parsed.feed.faults, `${format} ${n}`).toEqual([]);
    }
  });

  it('give articles that are harmless, each in a file of its own, when they are broken too', () => {
    for (const n of NUMBERS) {
      const parsed = parseFeed(brokenFeed(n), BASE);
      if (parsed.kind !== 'feed') continue;
      const { writes } = mergeItems(parsed.feed.items, [], new Set(), () => false, '2026-11-30');
      const files = writes.map(({ known }) => known.file);
      expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
      for (const { item, known } of writes) {
        const text = itemText(item, known.seen);
        expect(known.file).toMatch(/^\d{4}-\d\d-\d\d-[^/\\]+\.md$/);
        expect(Buffer.byteLength(known.file)).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(isAsWritten(text)).toBe(true);
      }
      const again = mergeItems(
        parsed.feed.items,
        writes.map(({ known }) => known),
        new Set(files),
        () => false,
        '2026-12-01',
      );
      expect(again.writes.map(({ isNew }) => isNew)).toEqual([]);
    }
  });
});

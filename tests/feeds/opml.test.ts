import { describe, expect, it } from 'vitest';
import { isOpml, readOpml } from '../../src/feeds/opml/read-opml.ts';
import { writeOpml } from '../../src/feeds/opml/write-opml.ts';

describe('lists of feeds', () => {
  it('reads folders as tags, and odd spellings', () => {
    const text = `<?xml version="1.0"?><!-- x --><opml version="1.1"><head><title>T</title></head><body>
      <outline text="Tech &amp; Co"><outline title="Tiefer"><outline type="rss" text="A" xmlUrl="https://a.org/f"/></outline>
      <outline text="B" xmlurl=" https://b.org/f " category="/X/Y,Z"/></outline>
      <outline text="A again" xmlUrl="https://a.org/f"/>
      <outline text="no" xmlUrl="javascript:alert(1)"/><outline text="page" url="https://p.org"/></body></opml>`;
    expect(isOpml(Buffer.from(text))).toBe(true);
    expect(readOpml(Buffer.from(text))).toEqual([
      { url: 'https://a.org/f', title: 'A', tags: ['Tech & Co', 'Tiefer'] },
      { url: 'https://b.org/f', title: 'B', tags: ['Tech & Co', 'X', 'Y', 'Z'] },
    ]);
  });

  it('reads what it writes, without credentials', () => {
    const feeds = [
      { url: 'https://a.org/f?x=1&y=2', title: 'A "quoted" <b>', tags: ['Eins', 'Zwei', 'Drei'] },
      { url: 'https://user:secret@b.org/f', title: 'Ohne', tags: [] },
    ];
    const text = writeOpml('news', feeds);
    expect(text).not.toContain('secret');
    expect(readOpml(Buffer.from(text))).toEqual([
      { url: 'https://b.org/f', title: 'Ohne', tags: [] },
      { ...feeds[0], title: 'A "quoted" <b>' },
    ]);
  });

  it('takes a broken list as far as it goes', () => {
    const text =
      '<opml><body><outline text="R&D" xmlUrl="https://a.org/f"><outline xmlUrl="https://b.org/f"';
    expect(readOpml(Buffer.from(text)).map(({ url }) => url)).toEqual(['https://a.org/f']);
    expect(readOpml(Buffer.from('nothing'))).toEqual([]);
    expect(isOpml(Buffer.from('<html><body><opml>'))).toBe(false);
  });
});

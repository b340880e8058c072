import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../src/feeds/parse/feed.ts';
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts';

const BASE = 'https://example.org/news/feed.xml';

function read(text: string | Uint8Array, charset?: string): Feed {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const parsed = parseFeed(bytes, BASE, charset);
  if (parsed.kind !== 'feed') throw new Error(`no feed: ${parsed.kind}`);
  return parsed.feed;
}

const rss = (item: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>C</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${feed}<entry>${entry}</entry></feed>`;

function item(text: string): FeedItem {
  const [first] = read(text).items;
  if (!first) throw new Error('no item');
  return first;
}

describe('every kind of feed', () => {
  it('reads RSS 2.0', () => {
    const feed = read(
      rss(
        '<title>Eins</title><link>/1</link><guid>a-1</guid><description>&lt;p&gt;Kurz&lt;/p&gt;</description><author>a@b.org (Anna B)</author><category>Politik</category><pubDate>Mon, 30 Nov 2026 08:00:00 +0100</pubDate>',
        '<link>https://example.org/</link><description>Was so ist</description><language>de</language><ttl>120</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>',
      ),
    );
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'C',
      summary: 'Was so ist',
      link: 'https://example.org/',
      lang: 'de',
      pace: { ttl: 120, skipHours: [3], skipDays: [0] },
      faults: [],
    });
    expect(feed.items[0]).toMatchObject({
      guid: 'a-1',
      link: 'https://example.org/1',
      title: 'Eins',
      content: { kind: 'html', value: '<p>Kurz</p>' },
      whole: false,
      authors: ['Anna B'],
      tags: ['Politik'],
      published: Date.UTC(2026, 10, 30, 7),
    });
  });

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const feed = read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title><items><rdf:Seq><rdf:li rdf:resource="u"/></rdf:Seq></items></channel><item rdf:about="https://example.org/u"><title>U</title><link>https://example.org/u</link><dc:date>2026-11-30T10:00Z</dc:date><dc:creator>Cora</dc:creator><dc:subject>s</dc:subject></item></rdf:RDF>`,
    );
    expect(feed).toMatchObject({ format: 'rdf', title: 'R' });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      guid: 'https://example.org/u',
      authors: ['Cora'],
      tags: ['s'],
      published: Date.UTC(2026, 10, 30, 10),
    });
  });

  it('reads Atom 1.0, its bases, its kinds of text and the authors of the feed', () => {
    const feed = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.org/a/" xml:lang="fr"><title type="html">A &amp;amp; B</title><entry xml:base="b/"><id>tag:1</id><title>1 &lt; 2 &lt;b&gt;</title><link rel="edit" href="e"/><link href="c"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/>y</p></div></content><summary>anders</summary><updated>2026-11-30T10:00:00+01:00</updated><published>2026-11-29T10:00:00Z</published><category term="t" label="Thema"/></entry><author><name>Später</name></author></feed>`,
    );
    expect(feed).toMatchObject({ format: 'atom', title: 'A & B', lang: 'fr' });
    expect(feed.items[0]).toMatchObject({
      guid: 'tag:1',
      title: '1 < 2 <b>',
      link: 'https://other.org/a/b/c',
      content: { kind: 'html', value: '<div><p>x<br>y</p></div>', base: 'https://other.org/a/b/' },
      summary: 'anders',
      whole: true,
      authors: ['Später'],
      tags: ['Thema'],
      lang: 'fr',
      published: Date.UTC(2026, 10, 29, 10),
      updated: Date.UTC(2026, 10, 30, 9),
    });
  });

  it('reads Atom 0.3 with its modes', () => {
    const text = Buffer.from('<p>Hallo</p>').toString('base64');
    const feed = read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">a &lt;b>c&lt;/b></title><entry><title>t</title><issued>2003-12-13T08:29:29-04:00</issued><content type="text/html" mode="base64">${text}</content></entry></feed>`,
    );
    expect(feed.title).toBe('a c');
    expect(feed.items[0]).toMatchObject({
      content: { kind: 'html', value: '<p>Hallo</p>' },
      published: Date.UTC(2003, 11, 13, 12, 29, 29),
    });
  });

  it('reads JSON Feed', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        authors: [{ name: 'Jo' }],
        items: [
          {
            id: 7,
            url: 'x',
            content_html: '<p>h</p>',
            summary: 's',
            tags: ['a', 'a'],
            date_published: '2026-11-30',
            attachments: [
              { url: 'https://e.org/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 },
            ],
          },
          { id: '8', content_text: 'a < b' },
        ],
      }),
    );
    expect(feed).toMatchObject({ format: 'json', title: 'J' });
    expect(feed.items[0]).toMatchObject({
      guid: '7',
      link: 'https://example.org/news/x',
      authors: ['Jo'],
      tags: ['a'],
      enclosures: [{ url: 'https://e.org/a.mp3', type: 'audio/mpeg', length: 9 }],
    });
    expect(feed.items[1]?.content).toMatchObject({ kind: 'text', value: 'a < b' });
  });

  it('tells a page from a feed, and both from anything else', () => {
    expect(parseFeed(Buffer.from('<!doctype html><html><body>rss</body></html>')).kind).toBe(
      'page',
    );
    expect(parseFeed(Buffer.from('hello')).kind).toBe('other');
    expect(parseFeed(Buffer.from('{"a":1}')).kind).toBe('other');
    expect(parseFeed(new Uint8Array()).kind).toBe('other');
  });
});

describe('odd items', () => {
  it.each([
    [
      'decodes text once as XML and once as HTML',
      '<title>AT&amp;amp;T &amp;lt;3</title>',
      'AT&T <3',
    ],
    ['decodes CDATA once', '<title><![CDATA[AT&amp;T <b>now</b>]]></title>', 'AT&T now'],
    ['keeps a sign that begins no tag', '<title>1 &lt; 2</title>', '1 < 2'],
    [
      'puts up with entities nobody declared',
      '<title>Caf&eacute; & Bar&nbsp;R&D</title>',
      'Café & Bar R&D',
    ],
    ['takes markup that was not escaped', '<title>a <b>b</b> c</title>', 'a b c'],
    [
      'passes over a title of another vocabulary',
      '<media:title>m</media:title><x:title xmlns:x="urn:x">no</x:title><title>t</title>',
      't',
    ],
    [
      'takes what another vocabulary calls title where there is none',
      '<dc:title>d</dc:title>',
      'd',
    ],
    [
      'leaves no control signs',
      '<title>a&#27;[31mb\u009bc\u202ed</title>',
      'a\ufffd[31mb\ufffdc\ufffdd',
    ],
  ])('%s', (_, fields, title) => {
    expect(item(rss(fields)).title.replace(/\u00a0/g, ' ')).toBe(title);
  });

  it('prefers content:encoded, and keeps a description that says something else', () => {
    const fields = '<content:encoded><![CDATA[<p>Der ganze Text.</p>]]></content:encoded>';
    expect(item(rss(`<description>Etwas anderes</description>${fields}`))).toMatchObject({
      content: { value: '<p>Der ganze Text.</p>' },
      summary: 'Etwas anderes',
      whole: true,
    });
    expect(item(rss(`<description>Der ganze …</description>${fields}`)).summary).toBeUndefined();
  });

  it('takes the guid for the link where it is one, and only then', () => {
    expect(item(rss('<guid>https://e.org/a</guid>')).link).toBe('https://e.org/a');
    expect(item(rss('<guid isPermaLink="false">https://e.org/a</guid>')).link).toBeUndefined();
    expect(item(rss('<guid>nr-7</guid>')).link).toBeUndefined();
  });

  it('follows no address but http and https', () => {
    for (const link of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'java\nscript:x',
    ]) {
      expect(item(rss(`<link>${link}</link>`)).link).toBeUndefined();
    }
  });

  it('lists enclosures and media once each, one of a group', () => {
    const fields =
      '<enclosure url="https://e.org/a.mp3" type="audio/mpeg" length="12"/><media:content url="https://e.org/a.mp3"/><media:group><media:title>Film</media:title><media:content url="https://e.org/s.mp4"/><media:content url="https://e.org/l.mp4" isDefault="true"/></media:group>';
    expect(item(rss(fields)).enclosures).toEqual([
      { url: 'https://e.org/a.mp3', type: 'audio/mpeg', length: 12 },
      { url: 'https://e.org/l.mp4', title: 'Film' },
    ]);
  });

  it('knows vocabularies by address, whatever their prefix', () => {
    const text =
      '<rss xmlns:q="http://purl.org/dc/elements/1.1/" xmlns:dc="urn:foreign"><channel><item><dc:creator>no</dc:creator><q:creator>yes</q:creator></item></channel></rss>';
    expect(item(text).authors).toEqual(['yes']);
    expect(
      item('<rss><channel><item><dc:creator>yes</dc:creator></item></channel></rss>').authors,
    ).toEqual(['yes']);
    expect(
      item(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>t</a:title></a:entry></a:feed>',
      ).title,
    ).toBe('t');
  });

  it('takes plain text of an Atom entry for HTML only where it is', () => {
    expect(item(atom('<content>a &lt; b</content>')).content?.kind).toBe('text');
    expect(item(atom('<summary>&lt;p&gt;a&lt;/p&gt;</summary>')).content?.kind).toBe('html');
  });
});

describe('broken feeds', () => {
  it('keeps what is whole of a feed that is cut off', () => {
    const whole =
      '<rss><channel><title>C</title><item><title>1</title><guid>1</guid></item><item><title>2</ti';
    const feed = read(whole);
    expect(feed.items.map(({ title }) => title)).toEqual(['1']);
    expect(feed.faults).toContain('cut-off');
    const json = '{"version":"x","title":"J","items":[{"id":"1","title":"a }"},{"id":"2","tit';
    expect(read(json)).toMatchObject({ items: [{ guid: '1' }], faults: ['cut-off'] });
  });

  it('reads items that are never closed, or closed in the wrong order', () => {
    const feed = read(
      '<rss><channel><item><title>1</title><item><title>2<b></title></b></item></channel></rss>',
    );
    expect(feed.items.map(({ title }) => title)).toEqual(['1', '2']);
    expect(feed.faults).toContain('nesting');
  });

  it('passes over what stands before the feed', () => {
    expect(read(`<br /><b>Warning</b>: mysql\n${rss('<title>t</title>')}`).items[0]?.title).toBe(
      't',
    );
  });

  it('says what is wrong, and nothing of a feed that is right', () => {
    expect(read(rss('<title>R&D</title>')).faults).toEqual(['entity']);
    expect(read(rss('<title>a\u0001</title>')).faults).toEqual(['control']);
    expect(read(rss('<title>R&amp;D <![CDATA[&]]></title>')).faults).toEqual([]);
  });

  it('puts in nothing that a document declares', () => {
    const laughs = Array.from(
      { length: 20 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    ).join('');
    const feed = read(
      `<!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">${laughs}]>${rss('<title>&l20;&x;</title>')}`,
    );
    expect(feed.items[0]?.title).toBe('&l20;&x;');
  });

  it('takes linear time whatever the shape', () => {
    const shapes = [
      '<a>'.repeat(400_000),
      `${'<a>'.repeat(250)}${'</b>'.repeat(400_000)}`,
      rss('<title>&</title>'.repeat(100_000)),
      rss(`<title>${'<'.repeat(1_000_000)}</title>`),
      rss(`<title>${'&lt;a '.repeat(300_000)}</title>`),
      rss(`<title>${'&amp;'.repeat(300_000)}</title>`),
      rss(`<x ${Array.from({ length: 50_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
      `<rss><channel>${'<item>'.repeat(200_000)}`,
      `{"title":"","items":[${'['.repeat(500_000)}`,
    ];
    const start = performance.now();
    for (const shape of shapes) parseFeed(Buffer.from(`<rss><channel>${shape}`), BASE);
    for (const shape of shapes) parseFeed(Buffer.from(shape), BASE);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('encodings', () => {
  const text = rss('<title>Grüße „ü“ €</title>');
  it('believes the bytes before the label', () => {
    expect(read(Buffer.from(text), 'iso-8859-1').items[0]?.title).toBe('Grüße „ü“ €');
  });

  it('reads windows-1252 with its own signs from 0x80 on', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?><rss><channel><item><title>'),
      Buffer.from([0x84, 0xfc, 0x93, 0x80, 0x97]),
      Buffer.from('</title></item></channel></rss>'),
    ]);
    expect(read(bytes).items[0]?.title).toBe('„ü“€—');
    expect(read(bytes, 'ISO-8859-1').items[0]?.title).toBe('„ü“€—');
  });

  it('reads windows-1251, KOI8-R, Shift_JIS and UTF-16', () => {
    const russian = (encoding: string, bytes: readonly number[]): Buffer =>
      Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><rss><channel><item><title>`),
        Buffer.from(bytes),
        Buffer.from('</title></item></channel></rss>'),
      ]);
    expect(read(russian('windows-1251', [0xcc, 0xe8, 0xf0])).items[0]?.title).toBe('Мир');
    expect(read(russian('koi8-r', [0xed, 0xc9, 0xd2])).items[0]?.title).toBe('Мир');
    expect(read(russian('Shift_JIS', [0x93, 0xfa, 0x96, 0x7b])).items[0]?.title).toBe('日本');
    expect(read(Buffer.from(`\ufeff${text}`, 'utf16le')).items[0]?.title).toBe('Grüße „ü“ €');
  });

  it('says that a feed is not in the encoding that it names', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>'),
      Buffer.from([0x47, 0x72, 0xfc, 0xdf]),
      Buffer.from('</title></item></channel></rss>'),
    ]);
    expect(read(bytes)).toMatchObject({ items: [{ title: 'Grüß' }], faults: ['charset'] });
  });
});

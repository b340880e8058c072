import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOfText } from '../../../src/intake/kind.ts';
import { readList, readZippedLists } from '../../../src/intake/lists/read-list.ts';

async function entries(text: string) {
  expect(kindOfText(text)).toBe('list');
  const read = await readList(text);
  return read.kind === 'read' ? read.value : read.reason;
}

describe('a reading list', () => {
  it('is read from a Netscape bookmarks file, with folders as tags', async () => {
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
  <DT><H3 ADD_DATE="1">Technik</H3>
  <DL><p>
    <DT><A HREF="https://a.example/1" ADD_DATE="1724803200" TAGS="ki,netz">Eins &amp; Zwei</A>
    <DD>Eine Beschreibung
    <DT><H3>Netz</H3>
    <DL><p><DT><A HREF="https://a.example/2">https://a.example/2</A></DL><p>
  </DL><p>
  <DT><A HREF="javascript:alert(1)">nichts</A>
  <DT><A HREF="https://a.example/3">Drei</A>
  <DT><A HREF="https://a.example/1#x">Noch einmal</A>
</DL>`;
    expect(await entries(html)).toEqual([
      {
        address: 'https://a.example/1',
        title: 'Eins & Zwei',
        tags: ['ki', 'netz', 'Technik'],
        summary: 'Eine Beschreibung',
        added: '2024-08-28T00:00:00.000Z',
      },
      { address: 'https://a.example/2', tags: ['Technik', 'Netz'] },
      { address: 'https://a.example/3', title: 'Drei', tags: [] },
    ]);
  });

  it('is read from the pages that Pocket and Instapaper export', async () => {
    const pocket = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://a.example/1" time_added="1724803200" tags="x,y">Eins</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1724803200" tags="">Zwei</a></li></ul>
</body></html>`;
    expect(await entries(pocket)).toMatchObject([
      { address: 'https://a.example/1', tags: ['x', 'y'] },
      { address: 'https://a.example/2', read: true, tags: [] },
    ]);
    const instapaper = pocket
      .replace('Pocket Export', 'Instapaper: Export')
      .replace('Unread', 'Starred');
    expect(await entries(instapaper)).toMatchObject([
      { starred: true, tags: ['x', 'y'] },
      { read: true },
    ]);
  });

  it.each([
    [
      'Pocket',
      'title,url,time_added,tags,status\n"Eins, ""zwei""",https://a.example/1,1724803200,a|b,archive\n',
      { title: 'Eins, "zwei"', tags: ['a', 'b'], read: true, added: '2024-08-28T00:00:00.000Z' },
    ],
    [
      'Instapaper',
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/1,Eins,,Starred,1724803200,"[""a"",""b""]"\n',
      { title: 'Eins', tags: ['a', 'b'], starred: true },
    ],
    [
      'Readwise Reader',
      `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nEins,https://a.example/1,x,"['a', 'b']",2024-08-28 00:00:00+00:00,1,later,True\n`,
      { title: 'Eins', tags: ['a', 'b'], read: true, added: '2024-08-28T00:00:00.000Z' },
    ],
    [
      'Wallabag',
      '"Title";"URL";"Content";"Tags";"MIME Type";"Language";"Creation date"\n"Eins";"https://a.example/1";"<p>x</p>";"a, b";"text/html";"de";"28/08/2024"\n',
      { title: 'Eins', tags: ['a', 'b'] },
    ],
  ])('is read from the CSV of %s', async (_, csv, expected) => {
    expect(await entries(csv)).toMatchObject([{ address: 'https://a.example/1', ...expected }]);
  });

  it.each([
    [
      'Wallabag',
      [
        {
          is_archived: 1,
          is_starred: 1,
          title: 'Eins',
          url: 'https://a.example/1',
          tags: ['a'],
          created_at: '2024-08-28T00:00:00+0000',
          published_by: ['Anna B'],
          annotations: [
            { text: 'Meine Notiz', quote: 'Ein Zitat', created_at: '2024-08-28T00:00:00+0000' },
          ],
        },
      ],
      {
        title: 'Eins',
        tags: ['a'],
        read: true,
        starred: true,
        authors: ['Anna B'],
        added: '2024-08-28T00:00:00.000Z',
        notes: [{ quote: 'Ein Zitat', note: 'Meine Notiz', at: '2024-08-28T00:00:00.000Z' }],
      },
    ],
    [
      'Omnivore',
      [
        {
          slug: 'eins',
          title: 'Eins',
          author: 'Anna B',
          url: 'https://a.example/1',
          state: 'Archived',
          readingProgress: 40,
          labels: ['a'],
          savedAt: '2024-08-28T00:00:00.000Z',
        },
      ],
      { read: true, tags: ['a'], authors: ['Anna B'], added: '2024-08-28T00:00:00.000Z' },
    ],
    [
      'Readwise Reader',
      {
        results: [
          {
            url: 'https://read.readwise.io/read/1',
            source_url: 'https://a.example/1',
            title: 'Eins',
            tags: { a: { name: 'a' } },
            location: 'new',
            reading_progress: 0.2,
          },
        ],
      },
      { title: 'Eins', tags: ['a'] },
    ],
  ])('is read from the JSON of %s', async (_, json, expected) => {
    expect(await entries(JSON.stringify(json, null, 2))).toEqual([
      { address: 'https://a.example/1', title: 'Eins', ...expected },
    ]);
  });

  it('is read from the pages in an OPML file, and says that feeds are none', async () => {
    const opml = (inner: string) =>
      `<?xml version="1.0"?><opml version="2.0"><head/><body>${inner}</body></opml>`;
    const pages = opml(
      '<outline text="Technik"><outline type="link" text="Eins" url="https://a.example/1"/></outline>',
    );
    expect(await entries(pages)).toEqual([
      { address: 'https://a.example/1', title: 'Eins', tags: ['Technik'] },
    ]);
    const feeds = opml(
      '<outline type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/>',
    );
    expect(await entries(feeds)).toBe('feed');
  });

  it('is read from lines of addresses', async () => {
    expect(await entries('# mine\nhttps://a.example/1\r\n\r\nhttp://b.example\n')).toEqual([
      { address: 'https://a.example/1', tags: [] },
      { address: 'http://b.example', tags: [] },
    ]);
  });

  it('is read from the zip file that an export comes in', async () => {
    const text = new TextEncoder();
    const zip = zipSync({
      'metadata_0_to_1.json': text.encode('[{"url":"https://a.example/1","title":"Eins"}]'),
      'part_000001.csv': text.encode('title,url\nZwei,https://a.example/2\n'),
      'content/eins.html': text.encode('<p>x</p>'),
    });
    const read = await readZippedLists(zip);
    expect(read.kind === 'read' && read.value.map(({ address }) => address)).toEqual([
      'https://a.example/1',
      'https://a.example/2',
    ]);
    expect(await readZippedLists(zip.subarray(0, 60))).toMatchObject({ kind: 'refused' });
  });

  it('is broken without a fault of ours', async () => {
    expect(await readList('[{"url": "https://')).toEqual({ kind: 'refused', reason: 'broken' });
    expect(await readList('title,url\n"a,b\n')).toEqual({ kind: 'refused', reason: 'empty' });
    const first = '<outline url="https://a.example/1"/>';
    const deep = `<opml>${first}${'<outline text="x">'.repeat(100_000)}`;
    expect(await readList(deep)).toMatchObject({ kind: 'read' });
    const nested = `<!DOCTYPE NETSCAPE-Bookmark-file-1><A HREF="https://a.example/1">x</A>${'<DL><DT><H3>x</H3>'.repeat(20_000)}`;
    expect(await readList(nested)).toMatchObject({ kind: 'read' });
    expect(await readList('['.repeat(100_000))).toEqual({ kind: 'refused', reason: 'broken' });
  });
});

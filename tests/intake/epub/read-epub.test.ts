import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEpub } from '../../../src/intake/epub/read-epub.ts';
import { kindOfBytes } from '../../../src/intake/kind.ts';

const CONTAINER = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const WORDS = 'Ein Absatz mit einigen Worten, der zum Kapitel gehört. ';
const page = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

interface BookFiles {
  readonly manifest: string;
  readonly spine: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly version?: '2.0' | '3.0';
}

function book({ manifest, spine, files, version = '3.0' }: BookFiles): Uint8Array {
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Das &amp; Buch</dc:title><dc:creator>Anna Beispiel</dc:creator>
<dc:language>de</dc:language><dc:description>&lt;p&gt;Worum es geht.&lt;/p&gt;</dc:description><meta name="cover" content="bild"/></metadata>
<manifest>${manifest}</manifest>${spine}</package>`;
  const all = { 'META-INF/container.xml': CONTAINER, 'OEBPS/book.opf': opf, ...files };
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(
      Object.entries(all).map(([name, file]) => [
        name,
        typeof file === 'string' ? strToU8(file) : file,
      ]),
    ),
  });
}
const item = (id: string, href: string, type = 'application/xhtml+xml', more = ''): string =>
  `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;

const three: BookFiles = {
  manifest: `${item('nav', 'nav.xhtml', undefined, 'properties="nav"')}${item('a', 'a.xhtml')}${item('b', 'teil/b.xhtml')}${item('c', 'c.xhtml')}${item('bild', 'bild.png', 'image/png')}`,
  spine: '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine>',
  files: {
    'OEBPS/nav.xhtml': page(
      '<nav epub:type="toc"><h1>Inhalt</h1><ol><li><a href="a.xhtml">Der Anfang</a></li><li><a href="teil/b.xhtml">Die <i>Mitte</i></a></li><li><a href="c.xhtml">Das Ende</a></li></ol></nav><nav epub:type="landmarks"><ol><li><a href="a.xhtml">Start</a></li></ol></nav>',
    ),
    'OEBPS/a.xhtml': page(
      `<h1>Der Anfang</h1><p>${WORDS}<a href="teil/b.xhtml#x">Weiter</a> und <a href="https://e.org/">hinaus</a> und <a href="../../weg.xhtml">fort</a>.</p><p><img src="bild.png" alt="Ein Bild" width="640" height="480"/></p>`,
    ),
    'OEBPS/teil/b.xhtml': page(
      `<h2>Die Mitte</h2><p>${WORDS}</p><h3>Abschnitt</h3><pre><code>### kein Abschnitt</code></pre>`,
    ),
    'OEBPS/c.xhtml': page(`<p>${WORDS}</p>`),
    'OEBPS/bild.png': PNG,
  },
};

async function read(files: BookFiles) {
  const bytes = book(files);
  expect(kindOfBytes(bytes)).toBe('epub');
  const got = await readEpub(bytes);
  if (got.kind === 'refused') throw new Error(got.reason);
  return got.value;
}

describe('an EPUB', () => {
  it('is a series: title, authors, language, chapters by spine and contents', async () => {
    const series = await read(three);
    expect(series).toMatchObject({
      title: 'Das & Buch',
      authors: ['Anna Beispiel'],
      lang: 'de',
      summary: 'Worum es geht.',
    });
    expect(series.chapters.map(({ title }) => title)).toEqual([
      'Der Anfang',
      'Die Mitte',
      'Das Ende',
    ]);
    expect(series.chapters[1]?.markdown).toBe(
      `${WORDS.trim()}\n\n## Abschnitt\n\n\`\`\`\n### kein Abschnitt\n\`\`\``,
    );
  });

  it('has its pictures with it, links between chapters, and none that lead out of it', async () => {
    const [first] = (await read(three)).chapters;
    expect(first?.markdown).toContain('[Weiter](02-die-mitte.md)');
    expect(first?.markdown).toContain('[hinaus](https://e.org/)');
    expect(first?.markdown).toMatch(/ und fort\./);
    expect(first?.pictures[0]?.read?.()).toHaveLength(PNG.length);
    expect(first?.markdown).toContain(`](${first?.pictures[0]?.address})`);
  });

  it('of the second version has an NCX, long files cut by it and small ones joined', async () => {
    const ncx = `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${[
      'a.xhtml#eins',
      'a.xhtml#zwei',
      'c.xhtml',
    ]
      .map(
        (src, i) =>
          `<navPoint id="n${i}"><navLabel><text>Kapitel ${i + 1}</text></navLabel><content src="${src}"/></navPoint>`,
      )
      .join('')}</navMap></ncx>`;
    const series = await read({
      ...three,
      version: '2.0',
      manifest: `${item('ncx', 'toc.ncx', 'application/x-dtbncx+xml')}${item('a', 'a.xhtml')}${item('b', 'b.xhtml')}${item('c', 'c.xhtml')}`,
      spine:
        '<spine toc="ncx"><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine>',
      files: {
        'OEBPS/toc.ncx': ncx,
        'OEBPS/a.xhtml': page(
          `<div><h2 id="eins">Kapitel 1</h2><p>Eins. ${WORDS}</p><h2 id="zwei">Kapitel 2</h2><p>Zwei. ${WORDS}</p></div>`,
        ),
        'OEBPS/b.xhtml': page(`<p>Noch zwei. ${WORDS}</p>`),
        'OEBPS/c.xhtml': page(`<p>Drei. ${WORDS}</p>`),
      },
    });
    expect(series.chapters.map(({ title, markdown }) => `${title}: ${markdown}`)).toEqual([
      `Kapitel 1: Eins. ${WORDS.trim()}`,
      `Kapitel 2: Zwei. ${WORDS.trim()}\n\nNoch zwei. ${WORDS.trim()}`,
      `Kapitel 3: Drei. ${WORDS.trim()}`,
    ]);
  });

  it('has its cover above the first chapter, once, and leads links to the place they name', async () => {
    const [first] = (await read(three)).chapters;
    expect(first?.markdown.match(/bild\.png/g)).toHaveLength(1);
    const bare = await read({
      ...three,
      files: {
        ...three.files,
        'OEBPS/nav.xhtml': page(
          '<nav epub:type="toc"><ol><li><a href="a.xhtml#i">Eins</a></li><li><a href="a.xhtml#ii">Zwei</a></li><li><a href="c.xhtml">Drei</a></li></ol></nav>',
        ),
        'OEBPS/a.xhtml': page(
          `<p id="i">${WORDS}</p><p id="ii">${WORDS}</p><p><a href="#iii">hier</a> <a href="c.xhtml#v">dort</a></p>`,
        ),
        'OEBPS/teil/b.xhtml': page('<p></p>'),
        'OEBPS/c.xhtml': page(
          `<p id="v">${WORDS}<a href="a.xhtml#ii">Zwei</a> <a href="teil/b.xhtml">leer</a></p>`,
        ),
      },
    });
    expect(bare.chapters[0]?.markdown).toBe(
      `![Das \\& Buch](https://book.invalid/OEBPS/bild.png)\n\n${WORDS.trim()}`,
    );
    expect(bare.chapters[0]?.pictures[0]?.read?.()).toHaveLength(PNG.length);
    expect(bare.chapters[1]?.markdown).toContain('hier [dort](03-drei.md)');
    expect(bare.chapters[2]?.markdown).toContain('[Zwei](02-zwei.md) [leer](02-zwei.md)');
  });

  it('that is locked says so; one whose fonts alone are is read', async () => {
    const lock = (algorithm: string): string =>
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
    const locked = (algorithm: string) =>
      readEpub(
        book({ ...three, files: { ...three.files, 'META-INF/encryption.xml': lock(algorithm) } }),
      );
    expect(await locked('http://www.w3.org/2001/04/xmlenc#aes256-cbc')).toEqual({
      kind: 'refused',
      reason: 'locked',
    });
    expect((await locked('http://www.idpf.org/2008/embedding')).kind).toBe('read');
  });

  it('that is broken, a bomb, or deep, costs little', async () => {
    const bytes = book(three);
    expect(await readEpub(bytes.subarray(0, 300))).toEqual({ kind: 'refused', reason: 'broken' });
    const opf = (text: string) => ({ ...three, files: { ...three.files, 'OEBPS/book.opf': text } });
    expect((await readEpub(book(opf('<package><manifest><item')))).kind).toBe('refused');
    expect((await readEpub(book(opf('<a>'.repeat(100_000))))).kind).toBe('refused');
    const bomb = { 'OEBPS/a.xhtml': new Uint8Array(2_000_000) };
    const files = { ...three.files, ...bomb };
    expect(await readEpub(book({ ...three, files }), 1_000_000)).toEqual({
      kind: 'refused',
      reason: 'large',
    });
  });
});

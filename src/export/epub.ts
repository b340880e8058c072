// Articles as a book: EPUB 3.3, one chapter an article, contents, footnotes that pop up, a cover made of the title.

import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Book, Chapter } from './chapter.ts';
import { coverOf } from './cover.ts';
import { frontOf } from './front.ts';
import { STYLE } from './style.ts';
import { ChapterMarkup, escaped } from './xhtml.ts';

/** The same for every book, so that the same articles make the same bytes. */
const PACKED = new Date('2000-01-01T00:00:00Z');
const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
} as const;

interface Item {
  readonly id: string;
  readonly href: string;
  readonly type: string;
  readonly properties?: string;
  readonly content: string | Uint8Array;
}

/** The bytes of the book. `date` says a day as people write it. */
export function epubOf(book: Book, date: (iso: string) => string): Uint8Array {
  const numbers = new Map(book.chapters.map(({ id }, at) => [id, at + 1]));
  const fileOf = (id: string) => `chapter-${String(numbers.get(id)).padStart(3, '0')}.xhtml`;
  const pictures = new Map<string, Item>();
  const chapters = book.chapters.map((chapter): Item => {
    const markup = new ChapterMarkup(chapter, {
      prefix: '',
      chapter: fileOf,
      picture: (href) => keepPicture(chapter, href, pictures),
      epub: true,
      words: book.words,
    });
    const front = frontOf(chapter, { date, source: book.words.source });
    const inner = [front, markup.body(), markup.notes()].filter(Boolean).join('\n');
    const content = page(
      chapter.title,
      chapter.lang ?? book.lang,
      `<section epub:type="chapter" role="doc-chapter">\n${inner}\n</section>`,
    );
    return {
      id: fileOf(chapter.id).replace('.xhtml', ''),
      href: fileOf(chapter.id),
      type: 'application/xhtml+xml',
      ...(markup.usesMath ? { properties: 'mathml' } : {}),
      content,
    };
  });
  const items: Item[] = [
    {
      id: 'nav',
      href: 'nav.xhtml',
      type: 'application/xhtml+xml',
      properties: 'nav',
      content: contents(book, fileOf),
    },
    { id: 'style', href: 'style.css', type: 'text/css', content: STYLE },
    {
      id: 'cover-image',
      href: 'cover.svg',
      type: 'image/svg+xml',
      properties: 'cover-image',
      content: coverOf(book),
    },
    {
      id: 'cover',
      href: 'cover.xhtml',
      type: 'application/xhtml+xml',
      content: page(
        book.title,
        book.lang,
        `<section epub:type="cover">\n<img src="cover.svg" alt="${escaped(book.title)}"/>\n</section>`,
      ),
    },
    ...chapters,
    ...pictures.values(),
  ];
  const files: Zippable = {
    // First, and not packed: what a reader of the file's first bytes goes by (OCF 4.3).
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: PACKED }],
    'META-INF/container.xml': [strToU8(CONTAINER), { level: 9, mtime: PACKED }],
    'OEBPS/package.opf': [strToU8(packageOf(book, items, chapters)), { level: 9, mtime: PACKED }],
  };
  for (const { href, content } of items) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    files[`OEBPS/${href}`] = [bytes, { level: typeof content === 'string' ? 9 : 0, mtime: PACKED }];
  }
  return zipSync(files);
}

function keepPicture(
  { pictures }: Chapter,
  href: string,
  kept: Map<string, Item>,
): string | undefined {
  const picture = pictures.get(href);
  if (picture === undefined) return undefined;
  const name = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 16);
  const file = `pictures/${name}.${EXTENSIONS[picture.type]}`;
  if (!kept.has(file))
    kept.set(file, {
      id: `picture-${name}`,
      href: file,
      type: picture.type,
      content: picture.bytes,
    });
  return file;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

function page(title: string, lang: string, body: string): string {
  const language = escaped(lang);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<title>${escaped(title)}</title>
<link rel="stylesheet" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function contents({ title, lang, chapters, words }: Book, fileOf: (id: string) => string): string {
  const items = chapters.map(
    ({ id, title: name }) => `<li><a href="${fileOf(id)}">${escaped(name)}</a></li>`,
  );
  return page(
    title,
    lang,
    `<nav epub:type="toc" id="toc" role="doc-toc">\n<h1>${escaped(words.contents)}</h1>\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`,
  );
}

function packageOf(
  { title, authors, lang, chapters }: Book,
  items: readonly Item[],
  own: readonly Item[],
): string {
  const dates = chapters
    .map(({ date }) => date)
    .filter((day) => day !== undefined)
    .sort();
  const latest = dates.at(-1) ?? '2000-01-01';
  const manifest = items.map(
    ({ id, href, type, properties }) =>
      `<item id="${id}" href="${href}" media-type="${type}"${properties === undefined ? '' : ` properties="${properties}"`}/>`,
  );
  const creators = authors.map((name) => `<dc:creator>${escaped(name)}</dc:creator>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${escaped(lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">urn:uuid:${identifier(chapters)}</dc:identifier>
<dc:title>${escaped(title)}</dc:title>
<dc:language>${escaped(lang)}</dc:language>
${creators}<dc:date>${escaped(latest)}</dc:date>
<meta property="dcterms:modified">${escaped(latest.slice(0, 10))}T00:00:00Z</meta>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
<itemref idref="cover" linear="no"/>
<itemref idref="nav"/>
${own.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

/** A UUID (version 8: by a hash) of the articles in the book. */
function identifier(chapters: readonly Chapter[]): string {
  const hash = createHash('sha256')
    .update(chapters.map(({ id }) => id).join('\n'))
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

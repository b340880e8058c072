// An EPUB as a series: metadata, chapters by spine and contents, pictures, links between them.

import { unzipSync } from 'fflate';
import { fileName, freeSlug, slugFor } from '../../library/write/names.ts';
import { decode } from '../charset.ts';
import { same } from '../html/facts/said.ts';
import { readFragment } from '../html/read-page.ts';
import type { IncomingArticle, IncomingPicture, IncomingSeries, Intake } from '../incoming.ts';
import { titleFrom } from '../title-from.ts';
import { chaptersOf, type RawChapter } from './chapters.ts';
import { readNav, readNcx } from './contents.ts';
import { BOOK, packagePath, pathIn, readPackage } from './package.ts';

const LARGEST = 256 * 1024 * 1024;
const LARGEST_TEXT = 16 * 1024 * 1024;
const MOST_FILES = 20_000;
/** Encryption of fonts alone, which hides no text. */
const FONTS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/** Reads an EPUB 2 or 3 of at most `largest` bytes unpacked, or refuses it; never throws. */
export async function readEpub(
  bytes: Uint8Array,
  largest = LARGEST,
): Promise<Intake<IncomingSeries>> {
  try {
    return await bookIn(bytes, largest);
  } catch {
    return { kind: 'refused', reason: 'broken' };
  }
}

async function bookIn(bytes: Uint8Array, largest: number): Promise<Intake<IncomingSeries>> {
  let room = largest;
  let count = 0;
  let isLarge = false;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      isLarge ||= originalSize > room || ++count > MOST_FILES;
      room -= originalSize;
      return !isLarge && !name.endsWith('/');
    },
  });
  if (isLarge) return { kind: 'refused', reason: 'large' };
  const fileAt = (path: string | undefined): Uint8Array | undefined =>
    path !== undefined && Object.hasOwn(files, path) ? files[path] : undefined;
  const texts = new Map<string, string>();
  const load = async (path: string | undefined): Promise<string | undefined> => {
    const file = fileAt(path);
    if (path === undefined || file === undefined || file.length > LARGEST_TEXT) return undefined;
    const text = texts.get(path) ?? (await decode(file, { declares: 'html' })).text;
    texts.set(path, text);
    return text;
  };
  const lock = await load('META-INF/encryption.xml');
  if (lock !== undefined && isLocked(lock)) return { kind: 'refused', reason: 'locked' };
  const opfPath = packagePath((await load('META-INF/container.xml')) ?? '');
  const opf = await load(opfPath);
  if (opfPath === undefined || opf === undefined) return { kind: 'refused', reason: 'broken' };
  const book = readPackage(opf, folderOf(opfPath));
  const nav = await load(book.nav);
  const ncx = nav === undefined ? await load(book.ncx) : undefined;
  const contents =
    nav !== undefined
      ? readNav(nav, folderOf(book.nav ?? ''))
      : readNcx(ncx ?? '', folderOf(book.ncx ?? ''));
  const spine = book.spine.filter((path) => path !== book.nav);
  for (const path of spine) await load(path);
  const chapters = written(
    chaptersOf(spine, contents, (path) => texts.get(path)),
    fileAt,
  );
  if (chapters.length === 0) return { kind: 'refused', reason: 'empty' };
  const cover = fileAt(book.cover);
  return {
    kind: 'read',
    value: {
      title: book.title ?? chapters[0]?.title ?? '',
      authors: book.authors,
      ...(book.lang === undefined ? {} : { lang: book.lang }),
      ...(book.summary ? { summary: book.summary } : {}),
      ...(cover === undefined
        ? {}
        : { cover: { address: BOOK + book.cover, alt: '', bytes: cover } }),
      chapters,
    },
  };
}

const folderOf = (path: string): string => path.replace(/[^/]*$/, '');

const isLocked = (xml: string): boolean =>
  [...xml.matchAll(/EncryptionMethod[^>]{0,500}?Algorithm\s*=\s*["']([^"']{1,200})/g)].some(
    ([, algorithm = '']) => !FONTS.test(algorithm),
  );

/** Chapters with something to read as articles, their links to one another by the names of their files. */
function written(
  raw: readonly RawChapter[],
  fileAt: (path: string) => Uint8Array | undefined,
): IncomingArticle[] {
  const drafts = raw.flatMap(({ title, parts }) => {
    const read = parts.map(({ path, html }) => readFragment(html, { address: addressOf(path) }));
    const whole = read
      .map(({ markdown }) => markdown)
      .filter((text) => text !== '')
      .join('\n\n');
    // A cover, or a page that is left blank.
    if (!/[\p{L}\p{N}]/u.test(whole.replace(/!\[[^\]]*\]\([^)]*\)/g, ''))) return [];
    const heading = /^#{1,6} (.+)$/m.exec(whole.slice(0, 1000))?.[1];
    // As its file will be called, for links lead there.
    const name = title ?? heading ?? titleFrom(whole, '');
    return [
      {
        title: name,
        markdown: withoutTitle(whole, title ?? heading),
        pictures: read.flatMap(({ pictures }) => pictures),
        paths: parts.map(({ path }) => path),
      },
    ];
  });
  const places = new Map<string, string>();
  const taken = new Set<string>();
  const digits = Math.max(2, String(drafts.length).length);
  for (const [index, { title, paths }] of drafts.entries()) {
    const slug = freeSlug(slugFor(title), taken);
    taken.add(slug.toLowerCase());
    const name = fileName(slug, index + 1, digits);
    for (const path of paths) if (!places.has(path)) places.set(path, name);
  }
  return drafts.map(({ title, markdown, pictures }) => ({
    title,
    authors: [],
    tags: [],
    markdown: linked(markdown, places),
    pictures: pictures.map((picture) => withBytes(picture, fileAt)),
  }));
}

const addressOf = (path: string): string =>
  BOOK + path.split('/').map(encodeURIComponent).join('/');

function withBytes(
  picture: IncomingPicture,
  fileAt: (path: string) => Uint8Array | undefined,
): IncomingPicture {
  const path = picture.address.startsWith(BOOK) ? pathIn('', picture.address) : undefined;
  const bytes = path === undefined ? undefined : fileAt(path);
  return bytes === undefined ? picture : { ...picture, bytes };
}

/** The Markdown with links into the book led to the chapters' files; those that lead nowhere stay text. */
function linked(markdown: string, places: ReadonlyMap<string, string>): string {
  return markdown.replace(
    /(!?)\[((?:\\.|[^[\]\\]){0,1000})\]\(<?(https:\/\/book\.invalid\/[^\s<>()]{0,2000})>?\)/g,
    (whole, mark: string, text: string, address: string) => {
      if (mark === '!') return whole;
      const place = places.get(pathIn('', address) ?? '');
      return place === undefined ? text : `[${text}](${place})`;
    },
  );
}

/** The text without the heading that says the title once more. */
function withoutTitle(markdown: string, title: string | undefined): string {
  const [, heading = ''] = /^#{1,6} (.+)\n*/.exec(markdown) ?? [];
  if (title === undefined || heading === '' || !same(heading, title)) return markdown;
  return raised(markdown.replace(/^#{1,6} .+\n*/, ''));
}

/** The headings a level up, where the title was the only one of its level. */
function raised(markdown: string): string {
  let fence: string | undefined;
  const lines = markdown.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    return { line, isHeading: fence === undefined && /^#{2,6} /.test(line) };
  });
  if (lines.some(({ line, isHeading }) => isHeading && line.startsWith('## '))) return markdown;
  return lines.map(({ line, isHeading }) => (isHeading ? line.slice(1) : line)).join('\n');
}

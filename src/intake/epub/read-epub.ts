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

/** Bytes of all texts, unpacked, and of one of them, and of a picture. */
const LARGEST = 64 * 1024 * 1024;
const LARGEST_TEXT = 16 * 1024 * 1024;
const LARGEST_PICTURE = 16 * 1024 * 1024;
const MOST_FILES = 20_000;
/** Encryption of fonts alone, which hides no text. */
const FONTS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/** Reads an EPUB 2 or 3 with texts of at most `largest` bytes, pictures still packed; never throws. */
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
  const texts = new Map<string, string>();
  const names = new Set<string>();
  let room = largest;
  /** Unpacks some texts; false where they are too many or too large. */
  const load = async (wanted: ReadonlySet<string | undefined>): Promise<boolean> => {
    let isLarge = false;
    let count = 0;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        isLarge ||= ++count > MOST_FILES;
        if (isLarge || !wanted.has(name) || texts.has(name)) return false;
        isLarge = originalSize > Math.min(room, LARGEST_TEXT);
        room -= originalSize;
        return !isLarge;
      },
    });
    for (const [name, file] of Object.entries(files)) {
      texts.set(name, (await decode(file, { declares: 'html' })).text);
    }
    return !isLarge;
  };
  const ENCRYPTION = 'META-INF/encryption.xml';
  const CONTAINER = 'META-INF/container.xml';
  const large = { kind: 'refused', reason: 'large' } as const;
  if (!(await load(new Set([ENCRYPTION, CONTAINER])))) return large;
  const lock = texts.get(ENCRYPTION);
  if (lock !== undefined && isLocked(lock)) return { kind: 'refused', reason: 'locked' };
  const opfPath = packagePath(texts.get(CONTAINER) ?? '') ?? '';
  if (!(await load(new Set([opfPath])))) return large;
  const opf = texts.get(opfPath);
  if (opf === undefined) return { kind: 'refused', reason: 'broken' };
  const book = readPackage(opf, folderOf(opfPath));
  if (!(await load(new Set([book.nav, book.ncx, ...book.spine])))) return large;
  const nav = texts.get(book.nav ?? '');
  const contents =
    nav !== undefined
      ? readNav(nav, folderOf(book.nav ?? ''))
      : readNcx(texts.get(book.ncx ?? '') ?? '', folderOf(book.ncx ?? ''));
  const spine = book.spine.filter((path) => path !== book.nav);
  const pictureAt = (path: string) => (names.has(path) ? () => pictureIn(bytes, path) : undefined);
  const chapters = written(
    chaptersOf(spine, contents, (path) => texts.get(path)),
    pictureAt,
  );
  if (chapters.length === 0) return { kind: 'refused', reason: 'empty' };
  const title = book.title ?? chapters[0]?.title ?? '';
  return {
    kind: 'read',
    value: {
      title,
      authors: book.authors,
      ...(book.lang === undefined ? {} : { lang: book.lang }),
      ...(book.summary ? { summary: book.summary } : {}),
      chapters: withCover(chapters, title, book.cover, pictureAt),
    },
  };
}

/** A picture of the book, unpacked; undefined where it is too large. */
const pictureIn = (bytes: Uint8Array, path: string): Uint8Array | undefined =>
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === path && originalSize <= LARGEST_PICTURE,
  })[path];

const folderOf = (path: string): string => path.replace(/[^/]*$/, '');

const isLocked = (xml: string): boolean =>
  [...xml.matchAll(/EncryptionMethod[^>]{0,500}?Algorithm\s*=\s*["']([^"']{1,200})/g)].some(
    ([, algorithm = '']) => !FONTS.test(algorithm),
  );

/** Chapters with something to read as articles, their links to one another by the names of their files. */
function written(raw: readonly RawChapter[], pictureAt: PictureAt): IncomingArticle[] {
  const known = new Set(raw.flatMap(({ parts }) => parts.map(({ path }) => path)));
  const leads = (address: string): boolean =>
    !address.startsWith(BOOK) || known.has(pathIn('', address) ?? '');
  // Links to a page that is left out lead to what follows it, or at the end to what comes before.
  let left: RawChapter['parts'] = [];
  const drafts = raw.flatMap(({ title, parts: own }) => {
    const parts = [...left, ...own];
    const read = parts.map(({ path, html }) =>
      readFragment(html, { address: addressOf(path), leads }),
    );
    const whole = read
      .map(({ markdown }) => markdown)
      .filter((text) => text !== '')
      .join('\n\n');
    // A cover, or a page that is left blank.
    if (!/[\p{L}\p{N}]/u.test(whole.replace(/!\[[^\]]*\]\([^)]*\)/g, ''))) {
      left = parts;
      return [];
    }
    left = [];
    const heading = /^#{1,6} (.+)$/m.exec(whole.slice(0, 1000))?.[1];
    // As its file will be called, for links lead there.
    const name = title ?? heading ?? titleFrom(whole, '');
    return [
      {
        title: name,
        markdown: withoutTitle(whole, title ?? heading),
        pictures: read.flatMap(({ pictures }) => pictures),
        parts,
      },
    ];
  });
  drafts.at(-1)?.parts.push(...left);
  const places = new Map<string, string>();
  const taken = new Set<string>();
  const digits = Math.max(2, String(drafts.length).length);
  for (const [index, { title, parts }] of drafts.entries()) {
    const slug = freeSlug(slugFor(title), taken);
    taken.add(slug.toLowerCase());
    const name = fileName(slug, index + 1, digits);
    for (const { path, html } of parts) {
      for (const place of [path, ...idsIn(html).map((id) => `${path}#${id}`)]) {
        if (!places.has(place)) places.set(place, name);
      }
    }
  }
  const placeOf = (address: string): string | undefined => {
    const path = pathIn('', address) ?? '';
    return places.get(path + decodedId(address)) ?? places.get(path);
  };
  return drafts.map(({ title, markdown, pictures }) => ({
    title,
    authors: [],
    tags: [],
    markdown: linked(markdown, placeOf),
    pictures: pictures.map((picture) => withBytes(picture, pictureAt)),
  }));
}

const addressOf = (path: string): string =>
  BOOK + path.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, encoded);

const encoded = (sign: string): string => (sign === '(' ? '%28' : '%29');

/** How a picture of the book is read; undefined where there is none at a path. */
type PictureAt = (path: string) => (() => Uint8Array | undefined) | undefined;

function withBytes(picture: IncomingPicture, pictureAt: PictureAt): IncomingPicture {
  const path = picture.address.startsWith(BOOK) ? pathIn('', picture.address) : undefined;
  const read = path === undefined ? undefined : pictureAt(path);
  return read === undefined ? picture : { ...picture, read };
}

/** The chapters, the first under the book's cover, unless that stands in it anyway. */
function withCover(
  chapters: readonly IncomingArticle[],
  title: string,
  path: string | undefined,
  pictureAt: PictureAt,
): IncomingArticle[] {
  const [first, ...others] = chapters;
  const read = path === undefined ? undefined : pictureAt(path);
  if (first === undefined || path === undefined || read === undefined) return [...chapters];
  const address = addressOf(path);
  if (first.pictures.some((one) => pathIn('', one.address) === path)) return [...chapters];
  const alt = title.replace(/\s+/g, ' ').replace(/[\\[\]<>&*_`]/g, '\\$&');
  const cover: IncomingPicture = { address, alt: title, read };
  const markdown = `![${alt}](${address})\n\n${first.markdown}`;
  return [{ ...first, markdown, pictures: [cover, ...first.pictures] }, ...others];
}

/** The Markdown with links into the book led to the chapters' files. */
function linked(markdown: string, placeOf: (address: string) => string | undefined): string {
  return markdown.replace(
    /(?<!\\)\]\((?:<(https:\/\/book\.invalid\/[^<>\n]{0,4000})>|(https:\/\/book\.invalid\/(?:\\.|[^\s()\\]){0,4000}))/g,
    (whole, bracketed: string | undefined, plain: string | undefined) => {
      const place = placeOf((bracketed ?? plain ?? '').replace(/\\(?=[!-/:-@[-`{-~])/g, ''));
      return place === undefined ? whole : `](${place}`;
    },
  );
}

/** The place within a file that an address names, with its `#`. */
function decodedId(address: string): string {
  const [, id = ''] = /(#.*)$/.exec(address) ?? [];
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Identifiers of a file's elements. */
const idsIn = (html: string): string[] =>
  [...html.matchAll(/\sid\s*=\s*["']([^"'\s]{1,200})["']/g)].map(([, id = '']) => id);

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

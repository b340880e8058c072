// An EPUB's package (OPF 2 and 3): metadata, what files it has, and in which order they are read. Pure.

import { Parser } from 'htmlparser2';

export interface BookPackage {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly lang?: string;
  readonly summary?: string;
  /** Paths within the book of what is read, in order. */
  readonly spine: readonly string[];
  /** Path of the contents: an EPUB 3 navigation document, else an NCX. */
  readonly nav?: string;
  readonly ncx?: string;
  readonly cover?: string;
}

/** Elements within one another; what is deeper is left. */
const DEEPEST = 500;
/** Signs of an element's text: titles and names. */
const LONGEST = 4000;

/** Calls back for the elements of some XML, names without prefix, with all text within them, cut at a length. */
export function eachElement(
  xml: string,
  visit: (name: string, attributes: Readonly<Record<string, string>>) => void,
  close: (name: string, text: string) => void = () => {},
): void {
  const texts: string[][] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        texts.push([]);
        if (texts.length > DEEPEST) parser.pause();
        visit(local(name), attributes);
      },
      ontext(text) {
        texts.at(-1)?.push(text);
      },
      onclosetag(name) {
        const own = (texts.pop() ?? []).join('').slice(0, LONGEST);
        texts.at(-1)?.push(own);
        close(local(name), own.replace(/\s+/g, ' ').trim());
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

const local = (name: string): string => name.replace(/^.*:/, '').toLowerCase();

/** Path of the package, as `META-INF/container.xml` names it. */
export function packagePath(container: string): string | undefined {
  let path: string | undefined;
  eachElement(container, (name, attributes) => {
    if (name === 'rootfile') path ??= attributes['full-path'];
  });
  return path;
}

/** Reads a package; `folder` is where it lies within the book, with a slash at its end. */
export function readPackage(opf: string, folder: string): BookPackage {
  const items = new Map<
    string,
    { readonly path: string; readonly type: string; readonly properties: string }
  >();
  const order: string[] = [];
  const words = new Map<string, string[]>();
  let toc: string | undefined;
  let coverId: string | undefined;
  eachElement(
    opf,
    (name, attributes) => {
      const { id, href } = attributes;
      if (name === 'item' && id !== undefined && href !== undefined) {
        const path = pathIn(folder, href);
        const properties = attributes['properties'] ?? '';
        if (path !== undefined)
          items.set(id, { path, type: attributes['media-type'] ?? '', properties });
      } else if (name === 'itemref' && attributes['idref']) order.push(attributes['idref']);
      else if (name === 'spine') toc = attributes['toc'];
      else if (name === 'meta' && attributes['name'] === 'cover') coverId = attributes['content'];
    },
    (name, text) => {
      if (text !== '' && /^(?:title|creator|language|description)$/.test(name)) {
        words.set(name, [...(words.get(name) ?? []), text]);
      }
    },
  );
  const all = [...items.values()];
  const itemWith = (property: string) =>
    all.find(({ properties }) => properties.split(/\s+/).includes(property));
  const ncx =
    (toc === undefined ? undefined : items.get(toc)) ??
    all.find(({ type }) => type === 'application/x-dtbncx+xml');
  const nav = itemWith('nav')?.path;
  const cover = (itemWith('cover-image') ?? items.get(coverId ?? ''))?.path;
  const [title] = words.get('title') ?? [];
  const [lang] = words.get('language') ?? [];
  const [summary] = words.get('description') ?? [];
  return {
    ...(title === undefined ? {} : { title }),
    authors: words.get('creator') ?? [],
    ...(lang === undefined ? {} : { lang }),
    ...(summary === undefined
      ? {}
      : {
          summary: summary
            .replace(/<[^<>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        }),
    spine: order.flatMap((id) => items.get(id)?.path ?? []),
    ...(nav === undefined ? {} : { nav }),
    ...(ncx === undefined ? {} : { ncx: ncx.path }),
    ...(cover === undefined ? {} : { cover }),
  };
}

/** A book's own address, which leads nowhere: what its files' addresses are resolved against. */
export const BOOK = 'https://book.invalid/';

/** A path within the book that `href` names from a folder; undefined where it leads out of it. */
export function pathIn(folder: string, href: string): string | undefined {
  if (!URL.canParse(href, BOOK + folder)) return undefined;
  const url = new URL(href, BOOK + folder);
  return url.href.startsWith(BOOK) ? decoded(url.pathname.slice(1)) : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// Books of every shape from data: EPUB 2 with an NCX or 3 with a navigation document.

import { strToU8, zipSync } from 'fflate';

export interface BookFile {
  /** Chapters in it, each with an entry of the contents, or one without. */
  readonly parts: readonly { readonly title?: string; readonly html: string }[];
}
export interface MadeBook {
  readonly version: 2 | 3;
  readonly title: string;
  readonly files: readonly BookFile[];
  /** Entries stand below those of parts, a level further in. */
  readonly isNested?: boolean;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The bytes of a book. */
export function makeBook({ version, title, files, isNested = false }: MadeBook): Uint8Array {
  const entries = files.flatMap(({ parts }, file) =>
    parts.flatMap((part, at) =>
      part.title === undefined ? [] : [{ title: part.title, to: `f${file}.xhtml#p${at}` }],
    ),
  );
  const item = (id: string, href: string, type: string, more = ''): string =>
    `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;
  const li = ({ title: name, to }: (typeof entries)[number]) =>
    `<li><a href="${to}">${escaped(name)}</a></li>`;
  const point = ({ title: name, to }: (typeof entries)[number]) =>
    `<navPoint><navLabel><text>${escaped(name)}</text></navLabel><content src="${to}"/></navPoint>`;
  const inPart = (inner: string, open: string, close: string): string =>
    isNested && entries[0] ? `${open}${inner}${close}` : inner;
  const first = entries[0]?.to ?? '';
  const contents =
    version === 3
      ? `<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol>${inPart(entries.map(li).join(''), `<li><a href="${first}">Teil</a><ol>`, '</ol></li>')}</ol></nav></body></html>`
      : `<ncx><navMap>${inPart(entries.map(point).join(''), `<navPoint><navLabel><text>Teil</text></navLabel><content src="${first}"/>`, '</navPoint>')}</navMap></ncx>`;
  const manifest = [
    version === 3
      ? item('toc', 'toc.xhtml', 'application/xhtml+xml', 'properties="nav"')
      : item('toc', 'toc.ncx', 'application/x-dtbncx+xml'),
    ...files.map((_, at) => item(`f${at}`, `f${at}.xhtml`, 'application/xhtml+xml')),
  ];
  const written = {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package version="${version}.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>Anna Beispiel</dc:creator><dc:language>de</dc:language></metadata><manifest>${manifest.join('')}</manifest><spine toc="toc">${files.map((_, at) => `<itemref idref="f${at}"/>`).join('')}</spine></package>`,
    [`OPS/toc.${version === 3 ? 'xhtml' : 'ncx'}`]: contents,
    ...Object.fromEntries(
      files.map(({ parts }, file) => [
        `OPS/f${file}.xhtml`,
        `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${parts.map(({ html }, at) => `<div id="p${at}">${html}</div>`).join('\n')}</body></html>`,
      ]),
    ),
  };
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(Object.entries(written).map(([name, text]) => [name, strToU8(text)])),
  });
}

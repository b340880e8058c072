// Bytes to article, book, list, or why nothing. Readers load when needed.

import { decode, isText } from './charset.ts';
import type { SavedPictures } from './html/mhtml.ts';
import type { IncomingDocument, Intake, ListedAddress, RefusalReason } from './incoming.ts';
import { type Kind, kindOfBytes, kindOfText } from './kind.ts';

/** What is known of some bytes beside themselves. */
export interface Origin {
  /** Where they came from: an address (http, https, file), absolute. */
  readonly address?: string;
  /** A file's name, without folders. */
  readonly name?: string;
  /** Media type and charset of the response's header. */
  readonly type?: string;
  readonly charset?: string | undefined;
  /** What they are to be read as, whatever they look like. */
  readonly as?: 'html' | 'markdown' | 'text';
}

export async function readDocument(bytes: Uint8Array, origin: Origin): Promise<IncomingDocument> {
  if (bytes.length === 0) return refused('empty');
  const kind = origin.as ? undefined : kindOfBytes(bytes);
  if (kind === 'zip')
    return listOf(await (await import('./lists/read-list.ts')).readZippedLists(bytes));
  if (kind === 'epub') {
    const read = await (await import('./epub/read-epub.ts')).readEpub(bytes);
    return read.kind === 'read' ? { kind: 'series', series: read.value } : read;
  }
  if (kind !== undefined) return refused('format', kind);
  if (!origin.as && !isText(bytes)) return refused('format', 'binary');
  const { text } = await decode(bytes, {
    header: origin.charset,
    declares: origin.as === 'text' || origin.as === 'markdown' ? 'nothing' : 'html',
  });
  return readAs(origin.as ?? kindOfText(text, origin), text, origin.address);
}

async function readAs(
  kind: Kind,
  text: string,
  address: string | undefined,
): Promise<IncomingDocument> {
  switch (kind) {
    case 'html': {
      const { readPage } = await import('./html/read-page.ts');
      const read = readPage(text, address === undefined ? {} : { address });
      return read.kind === 'read' ? { kind: 'article', article: read.value } : read;
    }
    case 'mhtml': {
      const { pageInMhtml } = await import('./html/mhtml.ts');
      const saved = await pageInMhtml(text);
      if (saved === undefined) return refused('broken');
      return withPictures(
        await readAs('html', saved.html, saved.address ?? address),
        saved.pictures,
      );
    }
    case 'markdown': {
      const { readMarkdown } = await import('./text/read-markdown.ts');
      return { kind: 'article', article: await readMarkdown(text) };
    }
    case 'text': {
      const { readText } = await import('./text/read-text.ts');
      const read = readText(text);
      return read.kind === 'read' ? { kind: 'article', article: read.value } : read;
    }
    case 'list': {
      const { readList } = await import('./lists/read-list.ts');
      return listOf(await readList(text));
    }
    case 'feed':
      return refused('feed');
    default:
      return refused('format', kind);
  }
}

/** The article with the bytes of those of its pictures that came with it. */
function withPictures(document: IncomingDocument, saved: SavedPictures): IncomingDocument {
  if (document.kind !== 'article') return document;
  const pictures = document.article.pictures.map((picture) => {
    const read = saved.get(picture.address);
    return read === undefined ? picture : { ...picture, read };
  });
  return { kind: 'article', article: { ...document.article, pictures } };
}

const listOf = (read: Intake<readonly ListedAddress[]>): IncomingDocument =>
  read.kind === 'read' ? { kind: 'list', entries: read.value } : read;

function refused(reason: RefusalReason, detail?: string): IncomingDocument {
  return { kind: 'refused', reason, ...(detail === undefined ? {} : { detail }) };
}

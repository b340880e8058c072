// A page saved with all that belongs to it in one file (MHTML, RFC 2557).

import PostalMime from 'postal-mime';
import { resolved } from './tree/dom.ts';

/** How the bytes of a picture are had, by its address. */
export type SavedPictures = ReadonlyMap<string, () => Uint8Array>;

/** The page inside, its pictures, and the address that it was saved from; undefined where there is none. */
export async function pageInMhtml(
  text: string,
): Promise<
  { readonly html: string; readonly address?: string; readonly pictures: SavedPictures } | undefined
> {
  const mail = await PostalMime.parse(text, { maxNestingDepth: 20 }).catch(() => undefined);
  if (mail?.html === undefined) return undefined;
  const said = mail.headers.find(({ key }) => /^(?:snapshot-)?content-location$/.test(key))?.value;
  return {
    html: mail.html,
    pictures: picturesIn(text),
    ...(said && URL.canParse(said) ? { address: said } : {}),
  };
}

const MOST = 500;

/** Pictures by their location; they are decoded when they are asked for. */
function picturesIn(text: string): SavedPictures {
  const found = new Map<string, () => Uint8Array>();
  const boundary = /boundary="?([^"\r\n;]{1,200})/i.exec(text.slice(0, 8000))?.[1];
  if (boundary === undefined) return found;
  const mark = `--${boundary}`;
  for (let at = text.indexOf(mark); at >= 0 && found.size < MOST; ) {
    const end = text.indexOf(mark, at + mark.length);
    const body = /\r?\n\r?\n/g;
    body.lastIndex = at + mark.length;
    const start = body.exec(text.slice(0, Math.min(text.length, at + 20_000)));
    if (start !== null && end >= 0) {
      const headers = text.slice(at, start.index).replace(/\r?\n[ \t]+/g, '');
      const location = /^content-location:\s*(\S+)/im.exec(headers)?.[1];
      const address = location === undefined ? undefined : resolved(location, undefined);
      const isPicture = /^content-type:\s*image\//im.test(headers);
      if (address && isPicture && /^content-transfer-encoding:\s*base64/im.test(headers)) {
        const from = start.index + start[0].length;
        found.set(address, () => Buffer.from(text.slice(from, end), 'base64'));
      }
    }
    at = end;
  }
  return found;
}

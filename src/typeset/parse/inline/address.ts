// Which addresses a reader may follow. It opens nothing and asks nobody.

import type { DocumentLink } from '../../document/document.ts';
import { sanitize } from '../../text/sanitize.ts';
import { decodeReferences } from './html.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const UNSAFE = /[\x00-\x1f\x7f-\x9f\ufffd]/;

/** Controls that hide in an address; higher ones may be parts of UTF-8. */
const HIDDEN_CONTROL = /[\x00-\x1f\x7f]/;

/** Undoes percent and character encoding until nothing changes, as an attacker hopes someone will. */
function unwrapped(href: string): string {
  let text = href;
  for (let round = 0; round < 5; round++) {
    const next = decodeReferences(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
    if (next === text) break;
    text = next;
  }
  return text;
}

/**
 * The link that `href` means: http, https, mailto, relative paths and `#anchors`; undefined for all else.
 *
 * @param literal whether character references stand for themselves, as in autolinks
 */
export function readAddress(
  href: string,
  literal = false,
): Pick<DocumentLink, 'kind' | 'href'> | undefined {
  const address = sanitize(literal ? href : decodeReferences(href)).trim();
  if (address === '' || UNSAFE.test(address)) return undefined;
  const inside = unwrapped(address);
  const hidden = SCHEME.exec(
    inside.replace(/[\s\x00-\x20\x7f-\xa0\ufffd]/g, ''),
  )?.[1]?.toLowerCase();
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  if (hidden !== scheme) return undefined;
  if (scheme === undefined) {
    if (address.startsWith('#')) return { kind: 'heading', href: address };
    if (address.startsWith('//')) return web(`https:${address}`);
    return HIDDEN_CONTROL.test(inside) ? undefined : { kind: 'article', href: address };
  }
  if (scheme === 'mailto') return { kind: 'mail', href: address.replace(/\s/g, '%20') };
  return scheme === 'http' || scheme === 'https' ? web(address) : undefined;
}

/** Characters that a picture in an article's own text may have: as many as a paragraph. */
const LONGEST_DATA = 256 * 1024;
const DATA = /^data:image\/[\w.+-]{1,40}(?:;[\w.+=-]{1,60}){0,4},[\x21-\x7e]*$/i;

/** The picture that `href` is, written out in the article (RFC 2397), or undefined where it is none. */
export function readPictureData(href: string): Pick<DocumentLink, 'kind' | 'href'> | undefined {
  const isPicture = href.length <= LONGEST_DATA && /^data:/i.test(href) && DATA.test(href);
  return isPicture ? { kind: 'data', href } : undefined;
}

function web(address: string): Pick<DocumentLink, 'kind' | 'href'> | undefined {
  const href = address.replace(/\s/g, '%20');
  return URL.canParse(href) ? { kind: 'web', href } : undefined;
}

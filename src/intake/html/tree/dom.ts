// The tree that extraction works on: linkedom's, with the little that Readability misses in it.

import { parseHTML } from 'linkedom';
import { unsieved } from './sieve.ts';

/** A document of a browser's kind, as far as linkedom has it. */
export type Tree = Document;

/** Parses sieved markup, its texts left sieved; relative addresses are resolved against `address`. */
export function treeOf(html: string, address: string | undefined, base: string | undefined): Tree {
  const hasBody = /<body[\s>]/i.test(html);
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<html>${hasBody ? html : `<body>${html}</body>`}</html>`;
  const { document } = parseHTML(whole) as unknown as { document: Document };
  const uri = resolved(base ?? '', address) ?? address ?? 'about:blank';
  for (const name of ['baseURI', 'documentURI', 'URL']) {
    Object.defineProperty(document, name, { value: uri, configurable: true });
  }
  return document;
}

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_(?:cid|eid)|_hs(?:enc|mi)|wt_\w+|xtor|cmpid|at_(?:medium|campaign)|ref_src|spm|ito|smid|ncid|sr_share)$/i;

/** An address made absolute, without tracking parameters; undefined where it is none that can be followed. */
export function resolved(href: string, base: string | undefined): string | undefined {
  const bare = href.trim();
  if (bare === '' || bare.length > 4096 || /^(?:javascript|data|vbscript|blob|about):/i.test(bare))
    return undefined;
  const url = URL.canParse(bare, base) ? new URL(bare, base) : undefined;
  if (url === undefined) return undefined;
  if (url.protocol === 'mailto:') return url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return url.protocol === 'file:' && base?.startsWith('file:') ? url.href : undefined;
  }
  if (url.search.length > 1) {
    const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
    if (kept.length !== [...url.searchParams].length) {
      url.search = new URLSearchParams(kept).toString();
    }
  }
  return url.href;
}

/** An element's text, its white space single blanks. */
export const textOf = (node: { readonly textContent: string | null } | null | undefined): string =>
  unsieved((node?.textContent ?? '').replace(/\s+/g, ' ').trim());

export const all = (node: Document | Element, selector: string): Element[] =>
  [...node.querySelectorAll(selector)] as Element[];

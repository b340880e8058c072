// Addresses in feeds: made absolute, and only such as a reader may follow.

import { cleanLine } from '../../library/article/clean.ts';

/** The absolute address (http or https) that `reference` means, or undefined. */
export function addressOf(
  reference: string | undefined,
  base: string | undefined,
): string | undefined {
  const trimmed = reference
    ?.replace(/[\u0000-\u0020\u007f]+/g, (blank) => (/^ +$/.test(blank) ? blank : ''))
    .trim();
  if (!trimmed || trimmed.length > 4000) return undefined;
  const url = URL.parse(trimmed, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  return url.href;
}

/** Whether a guid is an address that can be opened. */
export const isAddress = (guid: string): boolean => /^https?:\/\/\S+$/i.test(guid);

/** An address as a text: host and the last part of its path. */
export function shownAddress(href: string): string {
  const { hostname, pathname } = new URL(href);
  const last = pathname.split('/').filter(Boolean).at(-1);
  return last === undefined ? hostname : `${hostname} · ${decodedPart(last)}`;
}

function decodedPart(part: string): string {
  try {
    return cleanLine(decodeURIComponent(part));
  } catch {
    return part;
  }
}

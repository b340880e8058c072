// Addresses as a reader reads and types them.

import { sanitize } from '../text/sanitize.ts';

/** An address as it is read: a path within the library without its encoding. */
export function shownAddress(href: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href.replace(/^mailto:/i, '');
  try {
    return sanitize(decodeURIComponent(href)).replace(/\s+/g, ' ');
  } catch {
    return href;
  }
}

/** Whether a link's text says its address: with or without its scheme, or as the name of a note and its heading. */
export function saysAddress(text: string, href: string): boolean {
  const shown = shownAddress(href);
  if (bare(text) === bare(shown)) return true;
  const [note = ''] = shown.split('#');
  return note !== '' && (text === note || text.startsWith(`${note} › `));
}

function bare(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}

// Addresses in feeds: made absolute, and only such as a reader may follow.

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

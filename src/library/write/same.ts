// Whether two articles are the same one, come again. Pure.

/** An address to compare by: without scheme, `www.`, fragment and last slash. */
export function addressKey(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** Words that are looked at. */
const SAMPLE = 2000;

/** Whether one text is another with a few changes: most of their words are the same. */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  let both = 0;
  for (const word of left) if (right.has(word)) both++;
  return both * 2 > Math.max(left.size, right.size);
}

function wordsOf(text: string): Set<string> {
  const words = text.slice(0, SAMPLE * 8).match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return new Set(words.slice(0, SAMPLE));
}

// The names that servers have for an item: a number in decimal in lists, the long form (`tag:google.com,…`,
// sixteen hexadecimal digits of a signed number of 64 bits) with its contents.

const LONG = 'tag:google.com,2005:reader/item/';

/** The long form, which an article's file keeps as its guid; undefined for what names no item. */
export function longId(id: unknown): string | undefined {
  const text = typeof id === 'number' ? String(id) : id;
  if (typeof text !== 'string') return undefined;
  if (text.startsWith(LONG)) {
    const digits = text.slice(LONG.length);
    return /^[0-9a-f]{1,16}$/i.test(digits)
      ? LONG + digits.toLowerCase().padStart(16, '0')
      : undefined;
  }
  if (!/^-?\d{1,20}$/.test(text)) return undefined;
  return LONG + BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, '0');
}

/** Whether a guid is the long form of an item's name. */
export const isLongId = (guid: string | undefined): guid is string =>
  guid?.startsWith(LONG) === true;

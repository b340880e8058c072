// Names of files and folders that every system can keep and nobody has to quote. Pure.

/** Bytes (UTF-8) of a file's name, number and extension included. */
const LONGEST = 100;
/** Names that mean a device on Windows, with any extension. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/;

const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** A title as a file's stem (`ueber-groesse`) of at most `longest` bytes; never empty, no Windows device. */
export function slugFor(title: string, longest = LONGEST - 16): string {
  const words = title
    .slice(0, 1000)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßæœøåđðłþı]/g, (sign) => SPELLED[sign] ?? sign)
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .map((word) => word.replace(/^\p{M}+/u, ''))
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (Buffer.byteLength(longer) > longest) break;
    slug = longer;
  }
  if (slug === '') slug = clip(words[0] ?? '', longest);
  // Neither a place in the series nor a day: a leading number would be taken for one.
  if (/^\d+(?:-|$)/.test(slug)) slug = clip(`n${slug}`, longest);
  if (slug === '' || DEVICES.test(slug)) return slug === '' ? 'article' : `${slug}-article`;
  return slug;
}

/** The name of an article's file: its place in the series, where it has one, in so many digits, and its slug. */
export function fileName(slug: string, number?: number, digits = 2): string {
  const place = number === undefined ? '' : `${String(number).padStart(digits, '0')}-`;
  return `${place}${slug}.md`;
}

/** The slug, or it with the first number behind it that is not `taken`, whatever the case. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? slug : `${slug}-${count}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A series' key as a folder's name: each part of `news/tech` by itself. Undefined where nothing is left. */
export function seriesFolderName(key: string): string | undefined {
  const parts = key
    .split(/[/\\]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => (isPlainName(part) ? part : slugFor(part)));
  return parts.length === 0 || parts.length > 8 ? undefined : parts.join('/');
}

/** Whether a name can stay as it is on every system: no sign that one forbids, no device, not hidden. */
function isPlainName(name: string): boolean {
  return (
    /^[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_ .-]*$/u.test(name) &&
    !/[. ]$/.test(name) &&
    Buffer.byteLength(name) <= LONGEST &&
    name.normalize('NFC') === name &&
    name !== 'node_modules' &&
    !DEVICES.test((name.split('.')[0] ?? '').toLowerCase())
  );
}

function clip(word: string, bytes: number): string {
  let clipped = '';
  for (const sign of word) {
    if (Buffer.byteLength(clipped + sign) > bytes) break;
    clipped += sign;
  }
  return clipped;
}

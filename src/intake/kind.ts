// What some bytes are, by what they hold; a name or a media type only helps where they do not say. Pure.

/** `list`: addresses, in one of the formats of lists/. */
export type Kind =
  | 'epub'
  | 'zip'
  | 'html'
  | 'mhtml'
  | 'list'
  | 'feed'
  | 'markdown'
  | 'text'
  | 'binary';

const ELEMENTS =
  'html|head|body|title|meta|link|script|style|article|main|section|div|p|h[1-6]|table|ul|ol|span|header|nav|a|b|i|em|strong|img|pre|blockquote|figure|svg';
const BEGINNING = new RegExp(
  `^\\s*(?:<\\?xml[^>]{0,300}\\?>\\s*)?(?:<!--[\\s\\S]{0,4000}?-->\\s*)*<(?:!doctype\\s+html|(?:${ELEMENTS})(?=[\\s/>]))`,
  'i',
);
const HEAD = 16 * 1024;

/** The kind of bytes that begin with a zip file's or a PDF's mark, or no text at all; undefined for text. */
export function kindOfBytes(bytes: Uint8Array): 'epub' | 'zip' | 'binary' | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512));
  if (head.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    if (head.includes('application/epub+zip')) return 'epub';
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return all.includes('META-INF/container.xml') ? 'epub' : 'zip';
  }
  return /^%PDF-|^\x7fELF|^\x89PNG|^\xff\xd8\xff|^GIF8|^Rar!|^\x1f\x8b|^BZh|^7z\xbc\xaf/.test(
    head.toString('latin1', 0, 8),
  )
    ? 'binary'
    : undefined;
}

/** The kind of a text. `type` is a media type, `name` a file's or address's, where there is one. */
export function kindOfText(
  text: string,
  { type = '', name = '' }: { readonly type?: string; readonly name?: string } = {},
): Kind {
  const head = text.slice(0, HEAD);
  const start = head.trimStart().slice(0, 2000);
  if (/^<!doctype\s+netscape-bookmark/i.test(start)) return 'list';
  if (isXmlOf('opml', start)) return 'list';
  if (isXmlOf('rss|feed|rdf:RDF', start)) return 'feed';
  if (isMhtml(start)) return 'mhtml';
  if (BEGINNING.test(head) && !isMarkdown(text, name)) return isExport(start) ? 'list' : 'html';
  if (/^[[{]/.test(start)) {
    if (/"https:\/\/jsonfeed\.org\/version/.test(head.slice(0, 2000))) return 'feed';
    return isJsonList(head) ? 'list' : 'text';
  }
  if (isCsv(start) || isAddresses(text)) return 'list';
  if (type === 'text/html' && /<\w+[^<>]{0,200}>/.test(head)) return 'html';
  return isMarkdown(text, name) || type === 'text/markdown' ? 'markdown' : 'text';
}

const isXmlOf = (names: string, start: string): boolean =>
  new RegExp(
    `^(?:<\\?xml[^>]{0,300}\\?>\\s*)?(?:<[?!][^>]{0,1000}>\\s*){0,5}<(?:${names})(?=[\\s>])`,
    'i',
  ).test(start);

/** RFC 2557; browsers say so in the header of the file. */
const isMhtml = (start: string): boolean =>
  /^[A-Za-z-]{2,40}:\s/.test(start) &&
  /^mime-version:/im.test(start) &&
  /^content-type:\s*multipart\/related/im.test(start);

/** Pages that read-it-later services write: Pocket's and Instapaper's. */
const isExport = (start: string): boolean =>
  /<title>\s*(?:pocket export|instapaper: export)\s*<\/title>/i.test(start);

const isJsonList = (head: string): boolean =>
  /"(?:url|given_url|resolved_url|source_url|href)"\s*:\s*"https?:/.test(
    head.replaceAll('\\/', '/'),
  );

/** A first line of names, one of them the address. */
function isCsv(start: string): boolean {
  const line = /^[^\r\n]*/.exec(start)?.[0].toLowerCase() ?? '';
  const cells = line.split(/[,;\t]/).map((cell) => cell.replace(/^["\s]+|["\s]+$/g, ''));
  return cells.length >= 2 && cells.some((cell) => /^(?:url|link|address|href)$/.test(cell));
}

/** Nothing but web addresses, one a line. */
function isAddresses(text: string): boolean {
  const lines = text
    .slice(0, HEAD)
    .split(/\r\n?|\n/)
    .slice(0, 100);
  const all = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^[#;]/.test(line));
  // The last may be cut off.
  const whole = text.length > HEAD ? all.slice(0, -1) : all;
  return whole.length > 0 && whole.every((line) => /^https?:\/\/\S+$/i.test(line));
}

function isMarkdown(text: string, name: string): boolean {
  if (
    /^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,4000}?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)/.test(
      text.slice(0, 8000),
    )
  ) {
    return true;
  }
  const head = text.slice(0, HEAD);
  if (/\.(?:md|markdown)$/i.test(name)) return !/^\s*<(?:!doctype|html)/i.test(head);
  if (BEGINNING.test(head)) return false;
  return /^ {0,3}#{1,6} \S|^ {0,3}(?:```|~~~)|(?<!\\)\]\((?:https?:|\/|\.|#)|^\[[^\]\n]{1,80}\]: \S|\*\*\S[^*\n]{0,200}\*\*/m.test(
    head,
  );
}

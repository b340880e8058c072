// Cuts long Markdown into parts whose words can be found one part after another, so that counting
// them takes little memory. It knows only what may not be cut.

/** Characters of a part, at least. */
const PART = 64 * 1024;

/**
 * `markdown` in parts that give it again when joined, cut at blank lines where no tag, comment or
 * address is open.
 */
export function* partsOf(markdown: string): Generator<string> {
  let from = 0;
  for (let size = PART; markdown.length - from > size; ) {
    const blank = markdown.indexOf('\n\n', from + size);
    if (blank < 0) break;
    const part = markdown.slice(from, blank + 1);
    if (isClosed(part)) {
      yield part;
      from = blank + 1;
      size = PART;
    } else size *= 2;
  }
  yield markdown.slice(from);
}

function isClosed(part: string): boolean {
  if (part.includes('<')) {
    if (part.lastIndexOf('<') > part.lastIndexOf('>')) return false;
    if (part.lastIndexOf('<!--') > part.lastIndexOf('-->')) return false;
  }
  return !part.includes('](') || part.lastIndexOf('](') < part.lastIndexOf(')');
}

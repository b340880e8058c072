// Cuts long Markdown into parts whose words are counted one by one, so that memory stays low.

/** Characters of a part, at least where there is so much. */
const PART = 64 * 1024;
/** And at most: regular expressions run out of stack on lines without end. */
const LONGEST = 4 * PART;

/** `markdown` cut at blank lines where no tag, comment or address is open, if there are such. */
export function* partsOf(markdown: string): Generator<string> {
  let from = 0;
  for (let size = PART; markdown.length - from > size; ) {
    const blank = markdown.indexOf('\n\n', from + size);
    const end = blank < 0 ? markdown.length : blank + 1;
    if (end - from > LONGEST) {
      const cut = makeshift(markdown, from);
      yield markdown.slice(from, cut);
      from = cut;
      size = PART;
      continue;
    }
    const part = markdown.slice(from, end);
    if (blank < 0 || isClosed(part)) {
      yield part;
      from = end;
      size = PART;
    } else size = end - from;
  }
  if (from < markdown.length) yield markdown.slice(from);
}

/** Where to cut in want of a better place: after a line, else after a word, else anywhere. */
function makeshift(markdown: string, from: number): number {
  const most = from + LONGEST;
  for (const sign of ['\n', ' ']) {
    const at = markdown.lastIndexOf(sign, most - 1);
    if (at >= from + PART) return at + 1;
  }
  return most;
}

function isClosed(part: string): boolean {
  if (part.includes('<')) {
    if (part.lastIndexOf('<') > part.lastIndexOf('>')) return false;
    if (part.lastIndexOf('<!--') > part.lastIndexOf('-->')) return false;
  }
  return !part.includes('](') || part.lastIndexOf('](') < part.lastIndexOf(')');
}

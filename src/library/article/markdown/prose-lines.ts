// The lines of some Markdown that are no code, found without a parser.

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The lines outside of fenced code that have `mark` in them, without what stands in backticks. */
export function* proseLines(markdown: string, mark: string): Generator<string> {
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const opens = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (opens?.startsWith(fence)) fence = undefined;
      continue;
    }
    fence = opens;
    if (line.includes(mark)) yield line.includes('`') ? line.replace(/`[^`]*`/g, '') : line;
  }
}

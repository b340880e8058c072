// Tags that stand in the text of a note, `#garten`, found without a parser. Those in code do not count.

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const TAG = /(?:^|\s|(?<!\])\()#([\p{L}_][\p{L}\p{N}_/-]{1,60})(?![\p{L}\p{N}_;-])/gu;
const COLOR = /^(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i;
/** Tags of one note at most. */
const MOST = 100;

/** The tags of some Markdown, each once. */
export function tagsIn(markdown: string): readonly string[] {
  if (!/#[\p{L}_]/u.test(markdown)) return [];
  const found = new Set<string>();
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    fence = mark;
    if (!line.includes('#') || found.size >= MOST) continue;
    const shown = line.includes('`') ? line.replace(/`[^`]*`/g, '') : line;
    for (const [, tag = ''] of shown.matchAll(TAG)) if (!COLOR.test(tag)) found.add(tag);
  }
  return [...found];
}

// A Mermaid source as its statements: comments, directives and front matter left out.

/** Kind of diagram (the first word), what follows it on its line, and the other lines, trimmed. */
export interface Source {
  readonly kind: string;
  readonly rest: string;
  readonly lines: readonly string[];
  /** Columns that each of `lines` is indented by. */
  readonly indents: readonly number[];
  readonly title?: string;
}

/** Longer sources are shown as they are. */
const LONGEST = 20_000;

export function readSource(text: string): Source | undefined {
  if (text.length > LONGEST) return undefined;
  const front = /^\s*---\n([\s\S]*?)\n---\n/.exec(text);
  const title = front === null ? undefined : /^title:\s*(.+)$/m.exec(front[1]!)?.[1]?.trim();
  const body = text.slice(front?.[0].length ?? 0).replace(/%%\{[\s\S]*?\}%%/g, '');
  const lines: string[] = [];
  const indents: number[] = [];
  for (const line of body.split('\n')) {
    const bare = line.replace(/(?:^|\s)%%.*$/, '').trimEnd();
    if (bare.trim() === '') continue;
    indents.push(bare.length - bare.trimStart().length);
    lines.push(bare.trim().replace(/;$/, '').trim());
  }
  const [first, ...rest] = lines;
  const head = /^([\w-]+)\s*(.*)$/.exec(first ?? '');
  if (head === null) return undefined;
  return {
    kind: head[1]!.toLowerCase(),
    rest: head[2]!,
    lines: rest,
    indents: indents.slice(1),
    ...(title === undefined ? {} : { title: title.replace(/^(["'])(.*)\1$/, '$2') }),
  };
}

// Lines that were wrapped by hand or by a mail program, joined to paragraphs again. Pure.

const SHORTEST_MEASURE = 40;
const LONGEST_MEASURE = 120;
const LONGEST_VERSE = 100;
/** How a sentence ends. */
const END = /[.!?…]["”“»«’)]?$/;

/** Rows of tables; beginnings of items and quotes. */
const OTHER = /\t|\S {3,}\S|^\s*[|>]/;
const ITEM = /^(?:[-*•–>|]|\d{1,3}[.)])(?:\s|$)/;

/** What is known of the whole text, for the parts of it. */
export interface Setting {
  /** Columns at which its lines were wrapped, or undefined where each line is a paragraph. */
  readonly measure: number | undefined;
  /** Whether a hyphen at a line's end, between small letters, was put there to part a word. */
  readonly hyphens: boolean;
}

/** How a text's lines were made. `lang` as far as it is known. */
export function settingOf(lines: readonly string[], lang: string | undefined): Setting {
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1]?.trim() ?? '';
    const isProse = line.trim() !== '' && next !== '' && !OTHER.test(line) && !ITEM.test(next);
    return isProse ? [[line.trimEnd(), next] as const] : [];
  });
  const hyphens = pairs.filter(
    ([line, next]) => /\p{Ll}-$/u.test(line) && /^\p{Ll}/u.test(next),
  ).length;
  const longest = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const measure = measureOf(pairs, longest);
  return { measure, hyphens: lang === 'de' || hyphens >= 3 };
}

function measureOf(
  pairs: readonly (readonly [string, string])[],
  longest: number,
): number | undefined {
  const long = pairs.filter(([line]) => line.length >= SHORTEST_MEASURE);
  const lengths = long.map(([line]) => line.length).sort((a, b) => a - b);
  // A few long lines (addresses, code) do not count.
  const most = lengths[Math.ceil((lengths.length - 1) * 0.97)];
  if (most === undefined || most > LONGEST_MEASURE) return undefined;
  if (longest > LONGEST_MEASURE * 4 && pairs.length < 4) return undefined;
  const share = (suits: (line: string, next: string) => boolean): number =>
    long.filter(([line, next]) => suits(line, next)).length / long.length;
  // Verse begins every line with a capital; what was not wrapped ends nearly every line with a sentence.
  if (long.length > 2 && share((_, next) => /^[^\p{Ll}]*\p{Lu}/u.test(next)) > 0.9)
    return undefined;
  if (share((line) => END.test(line)) > 0.6) return undefined;
  const full = share((line, next) => isFull(line, next, most) || line.length > most * 0.85);
  return full >= 0.5 ? most : undefined;
}

/** Whether the next line's first word would not have fitted. */
function isFull(line: string, next: string, measure: number): boolean {
  const [word = ''] = next.split(/\s/, 1);
  return line.length + 1 + word.length > measure;
}

/** The paragraphs of some lines that no blank line parts; a line break that was meant stays one. */
export function paragraphsOf(lines: readonly string[], setting: Setting): string[][] {
  const { measure } = setting;
  // Lines that are paragraphs; shorter ones that do not end like sentences are verse, or an address.
  const apart =
    measure === undefined &&
    (lines.some((line) => line.length > LONGEST_VERSE) ||
      (lines.length > 2 &&
        lines.filter((line) => END.test(line.trimEnd())).length > lines.length * 0.6));
  const paragraphs: string[][] = [];
  let current: string[] = [];
  // Of the line that is being joined: a growing text would be copied at each look at its end.
  let pieces: string[] = [];
  const endLine = (): void => {
    if (pieces.length > 0) current.push(pieces.join(''));
    pieces = [];
  };
  const endParagraph = (): void => {
    endLine();
    if (current.length > 0) paragraphs.push(current);
    current = [];
  };
  lines.forEach((raw, at) => {
    const line = raw.trim();
    const before = (lines[at - 1] ?? '').trim();
    const indented = /^\s{2,}/.test(raw) && !/^\s/.test(lines[at - 1] ?? ' ');
    const goesOn =
      measure === undefined ? isBroken(before, line) : continues(before, line, measure);
    if (at === 0 || indented) endParagraph();
    else if (goesOn) {
      join(pieces, before, line, setting);
      return;
    } else if (apart || (measure !== undefined && lines.length > 3 && END.test(before)))
      endParagraph();
    else endLine();
    pieces.push(line);
  });
  endParagraph();
  return paragraphs;
}

/** Broken in the middle of a sentence. */
const isBroken = (before: string, line: string): boolean =>
  /^\p{Ll}/u.test(line) && !END.test(before) && !before.endsWith(':');

function continues(before: string, line: string, measure: number): boolean {
  if (isFull(before, line, measure)) return true;
  // Wrapped by hand, a little earlier than need be.
  return (
    before.length > measure * 0.6 && (/^[\p{Ll}(]/u.test(line) || /[\p{L},;–-]$/u.test(before))
  );
}

/** Puts a line behind the one before it, whose end is the last of `pieces`. */
function join(pieces: string[], before: string, line: string, { hyphens }: Setting): void {
  if (!/[\p{L}\p{N}]-$/u.test(before)) pieces.push(' ', line);
  // Ergänzungsstrich: Ein- und Ausgang.
  else if (/^(?:und|oder|bis|bzw|als|sowie|wie|and|or|to)\b/u.test(line)) pieces.push(' ', line);
  else if (hyphens && /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) {
    pieces.push((pieces.pop() ?? '').slice(0, -1), line);
  } else pieces.push(line);
}

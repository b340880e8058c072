// A page in the making: blocks one below the other, then the footnotes under a short rule, then the
// numbered addresses. It knows nothing of Markdown or of escapes.

import type { BlockContext } from './blocks/block-context.ts';
import { setBlock, setBlocks } from './blocks/block-lines.ts';
import { gap } from './blocks/heading.ts';
import { blankLine, blanks, hang } from './blocks/text-lines.ts';
import type { Block, Note } from './document/document.ts';
import { spansText } from './document/document-text.ts';
import type { BrokenLine } from './lines/paragraph.ts';
import { noteMark } from './lines/runs.ts';
import type { Above, Line, PageHeading, PageNote, Run, Section } from './page/page.ts';
import { addLink, type Setting } from './page/setting.ts';
import { setReferences } from './references.ts';
import { columns } from './text/width.ts';

const NOTE_RULE = 4;

/** A page in the making. */
export interface OpenPage {
  readonly add: (block: Block) => void;
  /** Notes of which `first` stand above, of `count` in all. */
  readonly addNotes: (notes: readonly Note[], first: number, count: number) => void;
  readonly addReferences: () => void;
  readonly section: () => Section;
}

/** A page with nothing on it yet, which goes on below `from`, behind `count` blocks and notes. */
export function openPage(setting: Setting, from: Above, count: number): OpenPage {
  const { options } = setting;
  const { theme } = options;
  const frame: BlockContext = {
    width: Math.max(1, options.width),
    wide: Math.max(1, options.width, options.wide ?? 0),
    style: theme.styles.text,
    quotes: 0,
    lists: 0,
    tight: false,
  };
  const lines: Line[] = [];
  const blocks: number[] = [];
  const headings: PageHeading[] = [];
  const notes: PageNote[] = [];
  let { block: above, empty, last } = from;
  /** The first line on which each link stands. */
  const linkLines = new Map<number, number>();

  const blank = (rows: number) => {
    const { block, offset } = last;
    for (let i = empty ? 0 : rows; i > 0; i--) lines.push({ ...blankLine(offset), block });
  };
  const place = (broken: readonly BrokenLine[]): void => {
    const block = count + blocks.length;
    blocks.push(lines.length);
    for (const line of broken) {
      for (const { link } of line.runs)
        if (link !== undefined && !linkLines.has(link)) linkLines.set(link, lines.length);
      // Written out: a copy of each line by its fields is quicker than by spreading it.
      const { runs, width, join, offset } = trimEnd(line);
      lines.push({ runs, width, join, offset, block });
      last = { block, offset };
    }
    if (broken.length > 0) empty = false;
  };

  return {
    add(block) {
      setting.offset = 0;
      const own = setBlock(block, frame, setting);
      if (own.length > 0) {
        if (above !== undefined) blank(gap(above, block, false));
        above = block;
      }
      place(own);
      if (block.kind === 'heading') {
        const { depth, slug } = block;
        headings.push({
          depth,
          slug,
          text: spansText(block.spans),
          line: blocks.at(-1) ?? 0,
          block: count + blocks.length - 1,
        });
      }
    },
    addNotes(given, first, noteCount) {
      if (given.length === 0 || setting.options.notes === 'none') return;
      if (first === 0) {
        blank(1);
        const rule: Run = {
          text: theme.signs.tableRule.repeat(NOTE_RULE),
          style: theme.styles.rule,
          decoration: true,
        };
        lines.push({ runs: [rule], width: NOTE_RULE, join: 'end', ...last });
        empty = false;
      }
      const widest = columns(noteMark(noteCount, setting));
      for (const [index, note] of given.entries()) {
        const number = first + index + 1;
        const broken = setNote(note, number, widest, frame, setting);
        const from = lines.length;
        place(broken);
        notes.push({ label: note.label, number, line: from, lines: lines.slice(from) });
      }
    },
    addReferences() {
      if (setting.references.size === 0) return;
      blank(2);
      setting.offset = 0;
      const list = setReferences(frame, setting);
      place(list);
    },
    section: () => ({
      lines,
      blocks,
      headings,
      notes,
      linkLines,
      end: {
        ...(above === undefined ? {} : { block: above }),
        empty,
        last,
      },
    }),
  };
}

function setNote(
  note: Note,
  number: number,
  widest: number,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { styles } = setting.options.theme;
  setting.offset = 0;
  const mark = noteMark(number, setting);
  const room = Math.min(widest + 2, Math.max(0, frame.width - 1));
  const back = addLink(setting, 'note-back', `#note-${number}`, mark);
  const lines = setBlocks(
    note.blocks,
    { ...frame, width: Math.max(1, frame.width - room), wide: Math.max(1, frame.wide - room) },
    setting,
  );
  if (lines.length === 0) lines.push(blankLine(0));
  const first: Run[] = [
    blanks(widest - columns(mark)),
    { text: mark, style: styles.noteMark, link: back, decoration: true },
    blanks(2),
  ];
  return hang(lines, first, [blanks(room)], room);
}

/** Without blanks at the end, which nobody sees but whoever copies them. */
function trimEnd(line: BrokenLine): BrokenLine {
  const last = line.runs.at(-1);
  const end = last?.text.charCodeAt(last.text.length - 1) ?? 0;
  if (
    last === undefined ||
    last.picture !== undefined ||
    (end > 0x20 && end < 0xa0) ||
    !/\s$/.test(last.text)
  )
    return line;
  const runs = [...line.runs];
  let width = line.width;
  for (let end = runs.pop(); end !== undefined; end = runs.pop()) {
    const text = end.text.trimEnd();
    width -= columns(end.text.slice(text.length));
    if (text === '') continue;
    runs.push({ ...end, text });
    break;
  }
  return { ...line, runs, width };
}

// Blocks to lines of runs at a width: spacing, indents, bars, bullets.

import type { Block, ListItem } from '../document/document.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import { toRuns } from '../lines/runs.ts';
import type { Run } from '../page/page.ts';
import type { Setting } from '../page/setting.ts';
import { columns } from '../text/width.ts';
import { ALERT_ROLE, setAlertLabel } from './alert-label.ts';
import { isBadges, setBadges } from './badges.ts';
import type { BlockContext } from './block-context.ts';
import { setCode } from './code.ts';
import { setFormula } from './formula.ts';
import { gap, setHeading } from './heading.ts';
import { setPicture } from './picture.ts';
import { setRule } from './rule-line.ts';
import { setTableBlock } from './table-block.ts';
import { blankLine, blanks, hang, setText } from './text-lines.ts';

/** Text narrower than this is not worth an indent. */
const NARROWEST = 12;

export function setBlocks(
  blocks: readonly Block[],
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let above: Block | undefined;
  for (const block of blocks) {
    const before = setting.offset;
    const own = setBlock(block, frame, setting);
    if (own.length === 0) continue;
    const blanks = above === undefined ? 0 : gap(above, block, frame.tight);
    for (let i = 0; i < blanks; i++) lines.push(blankLine(before));
    for (const line of own) lines.push(line);
    above = block;
  }
  return lines;
}

export function setBlock(
  block: Block,
  frame: BlockContext,
  setting: Setting,
): readonly BrokenLine[] {
  switch (block.kind) {
    case 'paragraph': {
      const picture = setPicture(block.spans, frame, setting);
      if (picture !== undefined) {
        return [...picture.rows, ...setText(picture.caption, frame, setting)];
      }
      if (setting.options.theme.name !== 'plain' && isBadges(block.spans, setting))
        return setBadges(block.spans, frame, setting);
      return setText(toRuns(block.spans, frame.style, setting), frame, setting);
    }
    case 'heading':
      return setHeading(block, frame, setting);
    case 'code':
      return setCode(block, frame, setting);
    case 'formula':
      return (
        setFormula(block, frame, setting) ??
        setCode({ kind: 'code', text: block.text, pieces: [block] }, frame, setting)
      );
    case 'quote':
      return setQuote(block, frame, setting);
    case 'list':
      return setList(block, frame, setting);
    case 'table':
      return setTableBlock(block, frame, setting);
    case 'rule':
      return [setRule(frame.width, setting)];
  }
}

type Quote = Extract<Block, { kind: 'quote' }>;

/** The lines of a quote; `bars` are those of quotes around it that hold nothing else, and as wide as `taken`. */
function setQuote(
  block: Quote,
  frame: BlockContext,
  setting: Setting,
  bars: readonly Run[] = [],
  taken = 0,
): BrokenLine[] {
  const { theme } = setting.options;
  const role = block.alert === undefined ? 'quoteBar' : ALERT_ROLE[block.alert];
  const bar = `${theme.signs.quoteBar} `;
  const room = frame.width - columns(bar) < NARROWEST ? 0 : columns(bar);
  const quotes = frame.quotes + (block.alert === undefined ? 1 : 0);
  const inner: BlockContext = {
    ...frame,
    width: frame.width - room,
    wide: frame.wide - room,
    tight: false,
    quotes,
    style:
      block.alert === undefined && quotes === 1
        ? { ...frame.style, ...theme.styles.quote }
        : theme.styles.text,
  };
  const own: Run = { text: bar, style: theme.styles[role], decoration: true };
  const prefix = room === 0 ? bars : [...bars, own];
  const [only, another] = block.blocks;
  const isShell = block.alert === undefined && another === undefined;
  // To put each bar before lines that have the others would take time with the square of the depth.
  if (isShell && only?.kind === 'quote' && only.alert === undefined) {
    return setQuote(only, inner, setting, prefix, taken + room);
  }
  const lines: BrokenLine[] = [];
  if (block.alert !== undefined) {
    lines.push(...setAlertLabel(block, block.alert, inner, setting));
  }
  for (const line of setBlocks(block.blocks, inner, setting)) lines.push(line);
  return prefix.length === 0 ? lines : hang(lines, prefix, prefix, taken + room);
}

function setList(
  block: Extract<Block, { kind: 'list' }>,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { signs } = setting.options.theme;
  const last = block.start === undefined ? 0 : block.start + block.items.length - 1;
  const first = block.start ?? 0;
  const digits = Math.max(String(last).length, String(first).length);
  const bullet = signs.bullets[Math.min(frame.lists, signs.bullets.length - 1)] ?? '-';
  const lines: BrokenLine[] = [];
  block.items.forEach((item, i) => {
    const number =
      block.start === undefined ? undefined : `${block.start + i}.`.padStart(digits + 1);
    if (i > 0 && !block.tight) lines.push(blankLine(setting.offset));
    for (const line of setItem(item, number ?? bullet, block.tight, frame, setting))
      lines.push(line);
  });
  return lines;
}

function setItem(
  item: ListItem,
  sign: string,
  tight: boolean,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { signs, styles } = setting.options.theme;
  const box = item.done === undefined ? undefined : item.done ? signs.taskDone : signs.taskOpen;
  // A box of one sign takes the bullet's place; `[x]` keeps it, as in Markdown.
  const boxed =
    box === undefined ? sign : /\d/.test(sign) || box.length > 1 ? `${sign} ${box}` : box;
  const mark = `${boxed} `;
  const whole = columns(mark);
  const room = frame.width - whole < NARROWEST ? 0 : whole;
  const inner: BlockContext = {
    ...frame,
    width: frame.width - room,
    wide: frame.wide - room,
    lists: frame.lists + 1,
    tight,
  };
  const lines = setBlocks(item.blocks, inner, setting);
  const first: Run = { text: mark, style: styles.bullet, decoration: true };
  if (lines.length === 0) lines.push(blankLine(setting.offset));
  if (room === whole) return hang(lines, [first], [blanks(room)], room);
  // Too narrow for the mark beside the text: it stands above.
  const above: BrokenLine = {
    runs: [{ ...first, text: boxed }],
    width: whole - 1,
    join: 'end',
    offset: lines[0]?.offset ?? 0,
  };
  return [above, ...lines];
}

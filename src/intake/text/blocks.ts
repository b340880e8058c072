// A plain text's lines as blocks of Markdown: headings, lists, quotes, tables, code, paragraphs. Pure.

import { escapeInline, escapeStart } from './escape.ts';
import { paragraphsOf, type Setting } from './paragraphs.ts';
import { tableMarkdown, tableRows } from './tables.ts';

const BULLET = /^(\s*)([-*•‣◦▪·o–—])(\s+)(?=\S)/;
const NUMBER = /^(\s*)(\d{1,3}|[a-z])([.)])(\s+)(?=\S)/;
const QUOTE = /^\s{0,3}>\s?/;
const UNDERLINE = /^\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*$/;
const DEEPEST = 6;

/** Blocks of Markdown, one string each, in the order of the lines. */
export function blocksOf(lines: readonly string[], setting: Setting, depth = 0): string[] {
  const blocks: string[] = [];
  const groups = groupsOf(lines).flatMap((group) => apart(group, setting));
  groups.forEach((own, index) => {
    const [first = ''] = own;
    const following = groups[index + 1];
    if (own.every((line) => QUOTE.test(line)) && depth < DEEPEST) {
      const inner = own.map((line) => line.replace(QUOTE, ''));
      const quoted = blocksOf(inner, setting, depth + 1).join('\n\n');
      blocks.push(quoted.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>'));
    } else if (isRule(own)) blocks.push('* * *');
    else {
      const list = listMarkdown(own, setting);
      const heading = list === undefined ? headingOf(own, following, depth) : undefined;
      const rows = list === undefined && heading === undefined ? tableRows(own) : undefined;
      if (list !== undefined) blocks.push(list);
      else if (heading !== undefined) blocks.push(heading);
      else if (rows) blocks.push(tableMarkdown(rows));
      else if (isCode(own)) blocks.push(fenced(own));
      else {
        const set = /^\s*[-*•–]\s+\S/.test(first) ? proseOf : mixed;
        for (const block of set(own, setting)) blocks.push(block);
      }
    }
  });
  // Sections are of the second level, whichever line is under their headings.
  return depth > 0 || blocks.some((block) => block.startsWith('## '))
    ? blocks
    : blocks.map((block) => block.replace(/^### (?!.*\n)/, '## '));
}

/** Lines that are paragraphs, each by itself: a heading may stand among them. */
function apart(lines: Group, { measure }: Setting): readonly Group[] {
  const isProse =
    measure === undefined &&
    lines.length > 1 &&
    lines.some((line) => line.length > 100) &&
    !lines.some((line) => startsItem(line) || QUOTE.test(line) || UNDERLINE.test(line)) &&
    tableRows(lines) === undefined;
  return isProse ? lines.map((line) => [line]) : [lines];
}

/** Prose that a list follows without a blank line between. */
function mixed(lines: readonly string[], setting: Setting): string[] {
  const from = lines.findIndex((line, at) => at > 0 && startsItem(line));
  const list = from < 0 ? undefined : listMarkdown(lines.slice(from), setting);
  if (list === undefined) return proseOf(lines, setting);
  return [...proseOf(lines.slice(0, from), setting), list];
}

const startsItem = (line: string): boolean => BULLET.test(line) || NUMBER.test(line);

type Group = readonly string[];

/** Lines between blank ones; quoted lines by themselves. */
function groupsOf(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  let current: string[] = [];
  const end = (): void => {
    if (current.length > 0) groups.push(current);
    current = [];
  };
  for (const line of lines) {
    if (line.trim() === '') {
      end();
      continue;
    }
    const [before] = current;
    if (before !== undefined && QUOTE.test(before) !== QUOTE.test(line)) end();
    current.push(line);
    // A heading's end; what follows without a blank line is prose.
    if (current.length === 2 && UNDERLINE.test(line)) end();
  }
  end();
  return groups;
}

const isRule = (lines: readonly string[]): boolean =>
  lines.length === 1 && /^\s*(?:[-=*_~#•·—–]\s*){3,}$/.test(lines[0] ?? '');

/** A heading: underlined, numbered or a short line that does not end like a sentence, before prose. */
function headingOf(
  lines: readonly string[],
  following: readonly string[] | undefined,
  depth: number,
): string | undefined {
  const [line = '', second = ''] = lines;
  const text = line.trim();
  if (depth > 0 || text.length > 100) return undefined;
  const heading = (level: number): string => `${'#'.repeat(level)} ${escapeInline(text)}`;
  if (lines.length >= 2 && UNDERLINE.test(second)) {
    return /\p{L}/u.test(text) ? heading(/[-~]/.test(second) ? 3 : 2) : undefined;
  }
  if (lines.length > 1 || following === undefined || text.length > 80) return undefined;
  if (!/^[\p{Lu}\p{Lt}\p{N}„“"»«‘'¿¡]/u.test(text) && !/\p{Lo}/u.test(text)) return undefined;
  if (/[.,;:…]$/.test(text) || !/\p{L}/u.test(text)) return undefined;
  const words = text.split(/\s+/).length;
  const next = following.join(' ').trim();
  const isProse = next.length > Math.max(80, text.length * 1.5) && !startsItem(following[0] ?? '');
  const isList = words <= 6 && following.length > 1 && startsItem(following[0] ?? '');
  return isList || (words <= 12 && isProse) ? heading(2) : undefined;
}

/** A list of Markdown, if all these lines are items and what continues them. */
function listMarkdown(lines: readonly string[], setting: Setting): string | undefined {
  const [first = ''] = lines;
  if (!startsItem(first)) return undefined;
  const items: { readonly indent: number; readonly mark: string; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const bullet = BULLET.exec(line);
    const number = bullet ? null : NUMBER.exec(line);
    const match = bullet ?? number;
    const last = items.at(-1);
    if (!match) {
      last?.lines.push(line);
      continue;
    }
    const mark = bullet ? '-' : /\d/.test(match[2] ?? '') ? `${match[2]}.` : '-';
    // A letter that is no number here (a) b) …) stays to be read.
    const kept = number && mark === '-' ? `${match[2]}${match[3]} ` : '';
    items.push({
      indent: (match[1] ?? '').replaceAll('\t', '    ').length,
      mark,
      lines: [kept + line.slice(match[0].length)],
    });
  }
  const dashes = /^\s*[–—o]\s/.test(first);
  if (dashes && items.length < 2) return undefined;
  // One number alone begins a sentence or a heading: 1. August.
  if (items.length === 1 && !/^\s*[-*•]\s/.test(first)) return undefined;
  const indents: number[] = [];
  const offsets: number[] = [];
  const written = items.map(({ indent, mark, lines: own }) => {
    while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) {
      indents.pop();
      offsets.pop();
    }
    if (indents.length < DEEPEST && (indents.at(-1) ?? -1) < indent) {
      offsets.push(indents.length === 0 ? 0 : (offsets.at(-1) ?? 0) + 3);
      indents.push(indent);
    }
    const whole = paragraphsOf(own, setting)
      .flatMap((paragraph) => paragraph.map(escapeInline))
      .join(' ');
    const inner = ' '.repeat(offsets.at(-1) ?? 0);
    return `${inner}${mark} ${escapeStart(whole)}`;
  });
  return written.join('\n');
}

function isCode(lines: readonly string[]): boolean {
  if (lines.length < 2 || !lines.every((line) => /^(?: {4}|\t)/.test(line))) return false;
  const signs = lines.join('').match(/[{}();=<>[\]|\\/]/g)?.length ?? 0;
  return (
    signs > lines.length || new Set(lines.map((line) => /^\s*/.exec(line)?.[0].length)).size > 2
  );
}

function fenced(lines: readonly string[]): string {
  const text = lines.map((line) => line.replace(/^(?: {4}|\t)/, '')).join('\n');
  const longest = (text.match(/`{3,}/g) ?? []).reduce(
    (most, ticks) => Math.max(most, ticks.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function proseOf(lines: readonly string[], setting: Setting): string[] {
  return paragraphsOf(lines, setting).map((paragraph) =>
    paragraph.map((line) => escapeStart(escapeInline(line))).join('\\\n'),
  );
}

// Mermaid's Gantt charts: tasks as bars over one scale of days, their dates beside them.

import type { Drawing } from '../../document/document.ts';
import { type ChartRow, chartDrawings } from '../draw/columns.ts';
import type { Source } from './statements.ts';

interface Task {
  readonly label: string;
  /** Days since 1970. */
  readonly from: number;
  readonly to: number;
  readonly isMilestone: boolean;
}

const DAY = 86_400_000;
const UNITS: Readonly<Record<string, number>> = {
  ms: 1 / DAY,
  s: 1000 / DAY,
  m: 60_000 / DAY,
  min: 60_000 / DAY,
  h: 1 / 24,
  d: 1,
  w: 7,
  M: 30,
  y: 365,
};
const IGNORED =
  /^(?:dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|click|acc(?:Title|Descr))\b/;

export function drawGantt({ lines, title }: Source): Drawing[] {
  let name = title;
  let format = 'YYYY-MM-DD';
  const entries: (Task | string)[] = [];
  const byId = new Map<string, Task>();
  let before: Task | undefined;
  for (const line of lines) {
    const task = /^([^:]+?)\s*:\s*(.*)$/.exec(line);
    if (line.startsWith('title ')) name = line.slice(6).trim();
    else if (line.startsWith('dateFormat ')) format = line.slice(11).trim();
    else if (line.startsWith('section ')) entries.push(line.slice(8).trim());
    else if (IGNORED.test(line)) continue;
    else if (task !== null) {
      const read = readTask(task[1]!, task[2]!, before, byId, format);
      if (read === undefined || entries.length > 100) return [];
      entries.push(read);
      before = read;
    } else return [];
  }
  const tasks = entries.filter((entry) => typeof entry !== 'string');
  if (tasks.length === 0) return [];
  const first = Math.min(...tasks.map(({ from }) => from));
  const days = Math.max(1 / 24, Math.max(...tasks.map(({ to }) => to)) - first);
  const rows = entries.map((entry): ChartRow => {
    if (typeof entry === 'string') return { label: entry };
    const { label, from, to, isMilestone } = entry;
    return {
      label,
      beside: (width) => span((from - first) / days, (to - first) / days, width, isMilestone),
      after: isMilestone || to - from <= 1 ? day(from) : `${day(from)} – ${day(to - 1)}`,
    };
  });
  return chartDrawings(rows, name);
}

const day = (days: number): string =>
  new Date(Math.floor(days + 1e-6) * DAY).toISOString().slice(0, 10);

function span(from: number, to: number, width: number, isMilestone: boolean): string {
  const start = Math.min(width - 1, Math.round(from * width));
  const length = isMilestone ? 1 : Math.max(1, Math.round(to * width) - start);
  return (' '.repeat(start) + (isMilestone ? '◆' : '█').repeat(length))
    .padEnd(width)
    .slice(0, width);
}

function readTask(
  label: string,
  text: string,
  before: Task | undefined,
  byId: Map<string, Task>,
  format: string,
): Task | undefined {
  const fields = text.split(',').map((field) => field.trim());
  let isMilestone = false;
  while (/^(?:done|active|crit|milestone|vert)$/.test(fields[0] ?? '')) {
    isMilestone ||= fields[0] === 'milestone';
    fields.shift();
  }
  const id = fields.length === 3 ? fields.shift() : undefined;
  const [start, end] = fields.length === 1 ? [undefined, fields[0]] : fields;
  const from = start === undefined ? before?.to : startOf(start, byId, format);
  if (from === undefined || end === undefined) return undefined;
  const to = endOf(end, from, byId, format);
  if (to === undefined || !Number.isFinite(to) || to < from) return undefined;
  const task = { label, from, to, isMilestone };
  if (id !== undefined) byId.set(id, task);
  return task;
}

function startOf(
  text: string,
  byId: ReadonlyMap<string, Task>,
  format: string,
): number | undefined {
  const after = /^after\s+(.*)$/.exec(text);
  if (after === null) return dateOf(text, format);
  const ends = after[1]!.split(/\s+/).map((id) => byId.get(id)?.to);
  return ends.some((end) => end === undefined) ? undefined : Math.max(...(ends as number[]));
}

function endOf(
  text: string,
  from: number,
  byId: ReadonlyMap<string, Task>,
  format: string,
): number | undefined {
  const length = /^(\d+(?:\.\d+)?)\s*(ms|s|min|m|h|d|w|M|y)$/.exec(text);
  if (length !== null) return from + Number(length[1]) * UNITS[length[2]!]!;
  const until = /^until\s+(\S+)$/.exec(text);
  if (until !== null) return byId.get(until[1]!)?.from;
  return dateOf(text, format);
}

/** Days since 1970 of a date in a format of YYYY, MM, DD, HH and mm. */
function dateOf(text: string, format: string): number | undefined {
  const numbers = text.match(/\d+/g);
  const names = format.match(/Y+|M+|D+|H+|m+|s+|X|x/g);
  if (numbers === null || names === null || numbers.length > names.length) return undefined;
  const parts: Record<string, number> = {};
  for (const [index, number] of numbers.entries()) parts[names[index]![0]!] = Number(number);
  if (parts.X !== undefined) return parts.X / 86_400;
  const year = parts.Y === undefined ? 1970 : parts.Y < 100 ? 2000 + parts.Y : parts.Y;
  const time = Date.UTC(year, (parts.M ?? 1) - 1, parts.D ?? 1, parts.H ?? 0, parts.m ?? 0);
  return Number.isFinite(time) && Math.abs(time) < 8e15 ? time / DAY : undefined;
}

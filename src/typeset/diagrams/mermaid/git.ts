// Mermaid's git graphs: commits down the page, a lane for each branch.

import type { Drawing } from '../../document/document.ts';
import { labelLines, widest } from '../draw/label.ts';
import type { Source } from './statements.ts';

interface Commit {
  readonly lane: number;
  readonly text: string;
  /** Lane that was merged into this one, or that this one branches off. */
  readonly joins?: number;
}

export function drawGit({ rest, lines }: Source): Drawing[] {
  if (/^TB|^BT/.test(rest)) return [];
  const lanes = ['main'];
  const commits: Commit[] = [];
  let current = 0;
  const started = new Map<number, number>();
  for (const line of lines) {
    const word = /^(commit|branch|checkout|switch|merge|cherry-pick)\b\s*(.*)$/.exec(line);
    if (word === null) return [];
    const [, verb = '', text = ''] = word;
    const name = /^("[^"]*"|[\w./-]+)/.exec(text)?.[1]?.replaceAll('"', '');
    const fields = Object.fromEntries(
      [...text.matchAll(/(\w+):\s*("[^"]*"|\w+)/g)].map(([, key, value]) => [
        key,
        value!.replaceAll('"', ''),
      ]),
    );
    if (verb === 'branch') {
      if (name === undefined || lanes.includes(name) || lanes.length > 12) return [];
      started.set(lanes.length, current);
      current = lanes.push(name) - 1;
    } else if (verb === 'checkout' || verb === 'switch') {
      current = lanes.indexOf(name ?? '');
      if (current < 0) return [];
    } else {
      const from = started.get(current);
      started.delete(current);
      const merged = verb === 'merge' ? lanes.indexOf(name ?? '') : undefined;
      if (merged === -1) return [];
      const said = [
        fields.id ?? (verb === 'commit' && /^"/.test(text) ? name : undefined),
        fields.msg,
        fields.tag === undefined ? undefined : `[${fields.tag}]`,
        fields.type === undefined || fields.type === 'NORMAL' ? undefined : `(${fields.type})`,
        merged === undefined ? undefined : `merge ${lanes[merged]}`,
      ].filter((part) => part !== undefined);
      const joins = merged ?? from;
      commits.push({
        lane: current,
        text: labelLines(said.join(' ')).join(' '),
        ...(joins === undefined || joins === current ? {} : { joins }),
      });
    }
    if (commits.length > 150) return [];
  }
  if (commits.length === 0) return [];
  const rows = draw(lanes, commits);
  return [{ width: widest(rows), rows }];
}

function draw(lanes: readonly string[], commits: readonly Commit[]): string[] {
  const rows: string[] = [];
  const first = lanes.map((_, lane) => commits.findIndex((commit) => commit.lane === lane));
  const last = lanes.map((_, lane) =>
    commits.findLastIndex((commit) => commit.lane === lane || commit.joins === lane),
  );
  const named = new Set<number>();
  for (const [index, { lane, text, joins }] of commits.entries()) {
    const [left, right] =
      joins === undefined ? [lane, lane] : [Math.min(lane, joins), Math.max(lane, joins)];
    let row = '';
    for (let at = 0; at < lanes.length; at++) {
      const isAlive = first[at]! >= 0 && first[at]! <= index && last[at]! >= index;
      const crosses = joins !== undefined && at > left && at < right;
      const sign =
        at === lane
          ? '●'
          : at === joins
            ? joint(at, lane, last[at] === index)
            : isAlive
              ? crosses
                ? '┼'
                : '│'
              : crosses
                ? '─'
                : ' ';
      row += sign + (at >= left && at < right ? '─' : ' ');
    }
    const name = named.has(lane) ? '' : ` ${lanes[lane]}`;
    named.add(lane);
    rows.push(`${row}${name}${text === '' ? '' : ` ${text}`}`.trimEnd());
  }
  for (const [lane, name] of lanes.entries())
    if (!named.has(lane)) rows.push(`${'  '.repeat(lanes.length)} ${name}`);
  return rows;
}

const joint = (at: number, lane: number, ends: boolean): string =>
  at < lane ? (ends ? '╰' : '├') : ends ? '╯' : '┤';

// Mermaid's class diagrams and entity-relationship diagrams: boxes with compartments.

import { labelLines } from '../draw/label.ts';
import { type End, type Graph, GraphBuilder, type Stroke } from '../graph/graph.ts';
import { directionOf } from './flowchart.ts';
import type { Source } from './statements.ts';

const ENDS: Readonly<Record<string, End>> = {
  '<|': 'triangle',
  '|>': 'triangle',
  '*': 'filled',
  o: 'diamond',
  '<': 'arrow',
  '>': 'arrow',
  '()': 'circle',
};
const RELATION =
  /^([\p{L}\p{N}_.~]+|`[^`]+`)\s*(?:"([^"]*)")?\s*(<\||\*|o|<|\(\))?(--|\.\.)(\|>|\*|o|>|\(\))?\s*(?:"([^"]*)")?\s*([\p{L}\p{N}_.~]+|`[^`]+`)\s*(?::\s*(.*))?$/u;

export function readClasses({ lines }: Source): Graph | undefined {
  const builder = new GraphBuilder();
  const members = new Map<string, { fields: string[]; methods: string[]; notes: string[] }>();
  let open: string | undefined;
  const add = (id: string, member: string) => {
    const own = members.get(id) ?? { fields: [], methods: [], notes: [] };
    members.set(id, own);
    const note = /^<<\s*(.+?)\s*>>$/.exec(member);
    if (note !== null) own.notes.push(`«${note[1]}»`);
    else (member.includes('(') ? own.methods : own.fields).push(generic(member));
  };
  for (const line of lines) {
    if (open !== undefined) {
      if (line === '}') open = undefined;
      else add(open, line);
      continue;
    }
    const relation = RELATION.exec(line);
    const opened = /^class\s+([\p{L}\p{N}_.~]+|`[^`]+`)(?:\["([^"]*)"\])?\s*(\{)?\s*(\})?$/u.exec(
      line,
    );
    const member = /^([\p{L}\p{N}_.]+)\s*:\s*(.+)$/u.exec(line);
    const annotated = /^(<<[^>]+>>)\s+([\p{L}\p{N}_.]+)$/u.exec(line);
    const direction = /^direction\s+(\w+)$/.exec(line);
    if (direction !== null) builder.direction = directionOf(direction[1]!);
    else if (relation !== null) {
      const [, from = '', near = '', tail = '', stroke, head = '', far = '', to = '', label = ''] =
        relation;
      builder.edge({
        from: name(from),
        to: name(to),
        label: [near, labelLines(label).join(' '), far].filter(Boolean).join(' '),
        stroke: (stroke === '..' ? 'dotted' : 'solid') satisfies Stroke,
        tail: ENDS[tail] ?? 'none',
        head: ENDS[head] ?? 'none',
      });
    } else if (opened !== null) {
      builder.node(
        name(opened[1]!),
        opened[2] === undefined ? {} : { parts: [labelLines(opened[2])] },
      );
      if (opened[3] !== undefined && opened[4] === undefined) open = name(opened[1]!);
    } else if (annotated !== null) {
      builder.node(annotated[2]!);
      add(annotated[2]!, annotated[1]!);
    } else if (member !== null) {
      builder.node(member[1]!);
      add(member[1]!, member[2]!);
    } else if (/^(?:namespace\s.*\{|\}|classDef|cssClass|style|link|click|callback)/.test(line))
      continue;
    else return undefined;
  }
  for (const [id, { fields, methods, notes }] of members) {
    const [label = [id]] = builder.get(id)?.parts ?? [];
    const parts = [[...notes, ...label.map(generic)], fields, methods].filter(
      (part) => part.length > 0,
    );
    builder.node(id, { parts });
  }
  return builder.graph();
}

const name = (written: string): string => generic(written.replaceAll('`', ''));

/** `List~int~` is List<int>. */
const generic = (text: string): string => text.replace(/~([^~]*)~/g, '<$1>');

const CARDINALITY: Readonly<Record<string, string>> = {
  '|o': '0..1',
  'o|': '0..1',
  '||': '1',
  '}o': '0..n',
  'o{': '0..n',
  '}|': '1..n',
  '|{': '1..n',
};
const RELATES =
  /^([\p{L}\p{N}_-]+|"[^"]+")\s+(\|o|\|\||\}o|\}\|)(--|\.\.)(o\||\|\||o\{|\|\{)\s+([\p{L}\p{N}_-]+|"[^"]+")\s*(?::\s*(.*))?$/u;

export function readEntities({ lines }: Source): Graph | undefined {
  const builder = new GraphBuilder();
  let open: string | undefined;
  const bare = (id: string) => id.replaceAll('"', '');
  for (const line of lines) {
    if (open !== undefined) {
      if (line === '}') open = undefined;
      else {
        const old = builder.get(open)!;
        builder.node(open, {
          parts: [old.parts[0]!, [...(old.parts[1] ?? []), line.replaceAll('"', '')]],
        });
      }
      continue;
    }
    const relation = RELATES.exec(line);
    const opened = /^([\p{L}\p{N}_-]+|"[^"]+")(?:\[("?)([^\]"]+)\2\])?\s*(\{)?\s*(\})?$/u.exec(
      line,
    );
    const direction = /^direction\s+(\w+)$/.exec(line);
    if (direction !== null) builder.direction = directionOf(direction[1]!);
    else if (relation !== null) {
      const [, from = '', near = '', stroke, far = '', to = '', label = ''] = relation;
      const words = labelLines(label).join(' ');
      builder.edge({
        from: bare(from),
        to: bare(to),
        label: [CARDINALITY[near], words, CARDINALITY[far]].filter(Boolean).join(' '),
        stroke: stroke === '..' ? 'dotted' : 'solid',
        head: 'none',
      });
    } else if (opened !== null) {
      const id = bare(opened[1]!);
      builder.node(id, opened[3] === undefined ? {} : { parts: [[opened[3]]] });
      if (opened[4] !== undefined && opened[5] === undefined) open = id;
    } else return undefined;
  }
  return builder.graph();
}

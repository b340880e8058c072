// Mermaid's flowcharts: nodes in brackets of many shapes, chains of links, subgraphs.

import { labelLines } from '../draw/label.ts';
import {
  type Direction,
  type End,
  type Graph,
  GraphBuilder,
  type Shape,
  type Stroke,
} from '../graph/graph.ts';
import type { Source } from './statements.ts';

/** Brackets of a node's label, the longer ones first. */
const SHAPES: readonly (readonly [open: string, close: string, shape: Shape])[] = [
  ['(((', ')))', 'round'],
  ['((', '))', 'round'],
  ['([', '])', 'round'],
  ['[[', ']]', 'box'],
  ['[(', ')]', 'barrel'],
  ['[/', '/]', 'hexagon'],
  ['[/', '\\]', 'hexagon'],
  ['[\\', '\\]', 'hexagon'],
  ['[\\', '/]', 'hexagon'],
  ['{{', '}}', 'hexagon'],
  ['[', ']', 'box'],
  ['(', ')', 'round'],
  ['{', '}', 'diamond'],
  ['>', ']', 'box'],
];

const IGNORED = /^(?:style|classDef|class|click|linkStyle|accTitle|accDescr)\b/;

/** The graph of a flowchart, or undefined where a statement is not understood. */
export function readFlowchart({ rest, lines }: Source): Graph | undefined {
  const builder = new GraphBuilder();
  builder.direction = directionOf(rest.split(/[\s;]/)[0] ?? '');
  const groups: string[] = [];
  for (const line of lines) {
    if (IGNORED.test(line)) continue;
    const subgraph = /^subgraph\s+(.*)$/.exec(line);
    if (subgraph !== null) groups.push(titleOf(subgraph[1]!));
    else if (line === 'end') groups.pop();
    else if (/^direction\s/.test(line)) continue;
    else {
      for (const statement of statementsOf(line)) {
        if (!new ChainReader(statement, builder, groups.at(-1)).read()) return undefined;
      }
    }
  }
  return builder.graph();
}

export function directionOf(word: string): Direction {
  const upper = word.toUpperCase();
  return upper === 'LR' || upper === 'RL' || upper === 'BT' ? upper : 'TD';
}

function titleOf(text: string): string {
  const named = /^[\w-]+\s*\[(.*)\]$/.exec(text);
  return labelLines(named?.[1] ?? text).join(' ');
}

/** Statements of a line: separated by semicolons that stand outside quotes. */
const statementsOf = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|[^;"])+/g) ?? []).map((part) => part.trim()).filter(Boolean);

interface LinkRead {
  readonly label: string;
  readonly stroke: Stroke;
  readonly tail: End;
  readonly head: End;
}

/** Reads `a --> b & c --> d` into the graph's builder. */
class ChainReader {
  #at = 0;
  readonly #text: string;
  readonly #builder: GraphBuilder;
  readonly #group: string | undefined;

  constructor(text: string, builder: GraphBuilder, group: string | undefined) {
    this.#text = text;
    this.#builder = builder;
    this.#group = group;
  }

  read(): boolean {
    let before = this.#nodes();
    if (before === undefined) return false;
    for (;;) {
      this.#blanks();
      if (this.#at >= this.#text.length) return true;
      const link = this.#link();
      if (link === undefined) return false;
      const after = this.#nodes();
      if (after === undefined) return false;
      for (const from of before) for (const to of after) this.#builder.edge({ ...link, from, to });
      before = after;
    }
  }

  #blanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  #nodes(): string[] | undefined {
    const ids: string[] = [];
    do {
      this.#blanks();
      const id = this.#node();
      if (id === undefined) return undefined;
      ids.push(id);
      this.#blanks();
    } while (this.#match(/&/y) !== null);
    return ids;
  }

  #node(): string | undefined {
    const id = this.#match(/[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>]))*/uy)?.[0];
    if (id === undefined) return undefined;
    const group = this.#group === undefined ? {} : { group: this.#group };
    const isNew = !this.#builder.has(id);
    const attributes = this.#match(/@\{([^}]*)\}/y);
    if (attributes !== null) {
      const label = /label:\s*("[^"]*"|[^,}]+)/.exec(attributes[1]!)?.[1];
      this.#builder.node(id, {
        ...(label === undefined ? {} : { parts: [labelLines(label)] }),
        ...(isNew ? group : {}),
      });
      return id;
    }
    for (const [open, close, shape] of SHAPES) {
      if (!this.#text.startsWith(open, this.#at)) continue;
      const from = this.#at + open.length;
      const quoted = this.#text[from] === '"' ? this.#text.indexOf('"', from + 1) : from;
      if (quoted < 0) return undefined;
      const end = this.#text.indexOf(close, quoted);
      if (end < 0) continue;
      this.#at = end + close.length;
      const lines = labelLines(this.#text.slice(from, end));
      this.#builder.node(id, { parts: [lines], shape, ...(isNew ? group : {}) });
      this.#match(/:::[\w-]+/y);
      return id;
    }
    this.#builder.node(id, isNew ? group : {});
    this.#match(/:::[\w-]+/y);
    return id;
  }

  #link(): LinkRead | undefined {
    this.#match(/[\w-]+@(?=[-=<.xo])/y);
    // A link with its text in it: -- text -->, == text ==>, -. text .->
    const inner =
      this.#match(/([<xo]?)(--|==|-\.)\s+((?:"[^"]*"|[^"])+?)\s+(-{2,}|={2,}|\.+-)([>xo-]?)/y) ??
      this.#match(/([<xo]?)(--|==|-\.)\s*("[^"]*")\s*(-{2,}|={2,}|\.+-)([>xo-]?)/y);
    if (inner !== null) return linkOf(inner[1]!, inner[2]!, inner[5]!, inner[3]!);
    const plain = this.#match(/([<xo]?)(-\.+-|-{2,}|={2,}|~{3,})([>xo]?)/y);
    if (plain === null) return undefined;
    this.#blanks();
    const label = this.#match(/\|("[^"]*"|[^|]*)\|/y)?.[1] ?? '';
    return linkOf(plain[1]!, plain[2]!, plain[3]!, label);
  }
}

function linkOf(tail: string, line: string, head: string, label: string): LinkRead {
  const ends: Readonly<Record<string, End>> = {
    '>': 'arrow',
    '<': 'arrow',
    x: 'cross',
    o: 'circle',
  };
  const stroke = line.startsWith('=') ? 'thick' : /\./.test(line) ? 'dotted' : 'solid';
  return {
    label: labelLines(label).join(' '),
    stroke,
    tail: ends[tail] ?? 'none',
    head: ends[head] ?? 'none',
  };
}

// Graphviz's language, as much of it as says what is connected with what: nodes, edges, labels, clusters.

import { labelLines } from './draw/label.ts';
import { type Graph, GraphBuilder, type Shape, type Stroke } from './graph/graph.ts';

const LONGEST = 20_000;
const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*|("(?:[^"\\]|\\[\s\S])*")|(->|--)|([{}[\];,=:])|(-?[\p{L}\p{N}_.]+)|([\s\S])/gu;

type Attributes = Readonly<Record<string, string>>;

export function readDot(source: string): Graph | undefined {
  if (source.length > LONGEST) return undefined;
  const tokens: string[] = [];
  for (const [, quoted, edge, sign, word, other] of source.matchAll(TOKEN)) {
    if (other !== undefined) return undefined;
    const token = quoted ?? edge ?? sign ?? word;
    if (token !== undefined) tokens.push(token);
  }
  return new DotReader(tokens).read();
}

const unquoted = (token: string): string =>
  token.startsWith('"') ? token.slice(1, -1).replace(/\\"/g, '"') : token;

class DotReader {
  #at = 0;
  readonly #tokens: readonly string[];
  readonly #builder = new GraphBuilder();
  #isDirected = true;
  #depth = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get #next(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(token: string): boolean {
    if (this.#next?.toLowerCase() !== token) return false;
    this.#at++;
    return true;
  }

  read(): Graph | undefined {
    this.#take('strict');
    if (this.#take('graph')) this.#isDirected = false;
    else if (!this.#take('digraph')) return undefined;
    if (this.#next !== '{') this.#at++;
    if (!this.#take('{')) return undefined;
    return this.#statements(undefined, {}) === undefined ? undefined : this.#builder.graph();
  }

  /** The nodes named up to the closing brace, or undefined where something is wrong. */
  #statements(group: string | undefined, edges: Attributes): Set<string> | undefined {
    if (++this.#depth > 20) return undefined;
    const named = new Set<string>();
    let title = group;
    let edgeDefaults = edges;
    while (!this.#take('}')) {
      if (this.#next === undefined) return undefined;
      if (this.#take(';')) continue;
      const word = this.#next.toLowerCase();
      if (/^(?:graph|node|edge)$/.test(word) && this.#tokens[this.#at + 1] === '[') {
        this.#at++;
        const attributes = this.#attributes();
        if (attributes === undefined) return undefined;
        if (word === 'edge') edgeDefaults = { ...edgeDefaults, ...attributes };
        if (word === 'graph') title = this.#graphAttributes(attributes, title);
      } else if (this.#tokens[this.#at + 1] === '=') {
        const key = unquoted(this.#next);
        const value = unquoted(this.#tokens[this.#at + 2] ?? '');
        this.#at += 3;
        title = this.#graphAttributes({ [key]: value }, title);
      } else if (!this.#chain(named, title, edgeDefaults)) return undefined;
    }
    this.#depth--;
    return named;
  }

  #graphAttributes(attributes: Attributes, title: string | undefined): string | undefined {
    if (attributes.rankdir === 'LR' || attributes.rankdir === 'RL' || attributes.rankdir === 'BT') {
      this.#builder.direction = attributes.rankdir;
    }
    return this.#depth > 1 && attributes.label ? labelLines(attributes.label).join(' ') : title;
  }

  #chain(named: Set<string>, group: string | undefined, defaults: Attributes): boolean {
    let before: Set<string> | undefined;
    const pairs: (readonly [string, string])[] = [];
    let isEdge = false;
    do {
      const operand = this.#operand(group, defaults);
      if (operand === undefined) return false;
      for (const id of operand) named.add(id);
      if (before !== undefined) {
        isEdge = true;
        for (const from of before) for (const to of operand) pairs.push([from, to]);
      }
      before = operand;
    } while (this.#take('->') || this.#take('--'));
    const attributes = this.#next === '[' ? this.#attributes() : {};
    if (attributes === undefined) return false;
    if (isEdge) {
      for (const [from, to] of pairs) this.#edge(from, to, { ...defaults, ...attributes });
    } else for (const id of before ?? []) this.#style(id, attributes);
    return true;
  }

  #operand(group: string | undefined, defaults: Attributes): Set<string> | undefined {
    if (this.#take('subgraph')) {
      if (this.#next !== '{') this.#at++;
      return this.#take('{') ? this.#statements(undefined, defaults) : undefined;
    }
    if (this.#take('{')) return this.#statements(group, defaults);
    const token = this.#next;
    if (token === undefined || /^[{}[\];,=:]$/.test(token)) return undefined;
    this.#at++;
    while (this.#take(':')) this.#at++;
    const id = unquoted(token);
    if (!this.#builder.has(id)) {
      this.#builder.node(id, {
        parts: [labelLines(id)],
        ...(group === undefined ? {} : { group }),
      });
    }
    return new Set([id]);
  }

  #attributes(): Attributes | undefined {
    const found: Record<string, string> = {};
    while (this.#take('[')) {
      while (!this.#take(']')) {
        const key = this.#next;
        if (key === undefined) return undefined;
        this.#at++;
        if (this.#take('=')) {
          found[unquoted(key).toLowerCase()] = unquoted(this.#next ?? '');
          this.#at++;
        }
        if (!this.#take(',')) this.#take(';');
      }
    }
    return found;
  }

  #style(id: string, { label, shape = '' }: Attributes): void {
    const shapes: Readonly<Record<string, Shape>> = {
      diamond: 'diamond',
      ellipse: 'round',
      oval: 'round',
      circle: 'round',
      cylinder: 'barrel',
      hexagon: 'hexagon',
    };
    const text = label
      ?.replace(/\\[lr]/g, '\\n')
      .replace(/[{}]/g, '')
      .replaceAll('|', '\\n');
    const own = shapes[shape.toLowerCase()];
    this.#builder.node(id, {
      ...(text === undefined ? {} : { parts: [labelLines(text)] }),
      ...(own === undefined ? {} : { shape: own }),
    });
  }

  #edge(from: string, to: string, { label = '', style = '', dir = '' }: Attributes): void {
    const stroke: Stroke = /dotted|dashed/.test(style)
      ? 'dotted'
      : /bold/.test(style)
        ? 'thick'
        : 'solid';
    const isBack = dir === 'back' || dir === 'both';
    this.#builder.edge({
      from,
      to,
      label: labelLines(label).join(' '),
      stroke,
      head: this.#isDirected && dir !== 'back' && dir !== 'none' ? 'arrow' : 'none',
      tail: this.#isDirected && isBack ? 'arrow' : 'none',
    });
  }
}

// YAML by the full parser (1.2, core schema), with places of faults. The only file that imports it.

import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';
import type { Checked } from './matter-fields.ts';

/** More aliases than this in one file are an attack, not an article. */
const MOST_ALIASES = 20;
/** Deeper nesting than any field has; beyond it the parser's own recursion could run out of stack. */
const DEEPEST = 100;

type Values = Readonly<Record<string, unknown>>;

/** Parses YAML; a broken line still serves (`title: One: two`). `linesAbove` are the file's. */
export function parseFields<T>(
  text: string,
  linesAbove: number,
  check: (values: Values) => Checked<T>,
): { readonly value: T; readonly faults: readonly Fault[] } {
  if (nestsTooDeep(text)) {
    const cause = { code: 'yaml', problem: 'TOO_DEEP', text: 'nested too deep' } as const;
    return {
      value: check(looseLines(text)).value,
      faults: [{ ...cause, line: linesAbove + 1, column: 1 }],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
    stringKeys: true,
  });
  const at = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line) + linesAbove, column: Math.max(1, col) };
  };
  const faults: Fault[] = [...document.errors, ...document.warnings].map((error) => ({
    code: 'yaml',
    problem: error.code,
    text: firstLine(error.message),
    ...at(error.pos[0]),
  }));
  const read = valuesOf(document);
  if (read.problem !== undefined) faults.push({ ...read.problem, ...at(0) });
  const loose = faults.length > 0 ? looseLines(text) : {};
  const { value, problems } = check(read.values);
  for (const { path, cause } of problems)
    faults.push({ ...cause, ...at(offsetOf(document, path)) });
  if (Object.keys(loose).length === 0) return { value, faults };
  const broken = new Set(problems.map(({ path }) => String(path[0])));
  const merged = check({ ...loose, ...without(read.values, broken) });
  return { value: merged.value, faults };
}

function valuesOf(document: Document): {
  readonly values: Values;
  readonly problem?:
    | { readonly code: 'not-a-mapping' }
    | { readonly code: 'yaml'; readonly problem: string; readonly text: string };
} {
  if (document.contents === null) return { values: {} };
  if (!isMap(document.contents)) return { values: {}, problem: { code: 'not-a-mapping' } };
  try {
    return { values: document.toJS({ maxAliasCount: MOST_ALIASES }) as Values };
  } catch (error) {
    const text = firstLine(error instanceof Error ? error.message : String(error));
    return { values: {}, problem: { code: 'yaml', problem: 'BAD_ALIAS', text } };
  }
}

/** Lines of the form `field: text`, taken as they stand. */
function looseLines(text: string): Values {
  const values: Record<string, unknown> = {};
  for (const match of text.matchAll(/^([A-Za-z_]\w{0,40}):[ \t]+(\S[^\r\n]*)/gm)) {
    const [, field, raw] = match;
    if (field === undefined || raw === undefined || field === '__proto__') continue;
    const value = raw.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (/^[[{&*!|>%@`"']/.test(value)) continue;
    values[field] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return values;
}

function without(values: Values, fields: ReadonlySet<string>): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => !fields.has(field) && value !== null),
  );
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > DEEPEST) return true;
  }
  return /^(?:[ \t]*[-?:][ \t]+){100}/m.test(text) || /^ {1000}/m.test(text);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

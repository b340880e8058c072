// TOML front matter (Hugo, Zola). The only file that imports its parser.

import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Fault } from './fault.ts';
import type { Checked } from './matter-fields.ts';

type Values = Readonly<Record<string, unknown>>;

/** Parses TOML, of broken text its `field = "text"` lines; `linesAbove` are the file's. Never throws. */
export function parseToml<T>(
  text: string,
  linesAbove: number,
  check: (values: Values) => Checked<T>,
): { readonly value: T; readonly faults: readonly Fault[] } {
  const { values, fault } = read(text, linesAbove);
  const { value, problems } = check(values);
  const faults = problems.map(
    ({ path, cause }): Fault => ({
      ...cause,
      line: linesAbove + lineOf(text, String(path[0])),
      column: 1,
    }),
  );
  return { value, faults: fault === undefined ? faults : [fault] };
}

function read(
  text: string,
  linesAbove: number,
): { readonly values: Values; readonly fault?: Fault } {
  try {
    const values = plain(parse(text.replaceAll('\r\n', '\n'))) as Values;
    // Zola keeps tags among its taxonomies.
    const { tags } = (values['taxonomies'] ?? {}) as Values;
    return { values: tags === undefined || 'tags' in values ? values : { ...values, tags } };
  } catch (error) {
    const place =
      error instanceof TomlError
        ? { line: linesAbove + error.line, column: error.column }
        : { line: linesAbove + 1, column: 1 };
    const words = (error as Error).message.split('\n', 1)[0] ?? '';
    const said = words.replace(/^Invalid TOML document: /, '');
    return {
      values: looseLines(text),
      fault: { code: 'toml', text: said, ...place },
    };
  }
}

/** Values as YAML would give them: dates as texts. */
function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function looseLines(text: string): Values {
  const values: Record<string, unknown> = {};
  const line =
    /^([A-Za-z_]\w{0,40})[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|(true|false|\d{4}-\d\d-\d\d))/gm;
  for (const [, field = '', double, single, bare] of text.matchAll(line)) {
    if (field === '__proto__') continue;
    const value = double ?? single ?? bare ?? '';
    values[field] = bare === 'true' ? true : bare === 'false' ? false : value;
  }
  return values;
}

function lineOf(text: string, field: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trimStart().startsWith(field));
  return at < 0 ? 1 : at + 1;
}

// Front matter: where it ends, what it says. The YAML parser loads where lines are not simple.

import type { Fault } from './fault.ts';
import type { FrontMatter } from './fields.ts';
import { checkArticleFields } from './matter-fields.ts';
import { readSimpleYaml } from './simple-yaml.ts';

export interface Split {
  /** The lines between the fences, or undefined where the file has no front matter. */
  readonly matter?: string;
  readonly body: string;
  /** Line of the file the body begins on, counted from 1. */
  readonly bodyLine: number;
  /** The front matter is opened and never closed: it goes as far as its lines look like fields. */
  readonly open?: true;
  readonly toml?: true;
}

export const NO_FIELDS: FrontMatter = Object.freeze({ authors: [], tags: [], draft: false });

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
const FIELD = /^["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:\s|$)/mu;
const TOML_OPENING = /^\+\+\+[ \t]*\r?\n/;
const TOML_CLOSING = /^\+\+\+[ \t]*(?:\r?\n|$)/gm;
const TOML_FIELD = /^(?:["']?[\p{L}_][\p{L}\p{N}_.-]*["']?[ \t]*=|\[)/mu;
/** A line of front matter that is never closed: a field, or what belongs to the one above. */
const OPEN_LINE = /^(?:["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:\s|$)|[ \t]+\S|- )/u;

/** Parts a file's text into front matter and body; a thematic break with no field below is no fence. */
export function splitFrontMatter(text: string): Split {
  if (text.startsWith('+++')) return splitToml(text);
  const opening = OPENING.exec(text);
  if (!opening) return { body: text, bodyLine: 1 };
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (!closing) return splitOpen(text, opening[0].length);
  const matter = text.slice(opening[0].length, closing.index);
  if (matter.trim() !== '' && !FIELD.test(matter) && !/^\s*[[{]/.test(matter)) {
    return { body: text, bodyLine: 1 };
  }
  const body = text.slice(closing.index + closing[0].length);
  return { matter, body, bodyLine: 2 + countLines(matter) + 1 };
}

/** Front matter without its closing fence: nobody wants to read it as prose. */
function splitOpen(text: string, from: number): Split {
  let end = from;
  while (end < text.length) {
    const stop = text.indexOf('\n', end) + 1 || text.length;
    if (!OPEN_LINE.test(text.slice(end, stop).trimEnd())) break;
    end = stop;
  }
  const matter = text.slice(from, end);
  if (!FIELD.test(text.slice(from, end).split('\n', 1)[0] ?? ''))
    return { body: text, bodyLine: 1 };
  return { matter, body: text.slice(end), bodyLine: 2 + countLines(matter), open: true };
}

function splitToml(text: string): Split {
  const opening = TOML_OPENING.exec(text);
  TOML_CLOSING.lastIndex = opening?.[0].length ?? 0;
  const closing = opening === null ? null : TOML_CLOSING.exec(text);
  if (opening === null || closing === null) return { body: text, bodyLine: 1 };
  const matter = text.slice(opening[0].length, closing.index);
  if (matter.trim() !== '' && !TOML_FIELD.test(matter)) return { body: text, bodyLine: 1 };
  const body = text.slice(closing.index + closing[0].length);
  return { matter, body, bodyLine: 2 + countLines(matter) + 1, toml: true };
}

/** The fields of front matter and its faults; line 1 is the opening fence. Never throws. */
export async function readFrontMatter(
  matter: string,
  toml = false,
): Promise<{ readonly fields: FrontMatter; readonly faults: readonly Fault[] }> {
  if (toml) {
    const { parseToml } = await import('./full-toml.ts');
    const { value, faults } = parseToml(matter, 1, checkArticleFields);
    return { fields: value, faults };
  }
  const quick = readQuickly(matter);
  if (quick) return { fields: quick, faults: [] };
  const { parseFields } = await import('./full-yaml.ts');
  const { value, faults } = parseFields(matter, 1, checkArticleFields);
  return { fields: value, faults };
}

/** The fields, where the quick reader understands all of it and nothing is wrong. */
export function readQuickly(matter: string): FrontMatter | undefined {
  const values = readSimpleYaml(matter);
  if (!values) return undefined;
  const { value, problems } = checkArticleFields(values);
  return problems.length === 0 ? value : undefined;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

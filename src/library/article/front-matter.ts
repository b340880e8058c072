// An article's front matter: where it ends, and what its fields say. The YAML parser is loaded only
// for what the quick reader of simple lines can't be sure of.

import type { Fault } from './fault.ts';
import type { FrontMatter } from './fields.ts';
import { checkArticleFields } from './matter-fields.ts';
import { readSimpleYaml } from './simple-yaml.ts';

/** A file's text in its two parts. */
export interface Split {
  /** The lines between the fences, or undefined where the file has no front matter. */
  readonly matter?: string;
  /** All that follows. */
  readonly body: string;
  /** Line of the file the body begins on, counted from 1. */
  readonly bodyLine: number;
  /** The front matter is opened and never closed; the whole file is body. */
  readonly open?: true;
}

export const NO_FIELDS: FrontMatter = Object.freeze({ authors: [], tags: [], draft: false });

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
const FIELD = /^[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:\s|$)/mu;

/**
 * Parts a file's text (without byte order mark) into front matter and body. A file that begins with a
 * thematic break, and has nothing like a field before the next one, has no front matter.
 */
export function splitFrontMatter(text: string): Split {
  const opening = OPENING.exec(text);
  if (!opening) return { body: text, bodyLine: 1 };
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (!closing) {
    const looksOpen = FIELD.test(text.split('\n', 2)[1] ?? '');
    return { body: text, bodyLine: 1, ...(looksOpen ? { open: true } : {}) };
  }
  const matter = text.slice(opening[0].length, closing.index);
  if (matter.trim() !== '' && !FIELD.test(matter) && !/^\s*[[{]/.test(matter)) {
    return { body: text, bodyLine: 1 };
  }
  const body = text.slice(closing.index + closing[0].length);
  return { matter, body, bodyLine: 2 + countLines(matter) + 1 };
}

/**
 * The fields of some front matter, with the faults found; line 1 is the file's opening fence.
 * Never throws: what is broken is left out and named.
 */
export async function readFrontMatter(
  matter: string,
): Promise<{ readonly fields: FrontMatter; readonly faults: readonly Fault[] }> {
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

// An article's file as text: front matter, body, and a digest that tells a reader's edit.

import { createHash } from 'node:crypto';
import { splitFrontMatter } from '../article/front-matter.ts';
import { type YamlValue, yamlLines } from './yaml-text.ts';

/** What is written into a file's front matter; texts are on one line and free of control signs. */
export interface WrittenFields {
  readonly title?: string | undefined;
  readonly authors?: readonly string[];
  /** `YYYY-MM-DD`, or a full ISO time. */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly lang?: string | undefined;
  readonly summary?: string | undefined;
  /** An absolute address. */
  readonly source?: string | undefined;
  /** The address it was asked for at, where that is another. */
  readonly via?: string | undefined;
  readonly tags?: readonly string[];
  /** Titles of the neighbours in its series. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** What names an item of a feed. */
  readonly guid?: string | undefined;
  /** When it came into the library. */
  readonly added?: string | undefined;
}

const DIGEST = /^digest: '?([0-9a-f]{16})'?\r?\n/m;

/** The text of an article's file; `plain` leaves the digest out. */
export function articleText(
  fields: WrittenFields,
  markdown: string,
  form: 'kept' | 'plain' = 'kept',
): string {
  const lines = yamlLines(fields as Readonly<Record<string, YamlValue | undefined>>);
  const body = markdown.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const text = `---\n${lines}---\n\n${body}\n`;
  if (form === 'plain') return text;
  // In quotes it is a text to the quick reader of front matter also where it begins with a digit.
  return `---\n${lines}digest: '${digestOf(text)}'\n---\n\n${body}\n`;
}

/** Whether a file's text is what this program wrote; a newline more or less at its end does not count. */
export function isAsWritten(text: string): boolean {
  const { matter } = splitFrontMatter(text);
  const digest = DIGEST.exec(matter ?? '')?.[1];
  if (digest === undefined) return false;
  return digestOf(text.replace(DIGEST, '')) === digest;
}

export function bodyOf(text: string): string {
  return splitFrontMatter(text).body.trim();
}

/** The values of some fields in a file's front matter, read line by line: enough to know it again. */
export function matterValues(
  text: string,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const { matter } = splitFrontMatter(text);
  const values: Record<string, string> = {};
  for (const line of (matter ?? '').split('\n')) {
    const [, name = '', value = ''] = /^([a-z]+):[ \t]+(.*?)[ \t\r]*$/.exec(line) ?? [];
    if (names.includes(name)) values[name] = unquoted(value);
  }
  return values;
}

function unquoted(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
}

function digestOf(text: string): string {
  const plain = text.replaceAll('\r\n', '\n').trimEnd();
  return createHash('sha256').update(plain).digest('hex').slice(0, 16);
}

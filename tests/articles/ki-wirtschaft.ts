// Reads the bundled German articles for the tests beside it; judges nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const FOLDER = join(import.meta.dirname, '../../articles/ki-wirtschaft');

export interface Article {
  readonly file: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** The Markdown below the front matter. */
  readonly body: string;
}

function readArticle(file: string): Article {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
  if (!parts) throw new Error(`${file} has no front matter`);
  return { file, front: parse(parts[1]!), body: parts[2]! };
}

/** The cells of the article's table, header and separator rows included. */
export function tableOf(body: string): string[][] {
  return body
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The articles' file names and the articles, in the order of the series. */
export const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .sort();
export const articles = files.map(readArticle);

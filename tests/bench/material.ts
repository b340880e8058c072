// Markdown to measure with: sizes and shapes, the same at every run.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ARTICLES = fileURLToPath(new URL('../../articles/ki-wirtschaft', import.meta.url));

/** At least `bytes` of ordinary Markdown: our own articles over and over, each under its heading. */
export function markdownOf(bytes: number): string {
  const bodies = [
    '01-dell-ki-server.md',
    '02-klarna-stellenabbau.md',
    '03-openai-anthropic-pruefung.md',
  ]
    .map((name) => readFileSync(join(ARTICLES, name), 'utf8'))
    .map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const parts: string[] = [];
  let size = 0;
  for (let round = 0; size < bytes; round++) {
    // Footnote labels of their own, so that they are not one another's.
    const body = (bodies[round % bodies.length] ?? '').replace(/\[\^(\w+)\]/g, `[^$1${round}]`);
    const part = `# ${round}\n\n${body}\n`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('');
}

/** Writes the material into `folder` and names the files by size. */
export function writeMaterial(folder: string): {
  readonly small: string;
  readonly mb: string;
  readonly mb10: string;
} {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const klarna = readFileSync(join(ARTICLES, '02-klarna-stellenabbau.md'), 'utf8');
  return {
    small: file('klarna.md', klarna),
    mb: file('1mb.md', markdownOf(1_000_000)),
    mb10: file('10mb.md', markdownOf(10_000_000)),
  };
}

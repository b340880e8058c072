// The Markdown files whose commands are run: the guide in each language, and the README.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/program.ts';

export interface GuidePage {
  readonly path: string;
  /** The path from the project's folder. */
  readonly name: string;
  readonly language: 'en' | 'de';
}

/** Keys of the guide's series, with their languages. */
export const GUIDES = [
  ['guide', 'en'],
  ['handbuch', 'de'],
] as const;

/** The guide's articles in their order. */
export function guidePages(): readonly GuidePage[] {
  return GUIDES.flatMap(([key, language]) =>
    readdirSync(join(ROOT, 'articles', key))
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => ({
        path: join(ROOT, 'articles', key, file),
        name: `articles/${key}/${file}`,
        language,
      })),
  );
}

export function pages(): readonly GuidePage[] {
  const readme = { path: join(ROOT, 'README.md'), name: 'README.md', language: 'en' } as const;
  return [...guidePages(), readme];
}

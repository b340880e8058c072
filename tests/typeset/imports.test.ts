// Setting a cached document must load no lexer and none of the large packages.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../src/typeset/', import.meta.url);

/** The packages that a file of the folder needs at once, its own imports' included. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  const path = new URL(file, FOLDER);
  if (seen.has(path.href)) return packages;
  seen.add(path.href);
  const source = readFileSync(path, 'utf8');
  for (const [, types, names = '', from = ''] of source.matchAll(
    /^import (type )?([\s\S]*?)(?: from )?'([^']+)'/gm,
  )) {
    if (types !== undefined || /^\{(?:\s*type \w+,?)+\s*\}$/.test(names)) continue;
    if (!from.startsWith('.')) packages.add(from);
    else for (const name of packagesOf(new URL(from, path).href, seen)) packages.add(name);
  }
  return packages;
}

describe('what is loaded at once', () => {
  it.each(['layout.ts', 'blocks/front.ts', 'look/themes.ts', 'document/document-text.ts'])(
    'by %s is small',
    (file) => {
      expect(
        [...packagesOf(file)].filter((name) => !/^(?:string-width|node:module)$/.test(name)),
      ).toEqual([]);
    },
  );

  it('by painting is chalk alone', () => {
    expect([...packagesOf('page/paint.ts')]).toEqual(['chalk']);
  });

  it('by preparing is nothing', () => {
    expect([...packagesOf('prepare/prepare.ts')]).toEqual([]);
  });

  it('of marked-terminal comes through one file', () => {
    expect([...packagesOf('parse/inline/inline.ts')]).toContain('marked-terminal');
    for (const file of [
      'lexer/lexer.ts',
      'lexer/tokenizer.ts',
      'inline/spans.ts',
      'inline/html.ts',
    ]) {
      expect([...packagesOf(`parse/${file}`)]).not.toContain('marked-terminal');
    }
  });
});

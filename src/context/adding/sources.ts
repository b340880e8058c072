// What was named at the prompt to be brought in: addresses, files, standard input.

import { existsSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NewsError } from '../../errors.ts';
import type { Source, Why } from '../../intake/collect/collecting.ts';
import { readStream } from '../../library/article/article-file.ts';
import type { AddingWords } from '../../messages/adding.ts';
import type { Context } from '../context.ts';
import { reasonOf, tooLarge } from '../faults.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_PICTURE = 16 * MEGABYTE;
const KINDS = ['html', 'markdown', 'text'] as const;

/** The sources, and what can't be one with the reason. Throws a NewsError where nothing is named. */
export async function sourcesFrom(
  names: readonly string[],
  context: Context,
  words: AddingWords,
): Promise<{
  readonly sources: readonly Source[];
  readonly missing: readonly (readonly [name: string, why: string])[];
}> {
  const { environment, messages } = context;
  const { errors } = messages;
  const as = asFrom(context);
  const named = names.length === 0 && !environment.tty.stdin ? ['-'] : names;
  if (named.length === 0) throw new NewsError('usage', words.noSources, words.noSourcesHint);
  const sources: Source[] = [];
  const missing: (readonly [string, string])[] = [];
  for (const name of named) {
    if (/^https?:\/\//i.test(name)) {
      sources.push({ kind: 'address', address: name });
      continue;
    }
    if (name === '-') {
      if (environment.tty.stdin)
        throw new NewsError('usage', errors.stdinIsTerminal, words.noSourcesHint);
      sources.push(bytesFrom(0, '-', {}, context, as));
      continue;
    }
    const path = isAbsolute(name) ? name : join(environment.cwd, name);
    const stat = existsSync(path) ? statSync(path) : undefined;
    if (stat?.isDirectory()) missing.push([name, errors.isFolder(name)]);
    else if (stat) {
      const origin = { name: basename(path), address: pathToFileURL(path).href };
      sources.push(bytesFrom(path, name, origin, context, as));
    } else if (
      /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[:/?#]|$)/u.test(name) &&
      !/\.(?:html?|md|txt|epub|csv|opml|json|xml)$/i.test(name)
    ) {
      sources.push({ kind: 'address', address: `https://${name}` });
    } else missing.push([name, words.noFile(name)]);
  }
  return { sources, missing };
}

function asFrom({ flags, messages }: Context): (typeof KINDS)[number] | undefined {
  const as = flags['as'];
  if (as === undefined) return undefined;
  const kind = KINDS.find((one) => one === as);
  if (kind) return kind;
  const { errors } = messages;
  throw new NewsError(
    'usage',
    errors.flag('--as', String(as)),
    errors.flagHint(errors.expected.oneOf(KINDS)),
  );
}

function bytesFrom(
  path: string | 0,
  name: string,
  origin: { readonly name?: string; readonly address?: string },
  context: Context,
  as: (typeof KINDS)[number] | undefined,
): Source {
  return {
    kind: 'bytes',
    name,
    origin: { ...origin, ...(as === undefined ? {} : { as }) },
    // Read when its turn comes: a thousand pages are not held at once.
    read() {
      const read = readStream(path, context.settings.maxSize * MEGABYTE);
      if (read.kind === 'bytes') return read.bytes;
      throw tooLarge(name, context);
    },
  };
}

export function sentenceOfWhy(why: Why, { messages }: Context, words: AddingWords): string {
  switch (why.kind) {
    case 'failure':
      return words.failure(why.failure);
    case 'refusal':
      return words.refusal[why.reason];
    case 'system':
      return why.error instanceof NewsError ? why.error.message : reasonOf(why.error, messages);
  }
}

/** A picture in or below a saved page's folder, both as file: addresses; undefined for all else. */
export function readBeside(address: string, page: string): Uint8Array | undefined {
  try {
    const folder = dirname(fileURLToPath(page));
    const path = fileURLToPath(address.replace(/[?#].*$/, ''));
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
    const read = readStream(path, LARGEST_PICTURE);
    return read.kind === 'bytes' ? read.bytes : undefined;
  } catch {
    return undefined;
  }
}

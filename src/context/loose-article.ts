// An article that lies in no library: a file by its path, a pipe, standard input.

import { existsSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, sep } from 'node:path';
import { inOrder } from '../catalog/documents/chunks.ts';
import { parseOptionsOf } from '../catalog/documents/parse-options.ts';
import { NewsError } from '../errors.ts';
import { isBinary } from '../library/binary.ts';
import { setSections, wishesOf } from './article-sections.ts';
import type { Article } from './article-shown.ts';
import { titleFor } from './cards/titled.ts';
import type { Context } from './context.ts';
import { reasonOf, tooLarge } from './faults.ts';

const MEGABYTE = 1024 * 1024;

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\w./~@%+,:-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** The absolute path a query means, where it means one: it has a separator or an extension and exists. */
export function pathOf(query: string, { environment }: Context): string | undefined {
  const separated = query.includes('/') || query.includes(sep);
  if (!separated && !/\.\w+$/.test(query)) return undefined;
  const path = isAbsolute(query) ? query : join(environment.cwd, query);
  const meant =
    existsSync(path) || /^\.{0,2}[/\\]/.test(query) || /\.(md|markdown|txt)$/i.test(query);
  return meant ? path : undefined;
}

/** The article in the file at `path`; `query` is what an error calls it. */
export async function readPath(path: string, query: string, context: Context): Promise<Article> {
  const { errors } = context.messages;
  let bytes: Buffer;
  try {
    if (statSync(path).isDirectory()) {
      throw new NewsError('unreadable', errors.isFolder(query), errors.isFolderHint(quoted(query)));
    }
    bytes = await readBytes(path, query, context);
  } catch (error) {
    if (error instanceof NewsError) throw error;
    throw new NewsError(
      'unreadable',
      errors.unreadable(query, reasonOf(error, context.messages)),
      undefined,
      error,
    );
  }
  return looseArticle(bytes, path, basename(path), context);
}

/** The article on standard input. Throws a NewsError where that is a terminal. */
export async function readStandardInput(context: Context): Promise<Article> {
  const { environment, messages } = context;
  const { errors } = messages;
  if (environment.tty.stdin) throw new NewsError('usage', errors.stdinIsTerminal, errors.stdinHint);
  try {
    return await looseArticle(await readBytes(0, '-', context), '-', '', context);
  } catch (error) {
    if (error instanceof NewsError) throw error;
    const reason = reasonOf(error, messages);
    throw new NewsError('unreadable', errors.unreadable('-', reason), undefined, error);
  }
}

/** The article that was given on standard input without being asked for; undefined where nothing was. */
export async function givenArticle(context: Context): Promise<Article | undefined> {
  if (!context.environment.piped) return undefined;
  try {
    const bytes = await readBytes(0, '-', context);
    return bytes.length === 0 ? undefined : await looseArticle(bytes, '-', '', context);
  } catch (error) {
    if (error instanceof NewsError) throw error;
    // A folder, say, or what is closed: there is nothing to be read.
    return undefined;
  }
}

/** All bytes of a file or of standard input (0); `name` is what an error calls it. */
async function readBytes(source: string | 0, name: string, context: Context): Promise<Buffer> {
  const { readStream } = await import('../library/article/article-file.ts');
  const read = readStream(source, context.settings.maxSize * MEGABYTE);
  if (read.kind === 'too-large') throw tooLarge(name, context);
  return read.bytes;
}

async function looseArticle(
  bytes: Buffer,
  path: string,
  name: string,
  { messages }: Context,
): Promise<Article> {
  if (isBinary(bytes)) {
    const { errors } = messages;
    throw new NewsError('unreadable', errors.binary(name || '-'), errors.binaryHint);
  }
  const [{ decodeText }, { looseCard, readArticle }] = await Promise.all([
    import('../library/article/article-file.ts'),
    import('../library/article/article.ts'),
  ]);
  const article = await readArticle(decodeText(bytes), name);
  const card = looseCard(article, path, name, titleFor(article, messages));
  return {
    card,
    loose: true,
    async *sections(options, whole) {
      const { textChunks } = await import('../catalog/documents/text-chunks.ts');
      const chunks = () =>
        textChunks(article.body, parseOptionsOf(card), {
          wanted: wishesOf(options),
          anyOrder: false,
        });
      yield* setSections(inOrder(await chunks(), chunks), options, whole);
    },
    markdown: async () => article.body,
  };
}

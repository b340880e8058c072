// news add: pages, texts, books and reading lists into the reader's own folder.

import { SAVED } from '../../context/adding/saved.ts';
import { seriesFrom } from '../../context/adding/series-flag.ts';
import { readBeside, sentenceOfWhy, sourcesFrom } from '../../context/adding/sources.ts';
import { type Context, command } from '../../context/context.ts';
import { importedNotes } from '../../context/noting/imported-notes.ts';
import { listWidth, painterFor, themeFor } from '../../context/presentation.ts';
import { progressFor } from '../../context/progress.ts';
import { NewsError } from '../../errors.ts';
import type { Client } from '../../http/answer.ts';
import { fieldsOf } from '../../intake/collect/article-fields.ts';
import { collect } from '../../intake/collect/collect.ts';
import type { CollectOptions, Witness } from '../../intake/collect/collecting.ts';
import { collectGarbageSoon } from '../../intake/memory.ts';
import { articleText } from '../../library/write/article-text.ts';
import { openShelf, type Put } from '../../library/write/shelf.ts';
import { type AddingWords, addingWords } from '../../messages/adding.ts';
import { lineOf } from '../../output/columns.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import { clip } from '../../typeset/text/width.ts';

const LIMIT = 100;

export const add = command(async (context: Context, names: readonly string[]) => {
  const { flags, folders, settings, environment } = context;
  const words = addingWords(settings.language);
  const series = seriesFrom(context);
  const { sources, missing } = await sourcesFrom(names, context, words);
  const shelf = openShelf({ folder: folders.articles, locks: folders.cache });
  let client: Promise<Client> | undefined;
  const report = openReport(context, words);
  for (const [name, why] of missing) report.fail(name, why);
  const options: CollectOptions = {
    shelf,
    client: () =>
      (client ??= import('../../context/adding/web.ts').then(({ openWeb }) => openWeb(context))),
    series,
    fallback: SAVED,
    all: flags['all'] === true,
    limit: limitFrom(context),
    pictures: flags['pictures'] !== false && flags['print'] !== true,
    tags: (flags['tag'] as readonly string[] | undefined) ?? [],
    today: environment.now().toISOString().slice(0, 10),
    witness: report,
    readBeside,
  };
  collectGarbageSoon();
  try {
    await collect(sources, options);
    if (series === undefined && report.addedTo(SAVED)) {
      shelf.putSeries(SAVED, { title: words.saved, order: '-date' });
    }
  } finally {
    report.end();
    shelf.close();
    await (await client)?.close();
  }
  return report.failures > 0 ? 1 : 0;
});

function limitFrom({ flags, messages }: Context): number {
  const wished = flags['limit'];
  if (wished === undefined) return LIMIT;
  const count = Number(wished);
  if (Number.isInteger(count) && count >= 1 && count <= 100_000) return count;
  const { errors } = messages;
  throw new NewsError(
    'usage',
    errors.flag('--limit', String(wished)),
    errors.flagHint(errors.expected.number),
  );
}

interface Report extends Witness {
  readonly failures: number;
  fail(source: string, why: string): void;
  /** Whether a series has got anything new. */
  addedTo(series: string): boolean;
  /** Takes the bar away and says what failed. */
  end(): void;
}

/** Says a line for each article that is kept, and what failed at the end. */
function openReport(context: Context, words: AddingWords): Report {
  const { environment, flags } = context;
  const counts = new Map<Put['kind'], number>();
  const faults: string[] = [];
  const touched = new Set<string>();
  const progress = progressFor(context, words.label, (perSecond) =>
    [words.rate(perSecond), ...(faults.length > 0 ? [words.failures(faults.length)] : [])].join(
      '  ',
    ),
  );
  const fail = (source: string, why: string): void => {
    faults.push(words.failed(source, why));
  };
  return {
    get failures() {
      return faults.length;
    },
    fail,
    failed: (source, why) => fail(source, sentenceOfWhy(why, context, words)),
    kept(put, article, entry) {
      counts.set(put.kind, (counts.get(put.kind) ?? 0) + 1);
      if (put.kind === 'added') touched.add(put.id.slice(0, put.id.lastIndexOf('/')));
      if (put.kind === 'added') {
        const { id } = put;
        const history = context.history();
        if (entry?.read) history.append({ kind: 'mark', id, read: true });
        if (entry?.starred) history.append({ kind: 'star', id, starred: true });
        const now = environment.now().toISOString();
        for (const event of importedNotes(id, article, now)) history.append(event);
      }
      // What a list names and is there already is counted alone: there may be thousands.
      if (entry && put.kind === 'unchanged') return;
      progress.end();
      writeOut(lineFor(put, article.title ?? put.title, context, words));
      if (put.kind === 'edited') writeError(words.edited(put.id));
    },
    progress: (done, total) => progress.report(done, total),
    print: flags['print']
      ? (article) => writeOut(articleText(fieldsOf(article), article.markdown, 'plain'))
      : undefined,
    addedTo: (series) => touched.has(series),
    end() {
      progress.end();
      const all = [...counts].reduce((sum, [, count]) => sum + count, 0) + faults.length;
      for (const fault of faults) writeError(`news: ${fault}`);
      if (all < 2 || !environment.tty.stderr) return;
      const kinds = [...counts].map(([kind, count]) => [count, words.kind[kind]] as const);
      const failed = faults.length > 0 ? `, ${words.failures(faults.length)}` : '';
      writeError(words.summary(kinds) + failed);
    },
  };
}

function lineFor(put: Put, title: string, context: Context, words: AddingWords): string {
  const { terminal } = context;
  if (!terminal.tty) return tsv([[put.id, title, put.kind]]);
  const { styles, signs } = themeFor(context);
  const kind = put.kind === 'added' ? '' : `   ${words.kind[put.kind]}`;
  const room = Math.max(20, listWidth(context) - put.id.length - kind.length - 5);
  const line = lineOf([
    { text: '  ', style: {} },
    { text: put.id, style: styles.muted },
    { text: `   ${clip(title, room, signs.ellipsis)}`, style: {} },
    { text: kind, style: styles.muted },
  ]);
  return printed([line], painterFor(context));
}

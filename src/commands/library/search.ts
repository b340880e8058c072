// news search: ranked hits with a snippet each.

import type { Hit } from '../../catalog/catalog.ts';
import { type Context, command } from '../../context/context.ts';
import { checkRoots, filterOf } from '../../context/filter.ts';
import { measureFor, painterFor, themeFor } from '../../context/presentation.ts';
import { NewsError } from '../../errors.ts';
import { lineOf } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import { setParagraph } from '../../typeset/lines/paragraph.ts';
import type { Line, Run } from '../../typeset/page/page.ts';
import { clip } from '../../typeset/text/width.ts';

const USUAL = 20;

export const search = command(async (context: Context, words: readonly string[]) => {
  const { flags, messages, terminal } = context;
  const { errors } = messages;
  const query = words.map(requoted).join(' ').trim();
  if (query === '') throw new NewsError('usage', errors.searchEmpty, errors.searchHint);
  const limit = flags['n'] === undefined ? USUAL : Number(flags['n']);
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new NewsError(
      'usage',
      errors.flag('-n', String(flags['n'])),
      errors.flagHint(errors.expected.number),
    );
  }
  checkRoots(context);
  const filter = await filterOf(context);
  const catalog = await context.catalog();
  const { hits, didYouMean } = await catalog.search(query, {
    ...filter,
    limit,
  });
  if (flags['json']) {
    const records = hits.map(({ card, snippet }) => ({ ...card, snippet }));
    writeOut(jsonText(records));
  } else if (terminal.tty) {
    writeOut(printed(table(hits, context), painterFor(context)));
  } else {
    writeOut(tsv(hits.map(({ card, snippet }) => [card.id, card.title, textOf(snippet)])));
  }
  if (hits.length > 0) return 0;
  writeError(`news: ${messages.list.noHits(query)}`);
  if (didYouMean !== undefined) writeError(errors.didYouMean([didYouMean]));
  return 1;
});

/** A word with a blank inside was quoted at the prompt: a phrase. */
function requoted(word: string): string {
  return /\s/.test(word) && !word.includes('"') && !/^\w+:/.test(word) ? `"${word}"` : word;
}

const textOf = (snippet: Hit['snippet']): string => snippet.map(({ text }) => text).join('');

function table(hits: readonly Hit[], context: Context): readonly Line[] {
  const { messages, settings } = context;
  const { styles, signs } = themeFor(context);
  const { margin, width } = measureFor(context);
  const indent: Run = { text: ' '.repeat(margin), style: {}, decoration: true };
  const paragraph = (runs: readonly Run[]): readonly Line[] =>
    setParagraph(runs, { width, hyphenate: 'never', justify: false, lang: settings.language }).map(
      (line) => lineOf([indent, ...line.runs]),
    );
  return hits.flatMap(({ card, snippet }, index) => [
    ...(index > 0 ? [lineOf([])] : []),
    ...paragraph([{ text: card.title, style: styles.title }]),
    lineOf([
      indent,
      {
        text: clip(
          [card.id, card.date && messages.format.shortDate(card.date)]
            .filter(Boolean)
            .join(` ${signs.dot} `),
          width,
          signs.ellipsis,
        ),
        style: styles.muted,
      },
    ]),
    ...paragraph(snippet.map(({ text, hit }) => ({ text, style: hit ? styles.hit : styles.text }))),
  ]);
}

// news speak: an article aloud, as sentences, or as a sound file.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { parseOptionsOf } from '../../catalog/documents/parse-options.ts';
import { findArticle } from '../../context/article.ts';
import type { Article } from '../../context/article-shown.ts';
import { type Context, command } from '../../context/context.ts';
import { reasonOf } from '../../context/faults.ts';
import { unaskedArticle } from '../../context/last-article.ts';
import { NewsError } from '../../errors.ts';
import { writeForOthers } from '../../library/write/whole-file.ts';
import { type SpeakingWords, speakingWords, spokenWords } from '../../messages/speaking.ts';
import { writeOut } from '../../output/stdout.ts';
import { onInterrupt } from '../../settings/interrupt.ts';
import { processes } from '../../settings/processes.ts';
import { seen, startAt } from '../../speech/progress.ts';
import { runCall } from '../../speech/run-call.ts';
import { type Spoken, spokenOf } from '../../speech/spoken.ts';
import { parseDocument } from '../../typeset/parse/parse-document.ts';
import { engineOf } from '../screen/speech-engine.ts';

export const speak = command(async (context: Context, words: readonly string[]) => {
  const { flags, settings } = context;
  const said = speakingWords(settings.language);
  const { to } = flags;
  if (to !== undefined && flags['sentences'] === true)
    throw new NewsError('usage', said.oneOfBoth, said.oneOfBothHint);
  if (to !== undefined && (typeof to !== 'string' || extname(to).toLowerCase() !== '.wav'))
    throw new NewsError('usage', said.noWave(String(to)), said.noWaveHint);
  const article =
    words.length > 0 ? await findArticle(context, words.join(' ')) : await unaskedArticle(context);
  const { card } = article;
  const lang = card.lang ?? settings.language;
  const document = parseDocument(await article.markdown(), {
    ...parseOptionsOf(card),
    lang,
  });
  // What says formulas takes longer to load than all the rest.
  const sayFormula = JSON.stringify(document.blocks).includes('"formula"')
    ? await (await import('../../speech/said-formula.ts')).formulaSayer(lang)
    : undefined;
  const spoken = spokenOf(document, spokenWords(lang), sayFormula);
  if (flags['sentences'] === true) writeOut(spoken.map(({ text }) => `${text}\n`).join(''));
  else if (typeof to === 'string') await writeTo(context, said, to, lang, spoken);
  else await aloud(context, said, article, lang, spoken);
  return 0;
});

async function writeTo(
  context: Context,
  said: SpeakingWords,
  to: string,
  lang: string,
  spoken: readonly Spoken[],
): Promise<void> {
  const { environment, messages } = context;
  const engine = engineOf(context, said, 'write');
  if (engine.write === undefined)
    throw new NewsError('usage', said.cannotWrite(engine.name), said.cannotWriteHint);
  const folder = mkdtempSync(join(tmpdir(), 'news-speech-'));
  const interrupt = onInterrupt();
  try {
    const draft = join(folder, 'speech.wav');
    // A block's sentences are a paragraph: engines pause longer between two.
    const text = spoken
      .map((one, at) => (spoken[at + 1]?.block === one.block ? one.text : `${one.text}\n`))
      .join('\n');
    const surroundings = { variables: environment.variables, endGroup: processes.endGroup };
    const ended = await runCall(engine.write(lang, draft), text, surroundings, interrupt.signal);
    if (ended.kind === 'stopped') throw new NewsError('interrupted', said.stopped);
    if (ended.kind === 'failed')
      throw new NewsError('unreadable', said.failed(engine.name, ended.reason), said.failedHint);
    try {
      const path = resolve(environment.cwd, to);
      writeForOthers(path, readFileSync(draft));
    } catch (error) {
      throw new NewsError(
        'unreadable',
        said.notWritten(to, reasonOf(error, messages)),
        undefined,
        error,
      );
    }
  } finally {
    interrupt.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says the article from where it was left, each sentence on the terminal as it is said, and notes how far it came. */
async function aloud(
  context: Context,
  said: SpeakingWords,
  { card, loose }: Article,
  lang: string,
  spoken: readonly Spoken[],
): Promise<void> {
  const { environment, terminal } = context;
  const engine = engineOf(context, said, 'speak');
  const reading = loose ? undefined : context.history().state().readings.get(card.id);
  const first = reading === undefined || reading.read ? 0 : startAt(spoken, reading.place);
  const surroundings = { variables: environment.variables, endGroup: processes.endGroup };
  const interrupt = onInterrupt({ hangup: true });
  let at = first;
  try {
    for (; at < spoken.length; at += 1) {
      const { text } = spoken[at] as Spoken;
      if (terminal.tty) writeOut(`${text}\n`);
      const ended = await runCall(engine.speak(lang, text), text, surroundings, interrupt.signal);
      if (ended.kind === 'failed')
        throw new NewsError('unreadable', said.failed(engine.name, ended.reason), said.failedHint);
      if (ended.kind === 'stopped') {
        if (engine.silence)
          await runCall(engine.silence, '', surroundings, new AbortController().signal);
        throw new NewsError('interrupted', said.stopped);
      }
    }
  } finally {
    interrupt.end();
    if (!loose && at > first)
      context.history().append({ kind: 'read', id: card.id, ...seen(spoken, at) });
  }
}

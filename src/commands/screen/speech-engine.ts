// The engine of this machine, and an article read aloud in the full-screen reader.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Context } from '../../context/context.ts';
import { NewsError } from '../../errors.ts';
import { type SpeakingWords, speakingWords, spokenWords } from '../../messages/speaking.ts';
import { processes } from '../../settings/processes.ts';
import { type Engine, engineFor, KNOWN } from '../../speech/engines.ts';
import { runCall } from '../../speech/run-call.ts';
import { spokenOf } from '../../speech/spoken.ts';
import type { TuiSpeech } from '../../tui/pages/options.ts';

/** The engine of this machine. Throws a NewsError where there is none. */
export function engineOf(
  { environment: { variables } }: Context,
  said: SpeakingWords,
  task: 'speak' | 'write',
): Engine {
  const folders = (variables['PATH'] ?? '').split(delimiter).filter(Boolean);
  const isThere = (program: string): boolean =>
    folders.some((folder) => existsSync(join(folder, program)));
  const engine = engineFor(variables['NEWS_SPEECH'], isThere, task);
  if (engine === undefined)
    throw new NewsError('unreadable', said.noEngine, said.noEngineHint(KNOWN));
  return engine;
}

/** Speech for the reader; what goes wrong rejects with a sentence. */
export function screenSpeech(context: Context, catalog: Catalog): TuiSpeech {
  const { environment, settings } = context;
  const said = speakingWords(settings.language);
  const surroundings = { variables: environment.variables, endGroup: processes.endGroup };
  return {
    async sentences(card) {
      // Before anything is parsed: without an engine nothing is said.
      engineOf(context, said, 'speak');
      const document = await catalog.document(card, { hyphenate: false, highlight: false });
      const lang = card.lang ?? settings.language;
      return spokenOf({ ...document, lang }, spokenWords(lang));
    },
    async say(text, given, rate, signal) {
      const engine = engineOf(context, said, 'speak');
      const call = engine.speak(given ?? settings.language, text, rate);
      const ended = await runCall(call, text, surroundings, signal);
      if (ended.kind === 'failed') throw new Error(said.failed(engine.name, ended.reason));
      if (ended.kind === 'stopped' && engine.silence)
        await runCall(engine.silence, '', surroundings, new AbortController().signal);
      return ended.kind === 'stopped' ? 'stopped' : 'said';
    },
  };
}

// What a command works with: settings, words, the terminal's facts, and library and history opened
// only when asked for.

import type { Catalog, CatalogOptions } from '../catalog/catalog.ts';
import { openCatalog } from '../catalog/open-catalog.ts';
import type { Invocation } from '../cli/invocation.ts';
import { NewsError } from '../errors.ts';
import { type History, openHistory } from '../history/history.ts';
import { messagesFor } from '../messages/messages.ts';
import type { Messages } from '../messages/table.ts';
import type { Progress } from '../output/progress.ts';
import type { Environment } from '../settings/environment.ts';
import { languageOf } from '../settings/language.ts';
import { FlagFault, type Flags, type Resolved, resolveSettings } from '../settings/settings.ts';
import { type Terminal, terminalOf } from '../settings/terminal.ts';
import { titledCatalog } from './cards/titled.ts';
import { configError, flagError, reasonOf } from './faults.ts';
import { progressFor } from './progress.ts';

export interface Context extends Resolved {
  readonly flags: Flags;
  readonly environment: Environment;
  readonly messages: Messages;
  readonly terminal: Terminal;
  readonly catalog: () => Promise<Catalog>;
  readonly history: () => History;
}

/** A command's work, given a context; what it resolves to is mostly the exit status. */
type Work<Rest extends readonly unknown[], Result> = (
  context: Context,
  ...rest: Rest
) => Promise<Result>;

/** Resolves settings, runs, closes. Throws a NewsError for a faulty flag, or config file unless `faults` allows. */
export function command<Rest extends readonly unknown[], Result>(
  work: Work<Rest, Result>,
  faults: 'refuse' | 'allow' = 'refuse',
): (invocation: Invocation, ...rest: Rest) => Promise<Result> {
  return async (invocation, ...rest) => {
    const { context, close } = await openContext(invocation, faults);
    const { mark } = context.environment;
    try {
      return await work(context, ...rest);
    } finally {
      mark('done');
      await close();
      mark('closed');
    }
  };
}

async function openContext(
  { flags, environment }: Invocation,
  faults: 'refuse' | 'allow',
): Promise<{ readonly context: Context; readonly close: () => Promise<void> }> {
  const resolved = await resolve(flags, environment);
  environment.mark('settings');
  const { settings, folders } = resolved;
  const messages = messagesFor(settings.language);
  const [fault] = resolved.faults;
  if (fault && faults === 'refuse') throw configError(fault, folders.configFile, messages);
  let catalog: Promise<Catalog> | undefined;
  let history: History | undefined;
  let progress: Progress | undefined;
  const context: Context = {
    ...resolved,
    flags,
    environment,
    messages,
    terminal: terminalOf(environment, settings.color),
    catalog: () =>
      (catalog ??= openTitled(
        {
          roots: settings.roots,
          language: settings.language,
          cacheFolder: folders.cache,
          onProgress: (done, total) => {
            progress ??= progressFor(context, messages.list.indexing, messages.list.rate);
            progress.report(done, total);
            if (done === total) progress.end();
          },
          maxSize: settings.maxSize * 1024 * 1024,
        },
        messages,
      )),
    history: () => (history ??= openHistory(journalOptions(resolved, environment))),
  };
  // What was parsed is kept in the cache now, when the article is already on the screen.
  return { context, close: async () => (await catalog)?.close() };
}

async function openTitled(options: CatalogOptions, messages: Messages): Promise<Catalog> {
  return titledCatalog(await openCatalog(options), messages);
}

function journalOptions({ settings, origins, folders }: Resolved, environment: Environment) {
  const { history } = settings;
  return {
    // Switched off for now, by flag or environment, the journal is still read; kept off by the
    // config file, there is none.
    folder: history || (origins.history === 'config' ? undefined : folders.history),
    enabled: history !== false,
    machine: environment.machine,
    now: environment.now,
  };
}

async function resolve(flags: Flags, environment: Environment): Promise<Resolved> {
  try {
    return await resolveSettings(flags, environment);
  } catch (error) {
    const messages = messagesFor(languageOf(environment, flags['language']));
    if (error instanceof FlagFault) throw flagError(error, messages);
    const { path } = error as NodeJS.ErrnoException;
    if (path === undefined) throw error;
    const sentence = messages.errors.configUnreadable(path, reasonOf(error, messages));
    throw new NewsError('unreadable', sentence, undefined, error);
  }
}

// argv in, exit status out. Whatever goes wrong below is said here, in one place.

import manifest from '../package.json' with { type: 'json' };
import { runShortcut, shortcutFor } from './cli/shortcut.ts';
import { exitStatus, NewsError } from './errors.ts';
import { messagesFor } from './messages/messages.ts';
import type { Messages } from './messages/table.ts';
import { OutputClosed, OutputFailed, writeError, writeOut } from './output/stdout.ts';
import { type Environment, processEnvironment } from './settings/environment.ts';
import { languageOf } from './settings/language.ts';

/** Runs `argv` with the articles in `bundled`. Never throws; resolves to the exit status. */
export async function main(argv: readonly string[], bundled: string): Promise<number> {
  const environment = processEnvironment(bundled);
  const messages = messagesFor(languageOf(environment, wishedLanguage(argv)));
  environment.mark('started');
  try {
    return await run(argv, environment, messages);
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    const said = error instanceof NewsError ? error : unforeseen(error, messages);
    writeError(`news: ${said.message}`, ...(said.hint === undefined ? [] : [said.hint]));
    if (environment.variables['NEWS_DEBUG'] === '1') {
      const stack = (said.cause as Error | undefined)?.stack ?? said.stack ?? '';
      writeError(...stack.split('\n'));
    }
    return exitStatus(said);
  } finally {
    for (const [what, milliseconds] of environment.marks()) {
      writeError(`${milliseconds.toFixed(1).padStart(8)} ms  ${what}`);
    }
  }
}

async function run(
  argv: readonly string[],
  environment: Environment,
  messages: Messages,
): Promise<number> {
  const shortcut = shortcutFor(argv);
  if (shortcut?.kind === 'version') {
    writeOut(`${manifest.version}\n`);
    return 0;
  }
  if (shortcut !== undefined) return runShortcut(shortcut, environment);
  const { program } = await import('./cli/program.ts');
  return program(argv, messages, { environment, version: manifest.version, write: writeOut });
}

/** `--language de` or `--language=de`, read ahead of all other flags: help and errors need it first. */
function wishedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}

function unforeseen(error: unknown, { errors }: Messages): NewsError {
  const system = (error instanceof OutputFailed ? error.cause : error) as NodeJS.ErrnoException;
  const reason = errors.reason[system?.code ?? ''] ?? system?.message ?? String(system);
  if (error instanceof OutputFailed)
    return new NewsError('output', errors.output(reason), undefined, system);
  const sentence = system?.path ? errors.unreadable(system.path, reason) : reason;
  return new NewsError('unreadable', sentence.split('\n')[0] ?? '', errors.debugHint, error);
}

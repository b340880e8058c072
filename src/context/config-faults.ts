// What is wrong with the themes of the config file, and the place of each fault. What a theme may be is
// decided elsewhere; here it is asked, one role at a time.

import { NewsError } from '../errors.ts';
import { pathKey } from '../settings/config.ts';
import type { Context } from './context.ts';
import { themeOf } from './themes.ts';

/** What is needed to find a fault and to say where it is. */
export type Asked = Pick<Context, 'settings' | 'folders' | 'places' | 'messages'>;

/** Faults of the themes that the config file describes. */
export function themeFaults(context: Asked): readonly NewsError[] {
  const { settings, messages } = context;
  return Object.entries(settings.themes).flatMap(([name, own]) => {
    const ask = (theme: unknown) =>
      wrong(() => themeOf({ ...settings, theme: name, themes: { [name]: theme } }, true, messages));
    if (typeof own !== 'object' || own === null) {
      return placed(ask(own), ['themes', name], context);
    }
    // With a wrong base every role would be wrong as well.
    const { base, ...roles } = own as Record<string, unknown>;
    return [
      ...(base === undefined ? [] : placed(ask({ base }), ['themes', name, 'base'], context)),
      ...Object.entries(roles).flatMap(([role, style]) =>
        placed(ask({ [role]: style }), ['themes', name, role], context),
      ),
    ];
  });
}

/** The error that asking throws, if it is about what was written. */
export function wrong(ask: () => unknown): NewsError | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof NewsError) return error;
    throw error;
  }
}

/** The fault with its place before it, where the config file is where it came from. */
export function placed(
  error: NewsError | undefined,
  path: readonly string[],
  { places, folders }: Asked,
): readonly NewsError[] {
  if (!error) return [];
  const place = places.get(pathKey(path));
  if (!place) return [error];
  const at = `${folders.configFile}:${place.line}:${place.column}`;
  return [new NewsError(error.code, `${at}: ${error.message}`, error.hint)];
}

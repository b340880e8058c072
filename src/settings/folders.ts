// Where things are kept: the XDG folders, and their Windows counterparts.

import { isAbsolute, join } from 'node:path';
import type { Environment } from './environment.ts';

export interface Folders {
  readonly articles: string;
  readonly configFile: string;
  readonly cache: string;
  readonly history: string;
  /** What is remembered of the full-screen reader. */
  readonly state: string;
}

/** All folders, absolute; a relative XDG variable is ignored, as the XDG specification asks. */
export function foldersOf(environment: Environment): Folders {
  const { variables, platform, home } = environment;
  const xdg = (name: string, ...fallback: readonly string[]): string => {
    const given = variables[name];
    if (given && isAbsolute(given)) return given;
    const local = variables['LOCALAPPDATA'];
    if (platform === 'win32' && local) return local;
    return join(home, ...fallback);
  };
  const windows = platform === 'win32';
  const state = join(xdg('XDG_STATE_HOME', '.local', 'state'), 'news');
  return {
    articles: join(xdg('XDG_DATA_HOME', '.local', 'share'), 'news', 'articles'),
    configFile: join(xdg('XDG_CONFIG_HOME', '.config'), 'news', 'config.yaml'),
    cache: join(xdg('XDG_CACHE_HOME', '.cache'), 'news', ...(windows ? ['cache'] : [])),
    history: join(state, 'history'),
    state,
  };
}

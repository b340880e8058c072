// Keeps what was set in the full-screen reader in the config file: whole or not at all, and where the file
// is a link, at its end.

import { accessSync, chmodSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Context } from '../../context/context.ts';
import { reasonOf } from '../../context/faults.ts';
import { writeWhole } from '../../library/write/whole-file.ts';

/** Milliseconds without another press after which a width is kept. */
const SETTLED = 300;

export interface WidthKeeper {
  /** Keeps a width soon; of several in a row the last. Rejects with a sentence that says why not. */
  keep(columns: number): Promise<void>;
  /** Keeps at once what still waits. Never rejects. */
  settle(): Promise<void>;
}

export function widthKeeper(context: Context): WidthKeeper {
  let timer: NodeJS.Timeout | undefined;
  let last: number | undefined;
  const write = async (): Promise<void> => {
    clearTimeout(timer);
    const columns = last;
    last = undefined;
    if (columns !== undefined) await keepSetting(context, 'textWidth', columns);
  };
  return {
    keep(columns) {
      last = columns;
      clearTimeout(timer);
      return new Promise((resolve, reject) => {
        timer = setTimeout(() => void write().then(resolve, reject), SETTLED);
      });
    },
    settle: () => write().catch(() => undefined),
  };
}

async function keepSetting(
  { folders, messages }: Context,
  key: string,
  value: number,
): Promise<void> {
  const { withSetting } = await import('../../settings/config-edit.ts');
  try {
    const { path, source, mode } = fileAsItIs(folders.configFile);
    const text = withSetting(source, key, value);
    if (text === undefined) throw new Error(messages.errors.noMap(path));
    if (text === source) return;
    writeWhole(path, text);
    if (mode !== undefined) chmodSync(path, mode);
  } catch (error) {
    throw new Error(reasonOf(error, messages));
  }
}

/** The file's text, empty where there is none. Throws what the file system throws, and where it may not be written. */
function fileAsItIs(path: string): {
  readonly path: string;
  readonly source: string;
  readonly mode?: number;
} {
  try {
    const real = realpathSync(path);
    accessSync(real, constants.W_OK);
    return { path: real, source: readFileSync(real, 'utf8'), mode: statSync(real).mode & 0o777 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { path, source: '' };
  }
}

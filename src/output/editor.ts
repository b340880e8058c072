// Opens a file in the reader's editor, which has the terminal until it is closed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `$VISUAL`, `$EDITOR`, else the platform's usual one; for a shell, as git does. */
export function editorCommand(
  variables: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  return variables['VISUAL'] || variables['EDITOR'] || (platform === 'win32' ? 'notepad' : 'vi');
}

/** `keys` is the descriptor of the terminal. Resolves when the editor ends well; throws an Error that says how it ended otherwise. */
export async function edit(
  command: string,
  path: string,
  platform: NodeJS.Platform,
  keys = 0,
): Promise<void> {
  const { spawn } = await import('node:child_process');
  await new Promise<void>((resolve, reject) => {
    const stdio: [number, 'inherit', 'inherit'] = [keys, 'inherit', 'inherit'];
    // The path is an argument of the shell's, never part of its text.
    const child =
      platform === 'win32'
        ? spawn(command, [path], { stdio })
        : spawn('/bin/sh', ['-c', `${command} "$1"`, 'sh', path], { stdio });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve();
      else reject(new Error(`${command}: ${signal ?? status}`));
    });
  });
}

/** What the editor made of `text`; undefined where it is as it was. Throws as `edit` does. */
export async function compose(
  text: string,
  ...[command, platform, keys]: [string, NodeJS.Platform, number]
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'news-note-'));
  const path = join(folder, 'note.md');
  try {
    writeFileSync(path, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    await edit(command, path, platform, keys);
    const written = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n').trim();
    return written === text.trim() ? undefined : written;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Opens a file in the reader's editor, which has the terminal until it is closed.

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

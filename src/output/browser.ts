// Hands a web address to the reader's browser: one parsed URL as one argument, never through a shell.

export interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/** The address as a browser may get it, or undefined where it is not http(s). */
export function webAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

/** Openers to try: `$BROWSER` (colons; `%s` is the address), else the platform's. */
export function openersFor(
  url: string,
  variable: string | undefined,
  platform: NodeJS.Platform,
): readonly Opener[] {
  const own = (variable ?? '')
    .split(platform === 'win32' ? ';' : ':')
    .map((entry) => entry.trim().split(/\s+/))
    .filter(([command]) => command)
    .map(([command = '', ...words]) => ({
      command,
      args: words.some((word) => word.includes('%s'))
        ? words.map((word) => word.replaceAll('%s', () => url))
        : [...words, url],
    }));
  if (own.length > 0) return own;
  if (platform === 'darwin') return [{ command: 'open', args: [url] }];
  if (platform === 'win32') {
    return [{ command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }];
  }
  return [{ command: 'xdg-open', args: [url] }];
}

/** Starts the first opener that can be; resolves to it when it ends, for w3m keeps the terminal. */
export async function openInBrowser(openers: readonly Opener[]): Promise<string | undefined> {
  const { spawn } = await import('node:child_process');
  for (const { command, args } of openers) {
    const ran = await new Promise<boolean>((resolve) => {
      const child = spawn(command, args, { stdio: 'inherit' });
      child.on('error', () => resolve(false));
      child.on('close', (status) => resolve(status === 0));
    });
    if (ran) return command;
  }
  return undefined;
}

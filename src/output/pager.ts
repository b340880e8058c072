// Whether to page, with which command, and the paging itself. The decision is data and is made before
// anything is spawned.

/** How a page reaches the reader. */
export type Paging =
  | { readonly kind: 'none' }
  | { readonly kind: 'less' }
  /** The user's own words, for a shell, as git does. */
  | { readonly kind: 'command'; readonly command: string };

export interface PagingFacts {
  readonly tty: boolean;
  /** Lines of the page, and of the screen. */
  readonly lines: number;
  readonly rows: number;
  /** From flag, environment or config: a command, false for never, undefined for whatever is usual. */
  readonly pager: string | false | undefined;
  /** `$PAGER`. */
  readonly variable: string | undefined;
}

/** Pages only what is taller than the screen, and only on a terminal. */
export function decidePaging({ tty, lines, rows, pager, variable }: PagingFacts): Paging {
  if (!tty || pager === false || lines < rows) return { kind: 'none' };
  const command = pager ?? variable;
  if (command === undefined || command.trim() === '' || command.trim() === 'less') {
    return { kind: 'less' };
  }
  return command.trim() === 'cat' ? { kind: 'none' } : { kind: 'command', command };
}

/**
 * Shows `text` in the pager and resolves to true when it was shown; false where the pager could not
 * be started (the caller prints instead). A pager left early is no error.
 */
export async function page(
  paging: Exclude<Paging, { kind: 'none' }>,
  text: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  const env = { LESS: 'FRX', LESSCHARSET: 'utf-8', ...variables };
  const child =
    paging.kind === 'less'
      ? spawn('less', [], { stdio: ['pipe', 'inherit', 'inherit'], env })
      : spawn(paging.command, { stdio: ['pipe', 'inherit', 'inherit'], env, shell: true });
  // Ctrl-C belongs to the pager while it runs.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    return await new Promise<boolean>((resolve) => {
      child.on('error', () => resolve(false));
      // A shell says 127 for a command that is not there, 126 for one that can't be run.
      child.on('close', (code) => resolve(code !== 127 && code !== 126));
      child.stdin?.on('error', ignore);
      child.stdin?.end(text);
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}

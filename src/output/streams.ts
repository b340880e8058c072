// The terminal's own streams, for who draws on the whole screen.

export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Descriptor that the keys come from, for programs that are handed the terminal. */
  readonly keys: number;
  close(): void;
}

/**
 * The terminal as streams, with keys from the controlling terminal as less has them; undefined without one.
 */
export async function terminalStreams(isTerminal: boolean): Promise<TerminalStreams | undefined> {
  const { stdin, stdout } = process;
  if (isTerminal) return { stdin, stdout, keys: 0, close: () => undefined };
  const { openSync } = await import('node:fs');
  const { ReadStream } = await import('node:tty');
  try {
    const keys = openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r+');
    const own = new ReadStream(keys);
    return { stdin: own, stdout, keys, close: () => void own.destroy() };
  } catch {
    return undefined;
  }
}

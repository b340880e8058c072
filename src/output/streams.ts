// The terminal's own streams, for who draws on the whole screen.

/** Standard input and output as terminal streams. */
export function terminalStreams(): {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
} {
  return { stdin: process.stdin, stdout: process.stdout };
}

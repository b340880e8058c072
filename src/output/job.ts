// Job control: stopping as the shell expects it, so that `fg` brings the reader back.

/** Stops this process and its group; resolves when it goes on. Does nothing on Windows. */
export function stopUntilContinued(): Promise<void> {
  if (process.platform === 'win32') return Promise.resolve();
  return new Promise((resolve) => {
    process.once('SIGCONT', () => resolve());
    process.kill(0, 'SIGTSTP');
  });
}

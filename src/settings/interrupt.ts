// Ctrl-C as a signal to work that can be stopped in good order.

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Lets Ctrl-C end the program again at once. */
  end(): void;
}

/** The first SIGINT or SIGTERM (and SIGHUP with `hangup`) aborts the signal, the second ends the program. */
export function onInterrupt({ hangup = false } = {}): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    end();
    controller.abort();
  };
  const end = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    if (hangup) process.off('SIGHUP', stop);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (hangup) process.on('SIGHUP', stop);
  return { signal: controller.signal, end };
}

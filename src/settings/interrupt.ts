// Ctrl-C as a signal to work that can be stopped in good order.

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Lets Ctrl-C end the program again at once. */
  end(): void;
}

/**
 * From now on the first SIGINT or SIGTERM aborts the signal; a second one ends the program. With `hangup`
 * a closed terminal does so too: not for work that may run on under nohup.
 */
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

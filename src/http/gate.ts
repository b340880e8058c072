// How many requests run at once: so many a host, so many in all; the others wait in their order.

export interface Gate {
  /** Resolves when it is this one's turn; call what it gives when done. */
  enter(host: string): Promise<() => void>;
}

interface Waiting {
  readonly host: string;
  readonly go: () => void;
}

/** A gate for `perHost` requests a host and `overall` in all. */
export function makeGate(perHost: number, overall: number): Gate {
  const running = new Map<string, number>();
  const waiting = new Set<Waiting>();
  let total = 0;

  const isFree = (host: string): boolean => total < overall && (running.get(host) ?? 0) < perHost;
  const take = (host: string): void => {
    total++;
    running.set(host, (running.get(host) ?? 0) + 1);
  };
  const leave = (host: string): void => {
    total--;
    const left = (running.get(host) ?? 1) - 1;
    if (left === 0) running.delete(host);
    else running.set(host, left);
    for (const one of waiting) {
      if (!isFree(one.host)) {
        if (total >= overall) break;
        continue;
      }
      waiting.delete(one);
      take(one.host);
      one.go();
      break;
    }
  };
  const once = (host: string): (() => void) => {
    let left = false;
    return () => {
      if (!left) leave(host);
      left = true;
    };
  };
  return {
    async enter(host) {
      if (isFree(host)) take(host);
      else await new Promise<void>((go) => waiting.add({ host, go }));
      return once(host);
    },
  };
}

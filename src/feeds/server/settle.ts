// What an article's marks come to where two sides may have changed them: a merge of three, and by time where
// both have. Pure.

export interface Mark {
  readonly read: boolean;
  readonly starred: boolean;
}

export type MarkName = keyof Mark;
const NAMES: readonly MarkName[] = ['read', 'starred'];

/** The marks of one item. Times in milliseconds. */
export interface Sides {
  /** What both sides had when they last agreed; undefined where they never did. */
  readonly agreed: Mark | undefined;
  readonly here: Mark;
  readonly there: Mark;
  /** When the reader set marks here since then. */
  readonly touched: Partial<Readonly<Record<MarkName, number>>>;
  /** When the server last changed the item, where it says so. */
  readonly changed?: number | undefined;
}

/** What the server is to be told, and what is to be taken over from it. */
export interface Settled {
  readonly send: Partial<Mark>;
  readonly take: Partial<Mark>;
}

export function settle({ agreed, here, there, touched, changed }: Sides): Settled {
  const send: { -readonly [N in MarkName]?: boolean } = {};
  const take: { -readonly [N in MarkName]?: boolean } = {};
  for (const name of NAMES) {
    if (here[name] === there[name]) continue;
    const at = touched[name];
    // Two that never agreed: what was read or starred on either side is so.
    const isOurs =
      agreed === undefined
        ? here[name]
        : here[name] !== agreed[name] || (at !== undefined && (changed ?? 0) <= at);
    if (isOurs) send[name] = here[name];
    else take[name] = there[name];
  }
  return { send, take };
}

/** Whether the time of the server's change decides: it has changed a mark that the reader has touched here. */
export function isDisputed({ agreed, here, there, touched }: Sides): boolean {
  return NAMES.some(
    (name) =>
      agreed !== undefined &&
      here[name] !== there[name] &&
      here[name] === agreed[name] &&
      touched[name] !== undefined,
  );
}

// The articles before and after one, as it names them itself: by their titles.

export interface NamedNeighbours {
  readonly previous?: string;
  readonly next?: string;
}

export function neighboursOf(
  previous: string | undefined,
  next: string | undefined,
): NamedNeighbours | undefined {
  if (previous === undefined && next === undefined) return undefined;
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

// Binary search, the one of the program. It knows nothing of what is searched.

/** The first index in [0, `count`) for which `isBefore` is false, else `count` (C++'s `partition_point`). */
export function partitionPoint(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

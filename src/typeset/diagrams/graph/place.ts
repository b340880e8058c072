// Places along a layer: each cell as near to its neighbours' middle as order and gaps allow.

/** Something with a wish: its size, where its middle would like to be, and how much it matters. */
export interface Wish {
  readonly size: number;
  readonly middle: number;
  readonly weight: number;
  /** Least blanks between it and the next. */
  readonly gap: number;
}

/** First cells of ordered items without overlaps, least squares (pooling adjacent violators). */
export function settle(wishes: readonly Wish[]): number[] {
  const pools: { sum: number; weight: number; count: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { size, middle, weight, gap } of wishes) {
    offsets.push(offset);
    const start = middle - (size - 1) / 2 - offset;
    pools.push({ sum: start * weight, weight, count: 1 });
    offset += size + gap;
    while (pools.length > 1) {
      const last = pools.at(-1)!;
      const before = pools.at(-2)!;
      if (before.sum / before.weight <= last.sum / last.weight) break;
      pools.splice(-2, 2, {
        sum: before.sum + last.sum,
        weight: before.weight + last.weight,
        count: before.count + last.count,
      });
    }
  }
  const starts: number[] = [];
  for (const { sum, weight, count } of pools) {
    const start = Math.round(sum / weight);
    for (let item = 0; item < count; item++) starts.push(start + offsets[starts.length]!);
  }
  return starts;
}

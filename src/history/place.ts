/** A place in an article that survives another width: top-level block, and characters into its text. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

export function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { block, offset } = value as Partial<Record<keyof Place, unknown>>;
  return isCount(block) && isCount(offset);
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

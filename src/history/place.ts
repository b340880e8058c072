/** A place in an article that survives another width: top-level block, and characters into its text. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

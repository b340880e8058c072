// What can be wrong with an article's file, as codes and their parameters. The sentences are said elsewhere.

/** One kind of fault and what its sentence needs. Field names are those of the front matter. */
export type FaultCause =
  /** The YAML itself; `problem` is the parser's own code, `text` its English words. */
  | { readonly code: 'yaml'; readonly problem: string; readonly text: string }
  /** The same of TOML. */
  | { readonly code: 'toml'; readonly text: string }
  /** `---` opens front matter that is never closed. */
  | { readonly code: 'front-matter-open' }
  | { readonly code: 'not-a-mapping' }
  | { readonly code: 'wrong-type'; readonly field: string; readonly expected: FieldType }
  | { readonly code: 'empty'; readonly field: string }
  | { readonly code: 'not-a-date'; readonly field: string; readonly value: string }
  | { readonly code: 'not-a-language'; readonly field: string; readonly value: string }
  | { readonly code: 'not-a-url'; readonly field: string; readonly value: string }
  | { readonly code: 'not-an-order'; readonly field: string; readonly value: string }
  /** A field that is likely a slip for another: `titel` for `title`. */
  | { readonly code: 'unknown-field'; readonly field: string; readonly meant: string }
  | { readonly code: 'unreadable'; readonly reason: string }
  /** Sizes in bytes. */
  | { readonly code: 'too-large'; readonly size: number; readonly limit: number }
  /** Bytes that are no UTF-8 stand as U+FFFD. */
  | { readonly code: 'invalid-bytes' };

export type FieldType = 'text' | 'list' | 'boolean' | 'source';

/** A fault with its place in the file, both counted from 1. */
export type Fault = FaultCause & { readonly line: number; readonly column: number };

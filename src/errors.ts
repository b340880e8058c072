// The one failure that reaches a person: code, sentence, hint; and its exit status.

/** What went wrong, as a program would ask it. */
export type NewsErrorCode =
  | 'not-found'
  | 'faults-found'
  | 'usage'
  | 'ambiguous'
  | 'unreadable'
  | 'output'
  | 'interrupted';

const STATUS: Readonly<Record<NewsErrorCode, number>> = {
  'not-found': 1,
  'faults-found': 1,
  usage: 2,
  ambiguous: 2,
  unreadable: 2,
  output: 2,
  interrupted: 130,
};

/** An error meant for the reader's eyes: `news: message`, then at most one line of `hint`. */
export class NewsError extends Error {
  readonly code: NewsErrorCode;
  /** One line that says what to do. */
  readonly hint: string | undefined;

  constructor(code: NewsErrorCode, message: string, hint?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'NewsError';
    this.code = code;
    this.hint = hint;
  }
}

/** The exit status (0 to 255) of a run that ended with `error`: 1 nothing found, 2 wrong use, 130 interrupted. */
export function exitStatus(error: unknown): number {
  return error instanceof NewsError ? STATUS[error.code] : 2;
}

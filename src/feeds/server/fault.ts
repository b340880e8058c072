// What stops a synchronisation, as what is remembered of it.

import type { Failure } from '../../http/answer.ts';
import { type Trouble, troubleOfFailure } from '../store/feed-state.ts';

export class ServerFault extends Error {
  readonly trouble: Trouble;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number;

  constructor(trouble: Trouble, retryAfter = 0) {
    super(trouble.code);
    this.trouble = trouble;
    this.retryAfter = retryAfter;
  }
}

/** A request that failed: of the server's own kind where it does not let us in. */
export function faultOf(failure: Failure): ServerFault {
  const { status, host, retryAfter } = failure;
  if (status === 401 || status === 403) return new ServerFault({ code: 'sign-in', host });
  if (status === 404 || status === 405) return new ServerFault({ code: 'no-server', host });
  return new ServerFault(troubleOfFailure(failure), retryAfter);
}

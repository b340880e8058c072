// What is asked of the network and what comes back, as data.

/** Limits of one request, its redirects included. Times in milliseconds, sizes in bytes. */
export interface Limits {
  readonly connect: number;
  /** From the connection to the answer's head. */
  readonly firstByte: number;
  /** From the beginning to the last byte. */
  readonly whole: number;
  /** Of the body, once it is decompressed. */
  readonly bytes: number;
  readonly redirects: number;
  /** How long a `Retry-After` may make it wait; 0 never waits. */
  readonly patience: number;
}

export const LIMITS: Limits = {
  connect: 10_000,
  firstByte: 20_000,
  whole: 60_000,
  bytes: 32 * 1024 * 1024,
  redirects: 10,
  patience: 0,
};

export interface Ask {
  /** Who named the address: a stranger's, redirects included, never leads to private networks. */
  readonly by: 'reader' | 'stranger';
  /** Overrides the client's limits one by one. */
  readonly limits?: Partial<Limits>;
  /** Media types, as `Accept` has them. */
  readonly accept?: string;
  /** What an earlier answer said of itself; makes the request conditional. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** In the place of the address' own credentials; goes to no other host. */
  readonly authorization?: string | undefined;
  /** Posted, as application/x-www-form-urlencoded. A form follows no redirect, and may come twice. */
  readonly form?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Of an answer's head; names in lower case, lists joined by commas. */
export type Headers = Readonly<Record<string, string>>;

/** A document, whole and decompressed. */
export interface Fetched {
  readonly kind: 'fetched';
  /** Where it was found in the end; never with credentials. */
  readonly address: string;
  /** Where it has moved for good, if all redirects from the asked address on are permanent (301, 308). */
  readonly movedTo?: string;
  readonly status: number;
  readonly headers: Headers;
  /** Media type without parameters, in lower case; empty where none is said. */
  readonly type: string;
  readonly charset?: string;
  readonly bytes: Buffer;
  /** It lies on loopback or a private network: what it names may be asked for `by: 'reader'`. */
  readonly isPrivate: boolean;
}

/** 304: what is at hand is still right. */
export interface NotModified {
  readonly kind: 'not-modified';
  readonly address: string;
  readonly movedTo?: string;
  readonly headers: Headers;
  readonly isPrivate: boolean;
}

export type FailureCode =
  /** Not http or https, or no address at all. */
  | 'address'
  /** A stranger's address on the reader's own network. */
  | 'private'
  | 'offline'
  | 'unresolved'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'cut'
  | 'tls'
  | 'status'
  | 'redirects'
  | 'large'
  | 'encoding'
  | 'proxy'
  /** No HTTP. */
  | 'protocol'
  | 'aborted';

export interface Failure {
  readonly kind: 'failed';
  readonly code: FailureCode;
  /** The address that failed, without credentials. */
  readonly address: string;
  readonly host: string;
  /** Of code `status`. */
  readonly status?: number;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter?: number;
  /** Of code `tls` and `timeout`, which; of others, the system's own word. */
  readonly detail?: string;
  /** Of code `large`: bytes. */
  readonly limit?: number;
  /** Whether it may well work later. */
  readonly passing: boolean;
}

export type Answer = Fetched | NotModified | Failure;

export interface Client {
  /** Asks for an address. Never throws: what goes wrong is a Failure. */
  get(address: string, ask: Ask): Promise<Answer>;
  close(): Promise<void>;
}

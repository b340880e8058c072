// What collecting is given and whom it tells, as data.

import type { Client, Failure } from '../../http/answer.ts';
import type { Put, PutOptions, Shelf } from '../../library/write/shelf.ts';
import type { IncomingArticle, ListedAddress, RefusalReason } from '../incoming.ts';
import type { Origin } from '../read-document.ts';
import type { Wishes } from './article-fields.ts';

/** What is to be brought in. */
export type Source =
  | { readonly kind: 'address'; readonly address: string }
  | {
      readonly kind: 'bytes';
      readonly name: string;
      readonly origin: Origin;
      /** Throws where it can't be read. */
      readonly read: () => Uint8Array;
    };

/** Why something did not come in. */
export type Why =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'refusal'; readonly reason: RefusalReason; readonly detail?: string }
  | { readonly kind: 'system'; readonly error: unknown };

export interface Witness {
  kept(put: Put, article: IncomingArticle, entry: ListedAddress | undefined): void;
  failed(source: string, why: Why): void;
  /** Of what is known so far. */
  progress(done: number, total: number): void;
  /** Takes the article in place of the shelf. */
  readonly print?: ((article: IncomingArticle & { readonly title: string }) => void) | undefined;
}

export interface CollectOptions extends Wishes {
  readonly shelf: Shelf;
  /** Opened when the first address is asked for. */
  readonly client: () => Promise<Client>;
  /** Of the series that was asked for; else `fallback`, or a book's own. */
  readonly series: string | undefined;
  readonly fallback: string;
  /** Whether next links are followed, and how many articles there may be. */
  readonly all: boolean;
  readonly limit: number;
  readonly pictures: boolean;
  readonly witness: Witness;
  readonly signal?: AbortSignal | undefined;
  /** Reads a file beside a page that was saved with its pictures. */
  readonly readBeside?: ((address: string, page: string) => Uint8Array | undefined) | undefined;
}

export interface Got {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  /** It lies on the reader's own network: what it names there may be asked for. */
  readonly isPrivate?: boolean;
}

/** Where an article goes, beside the options. */
export interface Shelving extends PutOptions {
  readonly series?: string;
  readonly entry?: ListedAddress;
}

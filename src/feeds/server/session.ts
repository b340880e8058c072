// The Google Reader API, as Miniflux and FreshRSS speak it: signed in once, then asked in JSON. What it
// gives is checked, never believed. No name or password is in any error.

import type { Client, Fetched, Limits } from '../../http/answer.ts';
import { addressOf } from '../parse/links.ts';
import { lineOfText } from '../parse/text.ts';
import { faultOf, ServerFault } from './fault.ts';
import { longId } from './item-ids.ts';

export interface Account {
  readonly user: string;
  readonly password: string;
}

export interface Subscription {
  /** `feed/42`. */
  readonly id: string;
  readonly title: string;
  /** Address of the feed. */
  readonly url: string;
  readonly labels: readonly string[];
}

/** Items of a stream; not `whole` where there are more than are read. */
export interface Stream {
  readonly ids: readonly string[];
  readonly whole: boolean;
}

export const STATE = 'user/-/state/com.google/';

export interface Session {
  /** Where the server is, as a URL is written. */
  readonly address: string;
  subscriptions(): Promise<readonly Subscription[]>;
  /** The names (long form) of a stream's items. `without` leaves out those of another; `since` in seconds. */
  ids(stream: string, wish?: { without?: string; since?: number }): Promise<Stream>;
  /** What the server has of items, unchecked. */
  contents(ids: readonly string[]): Promise<readonly unknown[]>;
  /** Gives items a state or takes it from them. */
  mark(ids: readonly string[], state: string, isOn: boolean): Promise<void>;
  /** Subscribes to an address; false where the server finds no feed there. */
  subscribe(address: string): Promise<boolean>;
  unsubscribe(id: string): Promise<void>;
}

const LIMITS: Partial<Limits> = { bytes: 32 * 1024 * 1024, whole: 60_000 };
/** Names in one answer, and answers that are asked for. */
const PAGE = 1000;
const MOST_PAGES = 100;
/** Where FreshRSS has its API below the address that people know. */
const BELOW = ['', '/api/greader.php'];

/** Signs in. Throws a ServerFault, here and in all that the session does. */
export async function signIn(
  address: string,
  { user, password }: Account,
  client: Client,
  signal: AbortSignal | undefined,
): Promise<Session> {
  const form = new URLSearchParams({ Email: user, Passwd: password }).toString();
  const root = address.replace(/\/+$/, '');
  for (const [at, path] of BELOW.entries()) {
    const base = root + path;
    const answer = await client.get(`${base}/accounts/ClientLogin`, {
      by: 'reader',
      form,
      limits: LIMITS,
      signal,
    });
    signal?.throwIfAborted();
    const auth = answer.kind === 'fetched' ? authOf(answer.bytes.toString()) : undefined;
    if (auth !== undefined) return open(base, auth, client, signal);
    const isElsewhere = answer.kind !== 'failed' || answer.status === 404 || answer.status === 405;
    if (at + 1 < BELOW.length && isElsewhere) continue;
    if (answer.kind === 'failed') throw faultOf(answer);
    throw new ServerFault({ code: 'no-server', host: URL.parse(address)?.host ?? '' });
  }
  throw new ServerFault({ code: 'no-server' });
}

const authOf = (text: string): string | undefined =>
  /^Auth=([\x21-\x7e]{1,2000})$/m.exec(text)?.[1];

function open(
  base: string,
  auth: string,
  client: Client,
  signal: AbortSignal | undefined,
): Session {
  const api = `${base}/reader/api/0`;
  const host = URL.parse(base)?.host ?? '';
  let token: string | undefined;

  async function ask(path: string, form?: string): Promise<Fetched> {
    const answer = await client.get(`${api}/${path}`, {
      by: 'reader',
      accept: 'application/json',
      authorization: `GoogleLogin auth=${auth}`,
      form,
      limits: LIMITS,
      signal,
    });
    signal?.throwIfAborted();
    if (answer.kind === 'fetched') return answer;
    if (answer.kind === 'failed') throw faultOf(answer);
    throw new ServerFault({ code: 'no-server', host });
  }

  async function post(path: string, fields: readonly (readonly [string, string])[]) {
    token ??= (await ask('token')).bytes.toString().trim().slice(0, 2000);
    const form = new URLSearchParams([...fields.map(([...field]) => field), ['T', token]]);
    return ask(path, form.toString());
  }

  function listIn({ bytes }: Fetched, field: string): { list: readonly unknown[]; value: Values } {
    try {
      const value = JSON.parse(bytes.toString()) as Values;
      const list = value[field];
      if (Array.isArray(list)) return { list, value };
    } catch {
      // Cut off, or a page for people.
    }
    throw new ServerFault({ code: 'no-server', host });
  }

  return {
    address: new URL(base).href,
    async subscriptions() {
      const { list } = listIn(await ask('subscription/list?output=json'), 'subscriptions');
      return list.flatMap((one) => subscriptionOf(one as Values) ?? []);
    },
    async ids(stream, { without, since } = {}) {
      const ids = new Set<string>();
      let next: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = new URLSearchParams({ output: 'json', s: stream, n: String(PAGE) });
        if (without !== undefined) query.set('xt', without);
        if (since !== undefined) query.set('ot', String(since));
        if (next !== undefined) query.set('c', next);
        const { list, value } = listIn(await ask(`stream/items/ids?${query}`), 'itemRefs');
        const before = ids.size;
        for (const one of list) {
          const id = longId((one as Values | null)?.['id']);
          if (id !== undefined) ids.add(id);
        }
        const more = value['continuation'];
        next = typeof more === 'string' || typeof more === 'number' ? String(more) : '';
        // A server that sends on and on to what it has sent already is done.
        if (next === '' || ids.size === before) return { ids: [...ids], whole: true };
      }
      return { ids: [...ids], whole: false };
    },
    async contents(ids) {
      const fields = ids.map((id) => ['i', id] as const);
      const answer = await post('stream/items/contents', [['output', 'json'], ...fields]);
      return listIn(answer, 'items').list;
    },
    async mark(ids, state, isOn) {
      await post('edit-tag', [
        [isOn ? 'a' : 'r', STATE + state],
        ...ids.map((id) => ['i', id] as const),
      ]);
    },
    async subscribe(address) {
      const answer = await post('subscription/quickadd', [['quickadd', address]]);
      try {
        return Number((JSON.parse(answer.bytes.toString()) as Values)['numResults']) > 0;
      } catch {
        return false;
      }
    },
    async unsubscribe(id) {
      await post('subscription/edit', [
        ['ac', 'unsubscribe'],
        ['s', id],
      ]);
    },
  };
}

type Values = Readonly<Record<string, unknown>>;

function subscriptionOf(value: Values | null): Subscription | undefined {
  const { id, title, url, categories } = value ?? {};
  const address = addressOf(typeof url === 'string' ? url : undefined, undefined);
  if (typeof id !== 'string' || address === undefined) return undefined;
  const labels = (Array.isArray(categories) ? categories : []).flatMap((one) => {
    const label = (one as Values | null)?.['label'];
    return typeof label === 'string' ? [lineOfText(label).slice(0, 100)] : [];
  });
  return { id, url: address, title: typeof title === 'string' ? lineOfText(title) : '', labels };
}

// The one client: asks, follows redirects, gives the document or says why not. No cookies.

import type { LookupFunction } from 'node:net';
import { isPrivateHost, shownAddress, webUrl } from './addresses.ts';
import {
  type Answer,
  type Ask,
  type Client,
  type Failure,
  type Headers,
  LIMITS,
  type Limits,
} from './answer.ts';
import { ACCEPTED, readBody } from './body.ts';
import { makeConnections } from './connections.ts';
import { basic, type Credentials, credentialsOf } from './credentials.ts';
import { failure, failureOf } from './faults.ts';
import { makeGate } from './gate.ts';
import { proxyFor, type Variables } from './proxy.ts';
import { retryAfter } from './retry-after.ts';

export interface ClientOptions {
  /** Of the program; it calls itself `news/VERSION`. */
  readonly version: string;
  /** The environment's, for the proxies. */
  readonly variables?: Variables;
  readonly limits?: Partial<Limits>;
  /** Requests at once. */
  readonly perHost?: number;
  readonly overall?: number;
  /** What a netrc file has for a host. */
  readonly credentials?: (host: string) => Credentials | undefined;
  /** Resolves names, in place of the system's. */
  readonly lookup?: LookupFunction;
}

const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ACCEPT = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8';

export function openClient(options: ClientOptions): Client {
  const { version, variables = {}, perHost = 6, overall = 24 } = options;
  const connections = makeConnections({ ...LIMITS, ...options.limits }, options.lookup);
  const gate = makeGate(perHost, overall);
  /** Hosts that asked to be left alone, and until when. */
  const resting = new Map<string, { readonly until: number; readonly said: Failure }>();

  async function hop(url: URL, trust: Trust, ask: Ask, limits: Limits, clock: Clock) {
    const proxy = proxyFor(url, variables);
    const known = trust.reach === 'public' && isPrivateHost(url.hostname);
    if (known) return failure('private', url);
    const leave = await gate.enter(url.host);
    const { signal } = clock;
    try {
      clock.start();
      signal.throwIfAborted();
      const answer = await connections.of(trust.reach, proxy).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        ...(ask.form === undefined ? { method: 'GET' } : { method: 'POST', body: ask.form }),
        headers: headersFor(ask, trust, version),
        signal,
        headersTimeout: limits.firstByte,
        bodyTimeout: limits.firstByte,
      });
      const headers = plainHeaders(answer.headers);
      const isPrivate =
        proxy === undefined ? connections.isPrivate(url) : isPrivateHost(url.hostname);
      const status = answer.statusCode;
      if (status < 200 || status > 299) {
        // A short body keeps the connection, a long one is not waited for.
        await answer.body.dump({ limit: 16 * 1024 }).catch(() => undefined);
        return { status, headers, isPrivate };
      }
      if (Number(headers['content-length']) > limits.bytes) {
        answer.body.on('error', () => undefined).destroy();
        return failure('large', url, { limit: limits.bytes });
      }
      const bytes = await readBody(answer.body, headers['content-encoding'] ?? '', limits.bytes);
      return { status, headers, isPrivate, bytes };
    } finally {
      leave();
    }
  }

  async function follow(first: URL, ask: Ask, limits: Limits, clock: Clock) {
    let url = first;
    let reach: Trust['reach'] = ask.by === 'reader' ? 'anywhere' : 'public';
    let permanent = true;
    let movedTo: string | undefined;
    const credentials = credentialsOf(first) ?? options.credentials?.(first.hostname);
    const authorization = ask.authorization ?? (credentials && basic(credentials));
    for (let count = 0; ; count++) {
      const mine = sameHost(first, url) ? authorization : undefined;
      const rest = resting.get(url.host);
      if (rest && rest.until > Date.now()) {
        return { ...rest.said, address: shownAddress(url), retryAfter: rest.until - Date.now() };
      }
      const got = await hop(url, { reach, authorization: mine }, ask, limits, clock).catch(
        (error: unknown) => failureOf(error, url, limits.bytes),
      );
      if ('kind' in got) return got;
      const { status, headers, isPrivate } = got;
      const found = {
        address: shownAddress(url),
        ...(movedTo ? { movedTo } : {}),
        headers,
        isPrivate,
      };
      if (got.bytes) {
        return { kind: 'fetched', ...found, status, ...typeOf(headers), bytes: got.bytes } as const;
      }
      if (status === 304) return { kind: 'not-modified', ...found } as const;
      const target = headers['location'];
      if (!REDIRECTS.has(status) || target === undefined) return refusal(status, headers, url);
      if (ask.form !== undefined) return failure('redirects', url, { detail: 'form' });
      const next = webUrl(target, url.href);
      if (next === undefined) return failure('redirects', url, { detail: 'address' });
      if (count >= limits.redirects) return failure('redirects', first, { detail: 'many' });
      next.username = '';
      next.password = '';
      // What a server says is a stranger's word, unless it stands on the reader's own network.
      if (!isPrivate) reach = 'public';
      permanent &&= PERMANENT.has(status);
      if (permanent) movedTo = shownAddress(next);
      url = next;
    }
  }

  function refusal(status: number, headers: Headers, url: URL): Failure {
    const wait = retryAfter(headers['retry-after'], Date.now());
    const said = failure('status', url, {
      status,
      ...(wait === undefined ? {} : { retryAfter: wait }),
    });
    if (status === 429 || (status === 503 && wait !== undefined)) {
      resting.set(url.host, { until: Date.now() + (wait ?? 60_000), said });
    }
    return said;
  }

  async function get(address: string, ask: Ask): Promise<Answer> {
    const url = webUrl(address);
    if (url === undefined) {
      const shown = new URL('about:blank');
      return { ...failure('address', shown), address: address.slice(0, 200), host: '' };
    }
    const limits = { ...LIMITS, ...options.limits, ...ask.limits };
    for (let attempt = 1; ; attempt++) {
      const answer = await timed(url, ask, limits);
      if (answer.kind !== 'failed' || attempt > 2 || ask.signal?.aborted) return answer;
      const wait = answer.code === 'status' ? answer.retryAfter : undefined;
      if (wait !== undefined && limits.patience > 0 && wait <= limits.patience) {
        await pause(wait, ask.signal);
        resting.delete(url.host);
      } else if (answer.code !== 'cut' || attempt > 1) return answer;
    }
  }

  async function timed(url: URL, ask: Ask, limits: Limits): Promise<Answer> {
    const clock = makeClock(limits.whole, ask.signal);
    try {
      const answer = await follow(url, ask, limits, clock);
      if (answer.kind !== 'failed' || !clock.signal.aborted) return answer;
      if (ask.signal?.aborted) return { ...answer, code: 'aborted' };
      return { ...answer, code: 'timeout', detail: 'whole' };
    } finally {
      clock.stop();
    }
  }

  return { get, close: () => connections.close() };
}

/** The time that a request has, its redirects included; it begins when the request does, not in the queue. */
interface Clock {
  readonly signal: AbortSignal;
  start(): void;
  stop(): void;
}

function makeClock(milliseconds: number, cancel: AbortSignal | undefined): Clock {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: cancel ? AbortSignal.any([cancel, end.signal]) : end.signal,
    start() {
      timer ??= setTimeout(() => end.abort(), milliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}

interface Trust {
  readonly reach: 'anywhere' | 'public';
  readonly authorization: string | undefined;
}

function headersFor(ask: Ask, trust: Trust, version: string): Record<string, string> {
  return {
    'user-agent': `news/${version}`,
    accept: ask.accept ?? ACCEPT,
    'accept-encoding': ACCEPTED,
    ...(ask.etag === undefined ? {} : { 'if-none-match': ask.etag }),
    ...(ask.lastModified === undefined ? {} : { 'if-modified-since': ask.lastModified }),
    ...(ask.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(trust.authorization ? { authorization: trust.authorization } : {}),
  };
}

/** The same host, and not from https down to http. */
const sameHost = (a: URL, b: URL): boolean => a.host === b.host && a.protocol <= b.protocol;

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function typeOf(headers: Headers): { readonly type: string; readonly charset?: string } {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*["']?([\w:.-]{1,40})/.exec(one)?.[1])
    .find((one) => one !== undefined);
  return { type: type.trim(), ...(charset === undefined ? {} : { charset }) };
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}

// undici's connections: direct, guarded against the own network once resolved, by proxy.

import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import request from 'undici/lib/api/api-request.js';
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import BaseDispatcher from 'undici/lib/dispatcher/dispatcher.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import { isPrivateIp } from './addresses.ts';

// undici's own entry does this, for everything that it has.
Object.assign(BaseDispatcher.prototype, { request, connect });

/** A name that leads to the reader's own network, where it must not. */
export class PrivateAddress extends Error {
  readonly code = 'NEWS_PRIVATE';
}

export interface Connections {
  /** The connections for a hop; `proxy` is the proxy's address. */
  of(reach: 'anywhere' | 'public', proxy: string | undefined): Dispatcher;
  /** Whether the connection to an origin (`https://host:port`) led to the reader's own network. */
  isPrivate(url: URL): boolean;
  close(): Promise<void>;
}

/** Opens no connection yet. `lookup` resolves names, in place of the system's. */
export function makeConnections(
  limits: { readonly connect: number; readonly firstByte: number },
  lookup: LookupFunction = systemLookup as LookupFunction,
): Connections {
  const times = {
    connectTimeout: limits.connect,
    headersTimeout: limits.firstByte,
    bodyTimeout: limits.firstByte,
    allowH2: false,
    maxHeaderSize: 64 * 1024,
  };
  const own = new Set<string>();
  const made = new Map<string, Dispatcher>();

  const publicOnly: LookupFunction = (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const all = found as unknown as LookupAddress[];
      // One private address among others makes the whole name suspect.
      if (all.some(({ address }) => isPrivateIp(address))) {
        return done(new PrivateAddress(name), '', 0);
      }
      const [first] = all;
      if (options.all) return (done as (e: null, all: LookupAddress[]) => void)(null, all);
      return done(null, first?.address ?? '', first?.family);
    });

  const direct = (reach: 'anywhere' | 'public'): Dispatcher => {
    const connector = buildConnector({
      timeout: limits.connect,
      allowH2: false,
      lookup: reach === 'public' ? publicOnly : lookup,
    } as Parameters<typeof buildConnector>[0]);
    return new Agent({
      ...times,
      connect: (options, done) =>
        connector(options, (...result) => {
          const [, socket] = result;
          if (socket && isPrivateIp(socket.remoteAddress ?? '')) {
            // The last word, whoever resolved the name.
            if (reach === 'public') {
              socket.destroy();
              return done(new PrivateAddress(options.hostname), null);
            }
            own.add(originOf(options));
          }
          done(...result);
        }),
    });
  };

  return {
    of(reach, proxy) {
      const key = proxy ?? reach;
      let dispatcher = made.get(key);
      if (!dispatcher) {
        dispatcher = proxy === undefined ? direct(reach) : new ProxyAgent({ ...times, uri: proxy });
        made.set(key, dispatcher);
      }
      return dispatcher;
    },
    isPrivate: (url) => own.has(url.origin),
    async close() {
      await Promise.all([...made.values()].map((one) => one.destroy()));
      made.clear();
    },
  };
}

const originOf = (options: { readonly protocol: string; readonly host?: string }): string =>
  new URL(`${options.protocol}//${options.host ?? ''}`).origin;

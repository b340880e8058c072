// The client for the network, with what the surroundings say of it: proxies, a netrc file, patience.

import manifest from '../../../package.json' with { type: 'json' };
import type { Client } from '../../http/answer.ts';
import { openClient } from '../../http/client.ts';
import { netrcFor } from '../../http/credentials.ts';
import type { Context } from '../context.ts';
import { readNetrc } from './netrc.ts';

const MEGABYTE = 1024 * 1024;
/** Milliseconds that a host may ask to wait before it is given up. */
const PATIENCE = 15_000;

/** Opens the client; close it when done. `NEWS_TIMEOUT`: seconds to an answer, a third of the whole. */
export function openWeb({ environment, settings }: Context): Client {
  const { variables } = environment;
  let netrc: string | undefined;
  const seconds = Number(variables['NEWS_TIMEOUT']);
  const time = seconds >= 1 && seconds <= 3600 ? seconds * 1000 : undefined;
  return openClient({
    version: manifest.version,
    variables,
    limits: {
      bytes: settings.maxSize * MEGABYTE,
      patience: PATIENCE,
      ...(time === undefined ? {} : { connect: time, firstByte: time, whole: 3 * time }),
    },
    credentials: (host) => {
      netrc ??= readNetrc(environment);
      return netrc === '' ? undefined : netrcFor(netrc, host);
    },
  });
}

// What went wrong, from the codes that sockets, TLS, zlib and undici use to the few that a reader is told.

import { shownAddress } from './addresses.ts';
import type { Failure, FailureCode } from './answer.ts';

const CODES: Readonly<Record<string, FailureCode>> = {
  NEWS_PRIVATE: 'private',
  NEWS_LARGE: 'large',
  NEWS_ENCODING: 'encoding',
  EAI_AGAIN: 'offline',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  ENOTFOUND: 'unresolved',
  EAI_NODATA: 'unresolved',
  EAI_NONAME: 'unresolved',
  EAI_FAIL: 'unresolved',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  UND_ERR_SOCKET: 'cut',
  ERR_STREAM_PREMATURE_CLOSE: 'cut',
  Z_BUF_ERROR: 'cut',
  Z_DATA_ERROR: 'encoding',
  UND_ERR_HEADERS_OVERFLOW: 'protocol',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'cut',
  UND_ERR_ABORTED: 'proxy',
  UND_ERR_PRX_TLS: 'proxy',
  UND_ERR_INVALID_ARG: 'proxy',
};

/** OpenSSL's and Node's names for what a certificate can be, and what it comes down to. */
const TLS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  CERT_REVOKED: 'revoked',
};

const PHASES: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  ETIMEDOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'first-byte',
  UND_ERR_BODY_TIMEOUT: 'body',
};

const PASSING: readonly FailureCode[] = [
  'offline',
  'unresolved',
  'refused',
  'unreachable',
  'timeout',
  'cut',
  'proxy',
  'aborted',
];

/** A failure at an address. */
export function failure(
  code: FailureCode,
  url: URL,
  more: Partial<Omit<Failure, 'kind' | 'code' | 'address' | 'host'>> = {},
): Failure {
  const { status } = more;
  const passing =
    PASSING.includes(code) || (status !== undefined && (status >= 500 || status === 429));
  return { kind: 'failed', code, address: shownAddress(url), host: url.host, passing, ...more };
}

/** What an error thrown on the way means. */
export function failureOf(error: unknown, url: URL, limit: number): Failure {
  const { code, detail } = meaningOf(error, 0);
  return failure(code, url, {
    ...(detail === undefined ? {} : { detail }),
    ...(code === 'large' ? { limit } : {}),
  });
}

function meaningOf(
  error: unknown,
  depth: number,
): { readonly code: FailureCode; readonly detail?: string } {
  const {
    code: said,
    name,
    cause,
    errors,
  } = (error ?? {}) as NodeJS.ErrnoException & {
    readonly errors?: readonly unknown[];
  };
  // An aborted request's is a number.
  const code = typeof said === 'string' ? said : '';
  const tls = TLS[code];
  if (tls !== undefined) return { code: 'tls', detail: tls };
  const known = CODES[code];
  if (known !== undefined) {
    const detail = PHASES[code];
    return detail === undefined ? { code: known } : { code: known, detail };
  }
  if (code.startsWith('HPE_') || name === 'HTTPParserError') return { code: 'protocol' };
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO)/.test(code)) return { code: 'tls', detail: 'protocol' };
  if (/^(?:CERT_|CRL_|INVALID_CA|UNABLE_TO_|HOSTNAME_)/.test(code)) {
    return { code: 'tls', detail: 'unknown-issuer' };
  }
  // Every address of a host failed: the first says most.
  const inner = errors?.[0] ?? cause;
  if (inner !== undefined && depth < 4) return meaningOf(inner, depth + 1);
  return { code: 'unreachable', ...(code === '' ? {} : { detail: code }) };
}

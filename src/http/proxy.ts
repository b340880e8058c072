// Which proxy an address is asked through, by the variables that curl and others read.

import { isIP } from 'node:net';

export type Variables = Readonly<Record<string, string | undefined>>;

/** The proxy for an address. In a CGI (`REQUEST_METHOD`) HTTP_PROXY is a request's header (httpoxy). */
export function proxyFor(url: URL, variables: Variables): string | undefined {
  const of = (name: string): string | undefined =>
    variables[name] || variables[name.toUpperCase()] || undefined;
  const cgi = variables['REQUEST_METHOD'] !== undefined;
  const own =
    url.protocol === 'https:'
      ? of('https_proxy')
      : cgi
        ? variables['http_proxy']
        : of('http_proxy');
  const proxy = own ?? of('all_proxy');
  if (proxy === undefined || isExcepted(url, of('no_proxy') ?? '')) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  return address.replace(/^socks5h:/i, 'socks5:');
}

/** Whether `no_proxy` names the host: `*`, a domain and all below it, or one with its port. */
function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '') return false;
    if (entry === '*') return true;
    const [, name = '', wanted] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (wanted !== undefined && wanted !== port) return isIP(entry) === 6 && entry === host;
    const domain = name.replace(/^\*?\./, '');
    return host === domain || host.endsWith(`.${domain}`);
  });
}

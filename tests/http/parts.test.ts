import { describe, expect, it } from 'vitest';
import { isPrivateIp } from '../../src/http/addresses.ts';
import { netrcFor } from '../../src/http/credentials.ts';
import { proxyFor } from '../../src/http/proxy.ts';
import { retryAfter } from '../../src/http/retry-after.ts';

describe('netrc', () => {
  const file = `# mine
machine example.org
  login anna password "ge heim\\""
macdef init
  machine evil login x password y

machine b.example login b account c password d
default login anonymous password guest`;

  it('has a name and a password for a host', () => {
    expect(netrcFor(file, 'EXAMPLE.org')).toEqual({ user: 'anna', password: 'ge heim"' });
    expect(netrcFor(file, 'b.example')).toEqual({ user: 'b', password: 'd' });
    expect(netrcFor(file, 'other.example')).toEqual({ user: 'anonymous', password: 'guest' });
    expect(netrcFor('machine a login', 'a')).toBeUndefined();
  });
});

describe('the proxy', () => {
  const proxy = (address: string, variables: Record<string, string>) =>
    proxyFor(new URL(address), variables);

  it('is the one for the scheme, else the one for all', () => {
    expect(proxy('http://a.example', { http_proxy: 'p:1' })).toBe('http://p:1');
    expect(proxy('https://a.example', { http_proxy: 'p:1' })).toBeUndefined();
    expect(proxy('https://a.example', { ALL_PROXY: 'socks5h://p:1' })).toBe('socks5://p:1');
  });

  it('is not what a CGI request says', () => {
    expect(proxy('http://a.example', { HTTP_PROXY: 'p:1', REQUEST_METHOD: 'GET' })).toBeUndefined();
  });

  it('is passed by for what no_proxy names', () => {
    const no_proxy = 'localhost, .example.org,b.example:8080 ::1';
    const direct = (address: string): boolean =>
      proxy(address, { http_proxy: 'p', no_proxy }) === undefined;
    expect(direct('http://localhost:3000')).toBe(true);
    expect(direct('http://a.example.org')).toBe(true);
    expect(direct('http://notexample.org')).toBe(false);
    expect(direct('http://b.example:8080')).toBe(true);
    expect(direct('http://b.example')).toBe(false);
    expect(direct('http://[::1]:99/')).toBe(true);
  });
});

describe('addresses', () => {
  it('are told apart by who may reach them', () => {
    const own = ['127.1.2.3', '192.168.0.1', '172.31.0.1', '100.64.1.1', '::1', 'fdab::1'];
    expect(own.filter((address) => !isPrivateIp(address))).toEqual([]);
    const open = ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:8.8.8.8'];
    expect(open.filter((address) => isPrivateIp(address))).toEqual([]);
  });
});

describe('Retry-After', () => {
  it('is seconds or a date', () => {
    expect(retryAfter('120', 0)).toBe(120_000);
    expect(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 30_000)).toBe(30_000);
    expect(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 90_000)).toBe(0);
    expect(retryAfter('soon', 0)).toBeUndefined();
  });
});

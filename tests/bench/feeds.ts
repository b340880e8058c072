// How long it takes to follow many feeds, and to ask them again when nothing has changed; beside newsboat
// where it is installed. Every feed has 30 items and comes from loopback after 20 ms.
// `node tests/bench/feeds.ts [FEEDS…]`; needs a build.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { count, numbered } from '../feeds/site.ts';
import { command, makeHome, scrubbed } from '../support/program.ts';

const DELAY = 20;
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000];
const text = 'A sentence of some words, as a feed has many of them. '.repeat(8);

const server = createServer((request, response) => {
  setTimeout(() => {
    if (request.headers['if-none-match']) return response.writeHead(304).end();
    const body = numbered(count(30), `Feed ${request.url?.slice(1)}`, text);
    return response
      .writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' })
      .end(body);
  }, DELAY);
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.address() as AddressInfo;
const address = (n: number): string => `http://127.0.0.1:${port}/${n}`;

/** Runs a program; the seconds it took, or undefined where it is not installed. */
async function timed(name: string, words: readonly string[], home: string) {
  const begun = performance.now();
  // GNU time tells the processor's time and the most memory that was held, in kilobytes.
  const child = spawn('/usr/bin/env', ['time', '-f', '%U s of CPU, %M KB', ...words], {
    cwd: home,
    env: scrubbed(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const status = await new Promise((done) => child.on('close', done));
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) return undefined;
  console.log(`  ${name}: ${seconds.toFixed(1)} s  ${said.trim().split('\n').at(-1)}`);
  return seconds;
}

for (const feeds of counts) {
  console.log(`${feeds} feeds`);
  using home = makeHome();
  const outlines = count(feeds).map((n) => `<outline xmlUrl="${address(n)}"/>`);
  writeFileSync(join(home.path, 'feeds.opml'), `<opml><body>${outlines.join('')}</body></opml>`);
  mkdirSync(join(home.path, '.newsboat'));
  writeFileSync(join(home.path, '.newsboat', 'urls'), count(feeds).map(address).join('\n'));
  const [file, before] = command();
  const news = [file, ...before];
  const first = await timed('news follow', [...news, 'follow', 'feeds.opml'], home.path);
  const second = await timed('news fetch', [...news, 'fetch', '--force'], home.path);
  const other = await timed('newsboat, first', ['newsboat', '-x', 'reload'], home.path);
  const again = await timed('newsboat, again', ['newsboat', '-x', 'reload'], home.path);
  if (first && second && other && again) {
    console.log(`  beside newsboat: ${(first / other).toFixed(2)}, ${(second / again).toFixed(2)}`);
  }
}
server.close();

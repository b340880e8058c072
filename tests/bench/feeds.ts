// How long it takes to follow many feeds and to ask them again when nothing has changed. Every feed has 30
// items and comes from loopback after 20 ms. `node tests/bench/feeds.ts [FEEDS]`; needs a build.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { count, numbered } from '../feeds/site.ts';
import { command, makeHome } from '../support/program.ts';

const DELAY = 20;
const feeds = Number(process.argv[2] ?? 1000);
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
using home = makeHome();
const outlines = count(feeds).map((n) => `<outline xmlUrl="http://127.0.0.1:${port}/${n}"/>`);
writeFileSync(join(home.path, 'feeds.opml'), `<opml><body>${outlines.join('')}</body></opml>`);

for (const words of [
  ['follow', 'feeds.opml'],
  ['fetch', '--force'],
]) {
  const [file, before] = command();
  const begun = performance.now();
  // GNU time tells the processor's time and the most memory that was held, in kilobytes.
  const child = spawn(
    '/usr/bin/env',
    ['time', '-f', '%U s of CPU, %M KB', file, ...before, ...words],
    {
      cwd: home.path,
      env: home.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await new Promise((done) => child.on('close', done));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${feeds} feeds, news ${words.join(' ')}: ${seconds} s  ${said.trim().split('\n').at(-1)}`,
  );
}
server.close();

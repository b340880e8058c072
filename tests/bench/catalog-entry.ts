// One question to a catalog as a process of its own: root, cache folder or `-`, question, query.
// The last line it prints is what it cost: CPU milliseconds and peak memory in megabytes.

import { readFileSync } from 'node:fs';
import { openCatalog } from '../../src/catalog/open-catalog.ts';

const [root = '', cache = '-', question = 'hello', query = ''] = process.argv.slice(2);

async function ask(): Promise<string> {
  if (question === 'hello') return 'hello';
  const catalog = await openCatalog({
    roots: [root],
    ...(cache === '-' ? {} : { cacheFolder: cache }),
  });
  try {
    if (question === 'list') return String((await catalog.list()).length);
    if (question === 'search')
      return String((await catalog.search(query, { limit: 20 })).hits.length);
    const found = await catalog.find(query);
    if (found.kind !== 'found') return found.kind;
    await catalog.neighbours(found.card);
    const document = await catalog.document(found.card);
    return `${found.card.id} ${document.blocks.length}`;
  } finally {
    catalog.close();
  }
}

/** Kilobytes; Linux counts what the parent had before the program began into `maxRSS`. */
function peak(): number | undefined {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

const answer = await ask();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cost = { cpu: (userCPUTime + systemCPUTime) / 1000, rss: (peak() ?? maxRSS) / 1024 };
process.stdout.write(`${answer}\n${JSON.stringify(cost)}\n`);

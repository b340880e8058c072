// A process of its own that reads a library through a cache and keeps a journal, until it is killed or has
// gone its rounds: root, cache folder, history folder, name, rounds.

import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { openHistory } from '../../src/history/history.ts';

const [root = '', cacheFolder = '', folder = '', machine = '', rounds = '1'] =
  process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

say('started');
const history = openHistory({ folder, machine, now: () => new Date(), compactAbove: 2000 });
for (let round = 0; round < Number(rounds); round++) {
  const catalog = await openCatalog({ roots: [root], cacheFolder });
  const cards = await catalog.list();
  const { hits } = await catalog.search('abbau');
  const [first] = cards;
  if (first) await catalog.document(first);
  catalog.close();
  say(`answer ${JSON.stringify({ cards, hits: hits.map(({ card }) => card.id) })}`);
  for (let n = 0; n < 5; n++) {
    const id = `${machine}/${process.pid}-${round}-${n % 3}`;
    history.append({ kind: 'read', id, share: n / 10 });
    say(`event ${id} ${n / 10}`);
  }
}

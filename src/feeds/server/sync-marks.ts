// Brings the marks of a server's items and of their articles in step.

import { parseFileName } from '../../library/article/slug.ts';
import type { KnownItem } from '../items/merge.ts';
import { isLongId } from './item-ids.ts';
import { filesIn, type Place } from './places.ts';
import { readItem } from './read-item.ts';
import type { Session, Stream } from './session.ts';
import { isDisputed, type Mark, type MarkName, type Sides, settle } from './settle.ts';
import type { Marks } from './tools.ts';

/** Items that the server is told of at once, and that are asked after. */
const BATCH = 100;
const NAMES: readonly MarkName[] = ['read', 'starred'];

/** What the server says. */
export interface There {
  readonly unread: Stream;
  readonly starred: Stream;
}

interface Side {
  /** The item's name at the server, and the article's id. */
  readonly item: string;
  readonly id: string;
  readonly sides: Sides;
}

/**
 * Tells the server what was marked here, and the journal what was marked there. `agreed` is brought up to
 * date as it goes; `save` keeps it.
 */
export async function syncMarks(
  places: Iterable<readonly [Place, readonly KnownItem[]]>,
  there: There,
  agreed: Map<string, Mark>,
  marks: Marks,
  session: Session,
  save: () => void,
): Promise<void> {
  const all = sidesOf(places, there, agreed, marks);
  const disputed = all.filter(({ sides }) => isDisputed(sides)).map(({ item }) => item);
  const changed = await changesOf(disputed, session);
  const queues = new Map<string, Side[]>();
  for (const one of all) {
    const { item, id, sides } = one;
    const { send, take } = settle({ ...sides, changed: changed.get(item) });
    if (take.read !== undefined || take.starred !== undefined) marks.take(id, take);
    for (const name of NAMES) {
      if (send[name] === undefined) continue;
      const queue = `${name} ${send[name]}`;
      const others = queues.get(queue);
      if (others) others.push(one);
      else queues.set(queue, [one]);
    }
    // What is still to be sent is agreed on when it has been.
    agreed.set(item, { ...sides.here, ...take, ...unsent(send) });
  }
  save();
  for (const [queue, sides] of queues) {
    const [name = '', value] = queue.split(' ');
    const isOn = value === 'true';
    for (let at = 0; at < sides.length; at += BATCH) {
      const some = sides.slice(at, at + BATCH);
      const ids = some.map(({ item }) => item);
      await session.mark(ids, name, isOn);
      for (const id of ids) agreed.set(id, { ...agreed.get(id)!, [name]: isOn });
      save();
    }
  }
}

/** Of marks that differ: what the server has of them now. */
function unsent(send: Partial<Mark>): Partial<Mark> {
  return Object.fromEntries(Object.entries(send).map(([name, value]) => [name, !value]));
}

function sidesOf(
  places: Iterable<readonly [Place, readonly KnownItem[]]>,
  { unread, starred }: There,
  agreed: ReadonlyMap<string, Mark>,
  marks: Marks,
): Side[] {
  const [unreadIds, starredIds] = [new Set(unread.ids), new Set(starred.ids)];
  const all: Side[] = [];
  for (const [place, known] of places) {
    const files = filesIn(place);
    for (const { guid, file } of known) {
      if (!isLongId(guid) || !files.has(file)) continue;
      const id = `${place.followed.key}/${parseFileName(file).slug}`;
      const here = marks.of(id);
      // Of a list that is not whole, what is not on it may be either.
      const there = {
        read: unreadIds.has(guid) ? false : unread.whole || here.read,
        starred: starredIds.has(guid) || (!starred.whole && here.starred),
      };
      const sides = { agreed: agreed.get(guid), here, there, touched: marks.touched(id) };
      all.push({ item: guid, id, sides });
    }
  }
  return all;
}

/** When the server last changed items, as far as it says so. */
async function changesOf(
  ids: readonly string[],
  session: Session,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const value of await session.contents(ids.slice(at, at + BATCH))) {
      const item = readItem(value);
      if (item?.changed !== undefined) found.set(item.id, item.changed);
    }
  }
  return found;
}

// Brings the order of series up to date: `series.yaml`, and each article's place.

import type { DatabaseSync } from 'node:sqlite';
import type { SeriesFields } from '../../library/article/matter-fields.ts';
import type { FileName } from '../../library/article/slug.ts';
import { chained } from '../../library/series/chain.ts';
import { compareInSeries, orderedByName } from '../../library/series/order.ts';
import { seriesFieldsAt } from '../../library/series/series-file.ts';
import { fieldsOf, selectSeries } from '../store/rows.ts';
import { NOTHING, stampOf } from '../store/stamp.ts';
import { writing } from '../store/store.ts';

/** Reads the `series.yaml` of some series again and writes what it says. */
export async function repairSeries(db: DatabaseSync, keys: readonly string[]): Promise<void> {
  const read: {
    readonly key: string;
    readonly file: string | null;
    readonly stamp: number | undefined;
    readonly fields: SeriesFields;
  }[] = [];
  for (const key of keys) {
    const row = selectSeries(db, key);
    if (!row) continue;
    const stamp = row.file === null ? NOTHING : stampOf(row.file);
    read.push({
      key,
      file: row.file,
      stamp,
      fields: await seriesFieldsAt(row.file ?? undefined),
    });
  }
  writing(db, () => {
    const update = db.prepare(
      'UPDATE series SET stamp = ?, fields = ? WHERE key = ? AND file IS ?',
    );
    for (const { key, file, stamp, fields } of read) {
      const before = selectSeries(db, key);
      if (!before) continue;
      update.run(stamp ?? null, JSON.stringify(fields), key, file);
      const old = fieldsOf(before);
      // Stems depend on the language, which articles without their own take from here.
      if (old.lang !== fields.lang) {
        db.prepare("UPDATE files SET indexed = '' WHERE series = ? AND indexed > ''").run(key);
      }
      if (old.order !== fields.order) placeSeries(db, key);
    }
  });
}

interface Member {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly date: string | null;
  readonly unread: number;
}

/** Writes a series' places, unless they wait for dates of unread articles. Within a transaction. */
export function placeSeries(db: DatabaseSync, key: string): void {
  const row = selectSeries(db, key);
  if (!row) return;
  const order = fieldsOf(row).order ?? 'number';
  const members = (
    db
      .prepare('SELECT id, slug, name, date, card IS NULL AS unread FROM files WHERE series = ?')
      .all(key) as unknown as Member[]
  ).map(({ id, slug, name, date, unread }) => ({
    id,
    slug,
    unread,
    name: JSON.parse(name) as FileName,
    date: date ?? undefined,
  }));
  const byName = orderedByName(
    order,
    members.map(({ name }) => name),
  );
  const placed = byName || members.every(({ unread }) => unread === 0);
  db.prepare('UPDATE series SET by_name = ?, placed = ? WHERE key = ?').run(
    byName ? 1 : 0,
    placed ? 1 : 0,
    key,
  );
  if (!placed) return;
  members.sort((a, b) => compareInSeries(order, a, b));
  const update = db.prepare('UPDATE files SET place = ? WHERE id = ? AND place IS NOT ?');
  const inOrder = byName ? members : inChains(db, key, members);
  for (const [index, { id }] of inOrder.entries()) {
    update.run(index + 1, id, index + 1);
  }
}

/** The members with those together that name one another. */
function inChains<M extends { readonly id: number; readonly name: FileName }>(
  db: DatabaseSync,
  key: string,
  members: readonly M[],
): readonly M[] {
  const named = db
    .prepare(
      `SELECT id, json_extract(card, '$.title') AS title, json_extract(card, '$.neighbours') AS neighbours
       FROM files WHERE series = ? AND EXISTS (
         SELECT 1 FROM files WHERE series = ? AND card LIKE '%"neighbours":{%')`,
    )
    .all(key, key) as unknown as readonly {
    readonly id: number;
    readonly title: string;
    readonly neighbours: string | null;
  }[];
  if (named.length === 0) return members;
  const words = new Map(named.map((row) => [row.id, row]));
  return chained(
    members.map((member) => {
      const { title = '', neighbours = null } = words.get(member.id) ?? {};
      return {
        ...member,
        title,
        neighbours: neighbours === null ? undefined : JSON.parse(neighbours),
      };
    }),
  );
}

export function repairPlaces(db: DatabaseSync, keys: readonly string[]): void {
  writing(db, () => {
    for (const key of keys) placeSeries(db, key);
  });
}

// Answers from one snapshot of the cache that agrees with the folders; else it is synced first.

import type { DatabaseSync } from 'node:sqlite';
import { splitFrontMatter } from '../library/article/front-matter.ts';
import type { Catalog, CatalogOptions } from './catalog.ts';
import { articleDocuments, readText } from './documents/article-documents.ts';
import { keptDocument } from './documents/documents.ts';
import {
  answerCard,
  answerFind,
  answerFolders,
  answerList,
  answerNeighbours,
  answerSeries,
  type Snapshot,
} from './store/answers.ts';
import { selectFiles } from './store/rows.ts';
import {
  checkAllFiles,
  checkAllTexts,
  checkFiles,
  checkNames,
  checkSeries,
  checkTexts,
  nothingConfirmed,
  type Stale,
  StaleAnswer,
} from './store/staleness.ts';
import { keepStore, memoryStore, openStore, replaceStore, settledStore } from './store/store.ts';

/** Rounds of reading again before an answer is given about folders that never come to rest. */
const MOST_ROUNDS = 12;
/** SQLite's result codes for a damaged file. */
const DAMAGE = new Set([11, 26]);

/** Opens the catalog of some folders. Never throws: without a usable cache everything is kept in memory. */
export async function openCatalog(options: CatalogOptions): Promise<Catalog> {
  const { roots, cacheFolder, onProgress, maxSize, language } = options;
  // The order of series hangs on the language: each has its own cache.
  const identity = language === undefined ? roots : [...roots, language];
  let store = openStore(cacheFolder, identity);
  let confirmed = nothingConfirmed();
  let version: unknown;
  let failures = 0;

  const snapshot = (trusting: boolean): Snapshot => {
    const { db } = store;
    const names = (): void => {
      if (!trusting) checkNames(db, roots, confirmed);
    };
    const files: Snapshot['files'] = (rows) => {
      if (!trusting) checkFiles(rows, confirmed);
    };
    return {
      db,
      names,
      files,
      allFiles: () => {
        if (!trusting) checkAllFiles(db, confirmed);
      },
      texts: (rows) => {
        if (!trusting) checkTexts(rows, confirmed);
      },
      allTexts: () => {
        if (!trusting) checkAllTexts(db, confirmed);
      },
      series: (rows) => {
        if (!trusting) checkSeries(rows, confirmed);
      },
      places: (rows) => {
        if (trusting) return;
        const dated = rows.filter((row) => row.by_name === 0);
        for (const { key } of confirmed.allFiles ? [] : dated) {
          files(selectFiles(db, 'series = ?', key));
        }
        const stale = rows.filter((row) => row.placed === 0).map(({ key }) => key);
        if (stale.length > 0) throw new StaleAnswer({ places: stale });
      },
    };
  };

  const repair = async ({ names, series, files, texts, places }: Stale): Promise<void> => {
    const { db } = store;
    if (names) {
      const { repairNames } = await import('./sync/names.ts');
      repairNames(db, roots, language);
      confirmed = nothingConfirmed();
      store = settledStore(store);
      // The file may be another process's, which was quicker.
      if (store.db === db) confirmed.names = true;
      else version = undefined;
    } else if (series) {
      const { repairSeries } = await import('./sync/places.ts');
      await repairSeries(db, series);
      for (const key of series) confirmed.series.add(key);
    } else if (texts) {
      const { repairTexts } = await import('./sync/update-index.ts');
      await repairTexts(db, texts, onProgress);
      for (const id of texts) confirmed.files.add(id);
    } else if (files) {
      const { repairFiles } = await import('./sync/files.ts');
      await repairFiles(db, files, onProgress);
      for (const id of files) confirmed.files.add(id);
    } else if (places) {
      const { repairPlaces } = await import('./sync/places.ts');
      repairPlaces(db, places);
    }
  };

  /** Computes an answer in a snapshot; the result, or what has to be read again first. */
  const attempt = <T>(
    select: (snapshot: Snapshot) => T,
    trusting: boolean,
  ): { readonly value: T } | Stale => {
    const { db } = store;
    db.exec('BEGIN');
    try {
      // Another process has written since: what was found to hold before may not any more.
      const now = db.prepare('PRAGMA data_version').get()?.['data_version'];
      if (now !== version && version !== undefined) confirmed = nothingConfirmed();
      version = now;
      return { value: select(snapshot(trusting)) };
    } catch (error) {
      if (error instanceof StaleAnswer) return error.stale;
      throw error;
    } finally {
      endReading(db);
    }
  };

  const recover = (error: unknown): void => {
    // A fault of our own would come again with any cache: it must not hide behind a new one for ever.
    if (++failures > 3) throw error;
    confirmed = nothingConfirmed();
    version = undefined;
    const code = (error as { readonly errcode?: number }).errcode;
    const damaged = code === undefined || DAMAGE.has(code & 0xff);
    const old = store;
    store = damaged && failures < 3 ? replaceStore(old, cacheFolder, identity) : memoryStore();
    if (!damaged) old.db.close();
  };

  const answer = async <T>(select: (snapshot: Snapshot) => T): Promise<T> => {
    for (let round = 0; ; round++) {
      try {
        const result = attempt(select, round >= MOST_ROUNDS);
        if ('value' in result) return result.value;
        await repair(result);
      } catch (error) {
        recover(error);
      }
    }
  };

  const documents = articleDocuments(options, {
    db: () => store.db,
    kept: (card, wanted) => {
      // The file may have changed since the card was made, and a document is always as the file is now.
      confirmed.files.clear();
      confirmed.allFiles = false;
      return answer((at) => keptDocument(at, card, wanted));
    },
  });

  return {
    find: (query) => answer((at) => answerFind(at, query)),
    card: (id) => answer((at) => answerCard(at, id)),
    series: () => answer(answerSeries),
    list: (filter = {}) => answer((at) => answerList(at, filter)),
    neighbours: (card) => answer((at) => answerNeighbours(at, card)),
    document: documents.document,
    chunks: documents.chunks,
    markdown: async (card) => splitFrontMatter(readText(card.path, maxSize).text).body,
    wordsToMark: async (card, query) => {
      const { answerWords } = await import('./search/search.ts');
      return answer((at) => answerWords(at, card, query));
    },
    search: async (query, filter = {}) => {
      const { answerSearch } = await import('./search/search.ts');
      return answer((at) => answerSearch(at, query, filter));
    },
    folders: () => {
      confirmed.names = false;
      return answer(answerFolders);
    },
    refresh: () => {
      confirmed = nothingConfirmed();
    },
    close: () => {
      try {
        documents.keep();
        keepStore(store);
        store.db.close();
      } catch {
        // What wasn't kept is parsed again next time.
      }
    },
  };
}

// A transaction that failed may have ended by itself.
function endReading(db: DatabaseSync): void {
  try {
    db.exec('COMMIT');
  } catch {
    // Nothing was written, so nothing is lost.
  }
}

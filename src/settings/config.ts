// The config file: YAML in, values and placed faults out.

import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Expected } from './values.ts';

/** What is wrong with the config file, and where (both counted from 1). */
export type ConfigFault = { readonly line: number; readonly column: number } & (
  | { readonly kind: 'syntax'; readonly detail: string }
  | { readonly kind: 'unknown'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'value'; readonly key: string; readonly expected: Expected }
);

/** A key's value as written, with its place. */
export interface ConfigEntry {
  readonly value: unknown;
  readonly key: { readonly line: number; readonly column: number };
  readonly line: number;
  readonly column: number;
}

/** A place in the config file, both counted from 1. */
export interface ConfigPlace {
  readonly line: number;
  readonly column: number;
}

export interface Config {
  readonly entries: ReadonlyMap<string, ConfigEntry>;
  /** Where each key inside a map stands, by the keys on the way to it, as `pathKey` joins them. */
  readonly places: ReadonlyMap<string, ConfigPlace>;
  readonly faults: readonly ConfigFault[];
}

const EMPTY: Config = { entries: new Map(), places: new Map(), faults: [] };

/** Keys on the way to a setting, as one key: `['themes', 'mine', 'title']`. */
export function pathKey(path: readonly string[]): string {
  return path.join('\u0000');
}

/** Reads `file`; empty where it is missing or closed to us. Throws what the file system throws else. */
export async function readConfig(file: string): Promise<Config> {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    if (isAbsent(error as NodeJS.ErrnoException, file)) return EMPTY;
    throw error;
  }
  return parseConfig(source);
}

/** Nobody can have put a file there: no such folder, or one that is closed to us, such as another's HOME. */
function isAbsent({ code }: NodeJS.ErrnoException, file: string): boolean {
  if (code !== 'EACCES') return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(code ?? '');
  try {
    accessSync(dirname(file), constants.X_OK);
    return false;
  } catch {
    return true;
  }
}

/** Reads the text of a config file. The YAML parser loads only here: most people have no config. */
export async function parseConfig(source: string): Promise<Config> {
  const { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, visit } = await import(
    'yaml'
  );
  const counter = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const faults: ConfigFault[] = document.errors.map((error) => ({
    kind: 'syntax',
    detail: error.message,
    ...place(error.pos[0]),
  }));
  const entries = new Map<string, ConfigEntry>();
  const places = new Map<string, ConfigPlace>();
  if (document.contents === null) return { entries, places, faults };
  if (!isMap(document.contents)) {
    faults.push({ kind: 'value', key: '', expected: { kind: 'map' }, line: 1, column: 1 });
    return { entries, places, faults };
  }
  visit(document.contents, {
    Pair: (_, { key }, ancestors) => {
      const path = [...ancestors.filter(isPair), { key }].map((pair) => String(pair.key));
      places.set(pathKey(path), place((isNode(key) && key.range?.[0]) || 0));
    },
  });
  for (const { key, value } of document.contents.items) {
    const at = place((isNode(key) && key.range?.[0]) || 0);
    let plain: unknown;
    try {
      plain = isNode(value) ? value.toJS(document, { maxAliasCount: 100 }) : value;
    } catch (error) {
      faults.push({ kind: 'syntax', detail: (error as Error).message, ...at });
      continue;
    }
    const valueAt = isNode(value) && value.range ? place(value.range[0]) : at;
    entries.set(isScalar(key) ? String(key.value) : '', { value: plain, key: at, ...valueAt });
  }
  return { entries, places, faults };
}

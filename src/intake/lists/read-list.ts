// Lists of addresses, whichever program wrote them. Pure.

import { decode } from '../charset.ts';
import type { Intake, ListedAddress } from '../incoming.ts';
import { kindOfText } from '../kind.ts';

type Entries = Intake<readonly ListedAddress[]>;

const BROKEN: Entries = { kind: 'refused', reason: 'broken' };

/** The addresses in a text that `kindOfText` takes for a list, each once. Never throws. */
export async function readList(text: string): Promise<Entries> {
  try {
    return await entriesOf(text.replace(/^\ufeff/, ''));
  } catch {
    return BROKEN;
  }
}

/** The addresses in all lists of a zip file. Never throws. */
export async function readZippedLists(bytes: Uint8Array): Promise<Entries> {
  const { listsInZip } = await import('./zip.ts');
  let files: Uint8Array[];
  try {
    files = listsInZip(bytes);
  } catch {
    return BROKEN;
  }
  const all: ListedAddress[] = [];
  for (const file of files) {
    const { text } = await decode(file, { declares: 'html' });
    if (kindOfText(text) !== 'list') continue;
    const read = await readList(text);
    if (read.kind === 'read') for (const entry of read.value) all.push(entry);
  }
  return all.length === 0 ? { kind: 'refused', reason: 'format', detail: 'zip' } : once(all);
}

async function entriesOf(text: string): Promise<Entries> {
  const start = text.trimStart().slice(0, 1);
  if (start === '<') {
    const { readBookmarks, readOpml } = await import('./markup.ts');
    if (!/<opml[\s>]/i.test(text.slice(0, 4000))) return once(readBookmarks(text));
    const { entries, feeds } = readOpml(text);
    return entries.length === 0 && feeds > 0 ? { kind: 'refused', reason: 'feed' } : once(entries);
  }
  if (start === '[' || start === '{') {
    const { readJson } = await import('./json.ts');
    const entries = readJson(text);
    return entries ? once(entries) : BROKEN;
  }
  const lines = text.split(/\r\n?|\n/);
  if (/^https?:\/\//i.test(lines.find((line) => !/^\s*(?:[#;]|$)/.test(line))?.trim() ?? '')) {
    const { addressOf } = await import('./values.ts');
    const addresses = lines.map((line) => addressOf(line)).filter((one) => one !== undefined);
    return once(addresses.map((address) => ({ address, tags: [] })));
  }
  const { readCsv } = await import('./csv.ts');
  return once(readCsv(text));
}

function once(entries: readonly ListedAddress[]): Entries {
  const unique = new Map<string, ListedAddress>();
  for (const entry of entries) {
    const key = entry.address.replace(/#.*$/, '');
    if (!unique.has(key)) unique.set(key, entry);
  }
  if (unique.size === 0) return { kind: 'refused', reason: 'empty' };
  return { kind: 'read', value: [...unique.values()] };
}

// As much of jq as the guide shows, for machines that lack it: `.a`, `.[8].a`, `{a, b}` and `-r`.

import { readFileSync } from 'node:fs';

const words = process.argv.slice(2);
const raw = words.includes('-r');
const filter = words.find((word) => !word.startsWith('-')) ?? '.';
const input: unknown = JSON.parse(readFileSync(0, 'utf8'));

function pick(value: unknown, path: string): unknown {
  return [...path.matchAll(/\[(\d+)\]|\.?(\w+)/g)].reduce<unknown>(
    (at, [, index, key]) => (at as Record<string, unknown>)[index ?? key ?? ''],
    value,
  );
}

const fields = /^\{(.*)\}$/.exec(filter)?.[1]?.split(/,\s*/);
const output = fields
  ? Object.fromEntries(fields.map((name) => [name, pick(input, name)]))
  : pick(input, filter);
console.log(raw && typeof output === 'string' ? output : JSON.stringify(output, null, 2));

// Notes in the journal: they outlive compaction, forgetting, torn lines, other machines and a kill.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactLines } from '../../src/history/compact.ts';
import { foldEvents } from '../../src/history/fold-events.ts';
import { openHistory } from '../../src/history/history.ts';
import { parseLines } from '../../src/history/journal-file.ts';
import { sandbox } from '../support/sandbox.ts';

const quote = { exact: 'Wort', prefix: 'ein ', suffix: ' hier', place: { block: 1, offset: 4 } };
const made = '2025-01-01T00:00:00.000Z';
const noted = (note: string, text?: string) =>
  ({
    kind: 'note',
    id: 'a/1',
    note,
    quote,
    title: 'Eins',
    made,
    ...(text ? { text } : {}),
  }) as const;

const journal = (folder: string, machine: string, day: number, compactAbove = 1e9) => {
  let seconds = 0;
  const now = () => new Date(Date.UTC(2025, 1, day) + 1000 * seconds++);
  return openHistory({ folder, machine, now, compactAbove });
};

const event = fc.record({
  kind: fc.constantFrom('note', 'note', 'unnote', 'read', 'star', 'clear'),
  id: fc.constantFrom('a/1', 'a/2'),
  note: fc.constantFrom('n1', 'n2', 'n3'),
  at: fc.integer({ min: 1, max: 50 }).map((day) => new Date(Date.UTC(2025, 0, day)).toISOString()),
  quote: fc.constant(quote),
  made: fc.constant(made),
  text: fc.string(),
  share: fc.constantFrom(0, 1),
  starred: fc.boolean(),
});

const notesIn = (...journals: readonly (readonly object[])[]) => {
  const lines = journals.map((all) => parseLines(all.map((one) => JSON.stringify(one)).join('\n')));
  return [...foldEvents(lines).readings]
    .flatMap(([id, { notes }]) => (notes ? [[id, notes]] : []))
    .sort();
};

it('says the same of notes after it was compacted, next to another machine’s', () => {
  const all = fc.array(event, { maxLength: 30 });
  fc.assert(
    fc.property(all, all, (own, given) => {
      // At one time no clock says which was first.
      const other = given.map((one) => ({ ...one, at: one.at.replace('T00', 'T12') }));
      const kept = compactLines(parseLines(own.map((one) => JSON.stringify(one)).join('\n')));
      const after = notesIn(
        kept.map((line) => JSON.parse(line) as object),
        other,
      );
      expect(after).toEqual(notesIn(own, other));
      expect(notesIn(other, own)).toEqual(notesIn(own, other));
    }),
    { numRuns: 500 },
  );
});

it('takes what was written last of two machines, and keeps what only one has', () => {
  const folder = sandbox();
  const [one, two] = [journal(folder, 'one', 1), journal(folder, 'two', 2)];
  one.append(noted('n1', 'früh'));
  one.append(noted('n2'));
  two.append(noted('n1', 'spät'));
  two.append(noted('n3'));
  two.append({ kind: 'unnote', id: 'a/1', note: 'n2' });
  const { notes } = one.state().readings.get('a/1') ?? {};
  expect(notes?.map(({ note, text }) => [note, text])).toEqual([
    ['n1', 'spät'],
    ['n3', undefined],
  ]);
  expect(two.notesOf('a/1')).toEqual(notes);
  expect(two.notesOf('a/2')).toEqual([]);
});

it('forgets what was read, and neither stars nor notes', () => {
  const folder = sandbox();
  const own = journal(folder, 'one', 1);
  own.append({ kind: 'read', id: 'a/1', share: 1 });
  own.append(noted('n1', 'bleibt'));
  own.append({ kind: 'star', id: 'a/2', starred: true });
  own.append({ kind: 'read', id: 'secret/9', share: 1 });
  journal(folder, 'two', 1).append({ kind: 'read', id: 'a/3', share: 1 });
  own.clear();
  const { readings, last } = own.state();
  expect(last).toBeUndefined();
  expect([...readings.keys()].sort()).toEqual(['a/1', 'a/2']);
  expect(readings.get('a/1')).toMatchObject({ share: 0, read: false, notes: [{ text: 'bleibt' }] });
  expect(readFileSync(join(folder, 'one.jsonl'), 'utf8')).not.toContain('secret');
});

it('passes over notes that make no sense', () => {
  const odd = [
    { note: '' },
    { note: 3 },
    { quote: undefined },
    { quote: { exact: ' ' } },
    { made: 'x' },
  ];
  expect(notesIn(odd.map((one) => ({ ...noted('n'), at: made, ...one })))).toEqual([]);
  const bare = {
    kind: 'note',
    id: 'a/1',
    at: made,
    made,
    note: 'n',
    quote: { exact: 'x', like: 'y' },
  };
  expect(notesIn([bare])).toEqual([
    [
      'a/1',
      [
        {
          note: 'n',
          quote: { exact: 'x', prefix: '', suffix: '', place: { block: 0, offset: 0 } },
          title: '',
          made,
          at: made,
        },
      ],
    ],
  ]);
});

it('loses no note that was written before a kill, compaction or not', async () => {
  for (let round = 0; round < 4; round++) {
    const folder = sandbox();
    const source = join(folder, 'writer.mjs');
    writeFileSync(
      source,
      `import { openHistory } from ${JSON.stringify(new URL('../../src/history/history.ts', import.meta.url).href)};
      const own = openHistory({ folder: ${JSON.stringify(join(folder, 'h'))}, machine: 'one', now: () => new Date(), compactAbove: 3000 });
      const event = ${JSON.stringify(noted('n'))};
      for (let n = 0; ; n++) {
        own.append({ ...event, note: 'n' + (n % 7), text: String(n) });
        for (let k = 0; k < 5; k++) own.append({ kind: 'read', id: 'b/' + k, share: 0.5 });
        process.stdout.write(n + '\\n');
      }`,
    );
    const child = spawn(process.execPath, [source], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      said += more;
      if (said.split('\n').length > 60 + 37 * round) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const last = Number(said.split('\n').at(-2));
    const { notes = [] } = journal(join(folder, 'h'), 'two', 1).state().readings.get('a/1') ?? {};
    expect(readdirSync(join(folder, 'h')).length).toBeGreaterThan(0);
    const texts = notes.map(({ text }) => Number(text)).sort((a, b) => a - b);
    expect(texts).toHaveLength(7);
    expect(texts[0]).toBeGreaterThanOrEqual(last - 6);
  }
});

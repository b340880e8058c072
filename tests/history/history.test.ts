// The journal: what it remembers, what it survives, what it leaves behind.

import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactLines } from '../../src/history/compact.ts';
import { foldEvents } from '../../src/history/fold-events.ts';
import { type History, openHistory } from '../../src/history/history.ts';
import { parseLines } from '../../src/history/journal-file.ts';
import { sandbox } from '../support/sandbox.ts';

/** A journal whose clock goes on a second with each look. */
function journal(folder: string, machine = 'one', start = 0, compactAbove?: number): History {
  let seconds = start;
  return openHistory({
    folder,
    machine,
    now: () => new Date(Date.UTC(2024, 0, 1) + 1000 * seconds++),
    ...(compactAbove === undefined ? {} : { compactAbove }),
  });
}

describe('the journal', () => {
  it('knows the last article, how far each was read, and where it was left', () => {
    const history = journal(join(sandbox(), 'deep', 'history'));
    history.append({ kind: 'read', id: 's/a', share: 0.4, place: { block: 3, offset: 7 } });
    history.append({ kind: 'read', id: 's/b', share: 1 });
    history.append({ kind: 'mark', id: 's/c', read: true });
    const { readings, last } = history.state();
    expect(last).toBe('s/b');
    expect(readings.get('s/a')).toMatchObject({
      share: 0.4,
      place: { block: 3, offset: 7 },
      read: false,
    });
    expect(readings.get('s/b')).toMatchObject({ share: 1, read: true });
    expect(readings.get('s/c')).toMatchObject({ read: true });
  });

  it('keeps an article read until it is marked as unread', () => {
    const history = journal(sandbox());
    history.append({ kind: 'read', id: 's/a', share: 1 });
    history.append({ kind: 'read', id: 's/a', share: 0.1 });
    expect(history.state().readings.get('s/a')).toMatchObject({ share: 0.1, read: true });
    history.append({ kind: 'mark', id: 's/a', read: false });
    expect(history.state().readings.get('s/a')?.read).toBe(false);
  });

  it('is private, one file a machine, one line an event', () => {
    const folder = join(sandbox(), 'history');
    journal(folder, 'one').append({ kind: 'read', id: 's/a' });
    journal(folder, 'my/../other machine').append({ kind: 'read', id: 's/b' });
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['my-other-machine.jsonl', 'one.jsonl']);
    expect(statSync(join(folder, 'one.jsonl')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(folder, 'one.jsonl'), 'utf8')).toBe(
      '{"kind":"read","id":"s/a","at":"2024-01-01T00:00:00.000Z"}\n',
    );
  });

  it('merges machines by time, whatever the order of their files', () => {
    const folder = sandbox();
    const [a, z] = [journal(folder, 'a', 100), journal(folder, 'z', 0)];
    a.append({ kind: 'read', id: 's/late', share: 0.2 });
    z.append({ kind: 'read', id: 's/early', share: 0.3 });
    z.append({ kind: 'read', id: 's/late', share: 0.9 });
    expect(a.state().last).toBe('s/late');
    expect(a.state().readings.get('s/late')?.share).toBe(0.2);
    expect(z.state()).toEqual(a.state());
  });

  it('goes by the order of lines where the clock went back', () => {
    const folder = sandbox();
    journal(folder, 'one', 5000).append({ kind: 'read', id: 's/a' });
    journal(folder, 'one', 10).append({ kind: 'read', id: 's/b' });
    expect(journal(folder).state().last).toBe('s/b');
  });

  it('passes over torn and foreign lines, and writes its own on a line of its own', () => {
    const folder = sandbox();
    const file = join(folder, 'one.jsonl');
    writeFileSync(
      file,
      'not json\n{"kind":"read","id":"s/a","at":"2024-01-01T00:00:00Z"}\n[1]\n{"kind":"re',
    );
    journal(folder).append({ kind: 'read', id: 's/b' });
    const { readings, last } = journal(folder).state();
    expect([...readings.keys()]).toEqual(['s/a', 's/b']);
    expect(last).toBe('s/b');
    expect(readFileSync(file, 'utf8')).toContain('not json\n');
  });

  it('survives being cut off anywhere, with all whole lines', () => {
    const folder = sandbox();
    const file = join(folder, 'one.jsonl');
    const history = journal(folder);
    for (let n = 0; n < 5; n++) history.append({ kind: 'read', id: `s/${n}`, share: n / 10 });
    const whole = readFileSync(file);
    for (let length = whole.length; length >= 0; length--) {
      truncateSync(file, length);
      const lines = whole.subarray(0, length).toString().split('\n').length - 1;
      expect(journal(folder).state().readings.size).toBeGreaterThanOrEqual(lines);
    }
  });

  it('writes nothing when it may not, and forgets everything when told to', () => {
    const folder = join(sandbox(), 'history');
    const silent = openHistory({ folder, now: () => new Date(), enabled: false });
    silent.append({ kind: 'read', id: 's/a' });
    silent.clear();
    expect(existsSync(folder)).toBe(false);
    const [one, two] = [journal(folder, 'one'), journal(folder, 'two', 5)];
    one.append({ kind: 'read', id: 's/a' });
    one.clear();
    expect(readdirSync(folder)).toEqual([]);
    two.append({ kind: 'read', id: 's/b' });
    journal(folder, 'one', 100).clear();
    expect(two.state().readings.size).toBe(0);
    journal(folder, 'two', 200).append({ kind: 'read', id: 's/c' });
    expect([...one.state().readings.keys()]).toEqual(['s/c']);
  });

  it('goes on without a folder that can not be opened', () => {
    const folder = sandbox();
    writeFileSync(join(folder, 'file'), '');
    for (const blocked of [undefined, join(folder, 'file'), join(folder, 'file', 'below')]) {
      const history = openHistory({ folder: blocked, now: () => new Date() });
      history.append({ kind: 'read', id: 's/a' });
      history.clear();
      expect(history.state().readings.size).toBe(0);
    }
    chmodSync(join(folder, 'file'), 0o000);
  });
});

describe('compaction', () => {
  it('keeps the file small, private and in one piece', () => {
    const folder = sandbox();
    const history = journal(folder, 'one', 0, 4000);
    appendFileSync(
      join(folder, 'one.jsonl'),
      'foreign\n{"kind":"later","at":"2024-01-01T00:00:00Z","x":1}\n',
    );
    for (let n = 0; n < 1000; n++) {
      history.append({
        kind: 'read',
        id: `s/${n % 5}`,
        share: n / 1000,
        place: { block: n, offset: 0 },
      });
    }
    expect(readdirSync(folder)).toEqual(['one.jsonl']);
    const file = join(folder, 'one.jsonl');
    expect(statSync(file).size).toBeLessThan(6000);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^foreign\n\{"kind":"later"/);
    expect(history.state().readings.get('s/4')).toMatchObject({
      share: 0.999,
      place: { block: 999 },
      read: true,
    });
  });

  const id = fc.constantFrom('s/a', 's/b', 's/c');
  const at = fc.integer({ min: 0, max: 50 }).map((n) => new Date(1e12 + n * 1000).toISOString());
  const share = fc.option(fc.constantFrom(0, 0.5, 0.95, 1), { nil: undefined });
  const place = fc.option(fc.record({ block: fc.nat(9), offset: fc.nat(9) }), { nil: undefined });
  const line = fc.oneof(
    fc
      .record({ kind: fc.constant('read'), id, at, share, place, extra: fc.string() })
      .map((event) => JSON.stringify(event)),
    fc
      .record({ kind: fc.constant('mark'), id, at, read: fc.boolean() })
      .map((event) => JSON.stringify(event)),
    fc.record({ kind: fc.constant('clear'), at }).map((event) => JSON.stringify(event)),
    fc.constantFrom('foreign', '{"kind":"later"}', '{"kind":"read","id":3}'),
  );

  it('changes nothing of what all journals together say, and loses no line it does not know', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.array(line, { maxLength: 20 }),
        (own, other) => {
          const lines = parseLines(own.join('\n'));
          const others = parseLines(other.join('\n'));
          const kept = compactLines(lines).map((text) => text.slice(0, -1));
          const after = foldEvents([parseLines(kept.join('\n')), others]);
          const before = foldEvents([lines, others]);
          expect(after.last).toEqual(before.last);
          expect(new Map([...after.readings].sort())).toEqual(new Map([...before.readings].sort()));
          const unknown = (all: readonly string[]) =>
            all.filter((text) => !/"(read|mark|clear)","/.test(text));
          expect(unknown(kept)).toEqual(unknown(own));
          expect(own).toEqual(expect.arrayContaining(kept));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never fails over a journal of any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.json(), { maxLength: 5 }),
        (bytes, json) => {
          const lines = parseLines(`${Buffer.from(bytes).toString()}\n${json.join('\n')}`);
          foldEvents([lines]);
          expect(compactLines(lines).length).toBeLessThanOrEqual(lines.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

// Files that go, come, are cut and grow while the program reads them; caches and journals that were
// cut or damaged; a clock that went back.

import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHistory } from '../../src/history/history.ts';
import { makeHome, ROOT } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const bundled = join(ROOT, 'articles', 'ki-wirtschaft');
const root = join(home.path, 'library');
mkdirSync(root);
cpSync(bundled, join(root, 'ki'), { recursive: true });
const from = ['--from', root];

describe('articles that change while they are read', () => {
  it('are read as they are, or an error says in one line what was missing', async () => {
    const folder = join(home.path, 'moving', 'series');
    mkdirSync(folder, { recursive: true });
    const whole = `# Title\n\n${'Some words of text. '.repeat(2000)}\n`;
    let turn = 0;
    const stir = setInterval(() => {
      turn++;
      for (let index = 0; index < 12; index++) {
        const path = join(folder, `a${index}.md`);
        try {
          if ((turn + index) % 4 === 0) rmSync(path, { force: true });
          else if ((turn + index) % 4 === 1) writeFileSync(path, whole);
          else if ((turn + index) % 4 === 2) truncateSync(path, (turn * 37) % 3000);
          else mkdirSync(path);
        } catch {
          rmSync(path, { recursive: true, force: true });
        }
      }
    }, 3);
    try {
      for (let round = 0; round < 12; round++) {
        const commands = [
          ['list'],
          ['read', `a${round}`],
          ['search', 'words'],
          ['check'],
          ['read', join(folder, `a${round}.md`)],
        ];
        await Promise.all(
          commands.map(async (args) => {
            const { status, stderr } = await home.run(
              args[0] === 'check'
                ? ['check', join(home.path, 'moving')]
                : [...args, '--from', join(home.path, 'moving')],
            );
            expect([0, 1, 2], args.join(' ')).toContain(status);
            expect(stderr, args.join(' ')).not.toMatch(/\n\s+at |NEWS_DEBUG|undefined/);
            expect(stderr.split('\n').length, stderr).toBeLessThanOrEqual(3);
          }),
        );
      }
    } finally {
      clearInterval(stir);
    }
  });
});

describe('the journal', () => {
  const line = (id: string, at: string): string =>
    `${JSON.stringify({ kind: 'read', id, at, share: 1 })}\n`;
  const text =
    line('ki/klarna-stellenabbau', '2024-08-28T10:00:00.000Z') +
    line('ki/dell-ki-server', '2024-08-29T10:00:00.000Z') +
    line('ü/ö', '2024-08-30T10:00:00.000Z');
  const bytes = Buffer.from(text);

  it('cut at any byte says what its whole lines say, and goes on with the next', () => {
    const folder = join(home.path, 'cut');
    mkdirSync(folder);
    for (let length = 0; length <= bytes.length; length++) {
      writeFileSync(join(folder, 'here.jsonl'), bytes.subarray(0, length));
      const history = openHistory({ folder, machine: 'here', now: () => new Date('2024-09-01') });
      const wholeLines = bytes.subarray(0, length).toString('latin1').split('\n').length - 1;
      const isWhole =
        length > 0 &&
        [text.indexOf('\n'), text.indexOf('\n', text.indexOf('\n') + 1), text.length - 1].some(
          (end) => Buffer.byteLength(text.slice(0, end)) === length,
        );
      expect(history.state().readings.size, String(length)).toBe(wholeLines + (isWhole ? 1 : 0));
      history.append({ kind: 'read', id: 'x/y', share: 1 });
      const after = openHistory({ folder, machine: 'here', now: () => new Date() }).state();
      expect(after.last, String(length)).toBe('x/y');
      expect(after.readings.size, String(length)).toBe(wholeLines + (isWhole ? 1 : 0) + 1);
    }
  });

  it('of three hundred machines, each cut at another byte, is read by one run of the program', async () => {
    const state = join(home.path, 'machines');
    mkdirSync(join(state, 'news', 'history'), { recursive: true });
    for (let length = 0; length <= bytes.length; length++) {
      writeFileSync(join(state, 'news', 'history', `m${length}.jsonl`), bytes.subarray(0, length));
    }
    const env = { XDG_STATE_HOME: state };
    const { status, stdout, stderr } = await home.run(['history', ...from], { env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t')[0])
        .sort(),
    ).toEqual(['ki/dell-ki-server', 'ki/klarna-stellenabbau', 'ü/ö']);
    expect((await home.run(['read', 'klarna', ...from], { env })).status).toBe(0);
  });

  it('that is a folder, a pipe, random bytes or one endless line keeps nobody from reading', async () => {
    const fill: readonly ((path: string) => void)[] = [
      (path) => mkdirSync(path),
      (path) =>
        writeFileSync(
          path,
          Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
        ),
      (path) => writeFileSync(path, 'x'.repeat(5_000_000)),
      (path) => writeFileSync(path, '['.repeat(100_000)),
      (path) => writeFileSync(path, `{"kind":"read","id":${'['.repeat(50_000)}`),
    ];
    for (const [index, make] of fill.entries()) {
      const state = join(home.path, `odd${index}`);
      await home.run(['read', 'klarna', ...from], { env: { XDG_STATE_HOME: state } });
      const folder = join(state, 'news', 'history');
      const [name = ''] = readdirSync(folder);
      rmSync(join(folder, name));
      make(join(folder, name));
      for (const args of [['read', 'klarna'], ['next'], ['list']]) {
        expect(
          await home.run([...args, ...from], { env: { XDG_STATE_HOME: state } }),
          `${index} ${args}`,
        ).toMatchObject({ status: 0, stderr: '' });
      }
    }
  });

  it('is followed in its own order where the clock went back', async () => {
    const env = { XDG_STATE_HOME: join(home.path, 'clock') };
    await home.run(['read', 'openai', ...from], { env });
    const folder = join(home.path, 'clock', 'news', 'history');
    const path = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"at":"\d{4}/, '"at":"2199'));
    await home.run(['read', 'dell', ...from], { env });
    const { stdout } = await home.run(['next', ...from], { env });
    expect(stdout).toMatch(/^Klarna/);
  });
});

describe('the cache', () => {
  const env = { XDG_CACHE_HOME: join(home.path, 'cache') };
  const ask = async (): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (const args of [['list'], ['search', 'Klarna'], ['read', 'klarna']]) {
      const { status, stdout, stderr } = await home.run([...args, '--no-history', ...from], {
        env,
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      answers.push(stdout);
    }
    return answers;
  };
  const files = (): string[] =>
    readdirSync(join(home.path, 'cache', 'news'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('cut, damaged, emptied or replaced anywhere changes no answer', async () => {
    const wanted = await ask();
    const saved = join(home.path, 'saved');
    cpSync(join(home.path, 'cache'), saved, { recursive: true });
    const largest =
      files().sort((a, b) => readFileSync(b).length - readFileSync(a).length)[0] ?? '';
    const whole = readFileSync(largest);
    const cuts = [
      0,
      1,
      15,
      16,
      17,
      99,
      100,
      101,
      4095,
      4096,
      4097,
      ...Array.from({ length: 5 }, (_, index) => Math.floor((whole.length * (index + 1)) / 6)),
      whole.length - 1,
    ];
    const damages: (() => void)[] = cuts.map(
      (length) => () => truncateSync(largest, Math.min(length, whole.length)),
    );
    for (const place of [
      0,
      18,
      24,
      28,
      40,
      100,
      5000,
      Math.floor(whole.length / 2),
      whole.length - 100,
    ]) {
      damages.push(() => {
        const bytes = Buffer.from(whole);
        for (let index = place; index < Math.min(place + 50, bytes.length); index++)
          bytes[index] = (bytes[index] ?? 0) ^ 0xa5;
        writeFileSync(largest, bytes);
      });
    }
    damages.push(() => writeFileSync(largest, 'not a database'));
    damages.push(() => {
      rmSync(largest);
      mkdirSync(largest);
    });
    damages.push(() => rmSync(join(home.path, 'cache'), { recursive: true }));
    for (const [index, damage] of damages.entries()) {
      rmSync(join(home.path, 'cache'), { recursive: true, force: true });
      cpSync(saved, join(home.path, 'cache'), { recursive: true });
      damage();
      expect(await ask(), String(index)).toEqual(wanted);
    }
  });

  it('never changes an article', async () => {
    const hash = (folder: string): string => {
      const sum = createHash('sha256');
      for (const name of readdirSync(folder).sort())
        sum.update(name).update(readFileSync(join(folder, name)));
      return sum.digest('hex');
    };
    expect(hash(join(root, 'ki'))).toBe(hash(bundled));
  });
});

// What the history says of an article is what was seen of it: opened, begun, read.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, type Home, makeHome, shell } from '../support/program.ts';
import { openTerminal } from '../support/terminal.ts';

const KLARNA = 'ki-wirtschaft/klarna-stellenabbau';

async function known(home: Home, id = KLARNA): Promise<{ state: string; share: number }> {
  const { stdout } = await home.run(['list', '--json']);
  const found = JSON.parse(stdout).find((card: { id: string }) => card.id === id);
  return { state: found.state, share: found.share };
}

/** Runs the program on a terminal of its own, types `keys` once it shows `shown`, and waits for its end. */
async function onTerminal(
  home: Home,
  words: readonly string[],
  given: { readonly rows: number; readonly env?: Record<string, string> } = { rows: 24 },
): Promise<void> {
  const [file, before] = command();
  await using terminal = openTerminal({
    file,
    args: [...before, ...words],
    env: { ...home.env, TERM: 'xterm-256color', ...given.env },
    cwd: home.path,
    rows: given.rows,
  });
  await terminal.exit;
}

/** A `less` that takes all it is given, and is left. */
function withLess(home: Home, last = 'exit 0'): Record<string, string> {
  const folder = join(home.path, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'less'), `#!/bin/sh\ncat > /dev/null\n${last}\n`, { mode: 0o755 });
  return { PATH: `${folder}:${home.env['PATH']}` };
}

describe('an article in a pipe', () => {
  it.each([
    ['news read klarna'],
    ['news read klarna | head -1'],
    ['news read klarna --json'],
    ['news read klarna --format markdown'],
    ['news read klarna --color always'],
  ])('is opened and not read: %s', async (line) => {
    using home = makeHome();
    const { status } = await shell(line, { env: home.env, cwd: home.path });
    expect(status).toBe(0);
    expect(await known(home)).toEqual({ state: 'opened', share: 0 });
    const unread = await home.run(['list', '--unread']);
    expect(unread.stdout).toMatch(new RegExp(`^${KLARNA}\\t.*\\topened$`, 'm'));
    const history = await home.run(['history']);
    expect(history.stdout).toMatch(new RegExp(`^${KLARNA}\\t.*\\topened$`, 'm'));
    const next = await home.run(['next', '--json']);
    expect(JSON.parse(next.stdout).number).toBe(3);
  });

  it('stays read or begun where it was so before', async () => {
    using home = makeHome();
    const folder = join(home.path, '.local/state/news/history');
    mkdirSync(folder, { recursive: true });
    const at = '2024-09-01T08:00:00Z';
    const lines = [
      { kind: 'read', id: KLARNA, share: 0.4, at },
      { kind: 'read', id: 'ki-wirtschaft/dell-ki-server', share: 1, at },
    ];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(join(folder, 'desk.jsonl'), text);
    await home.run(['read', 'klarna', 'dell']);
    expect(await known(home)).toEqual({ state: 'begun', share: 0.4 });
    expect(await known(home, 'ki-wirtschaft/dell-ki-server')).toEqual({ state: 'read', share: 1 });
  });
});

describe('an article on a terminal', () => {
  it('is read where all of it was printed', async () => {
    using home = makeHome();
    await onTerminal(home, ['read', 'klarna'], { rows: 500 });
    expect(await known(home)).toEqual({ state: 'read', share: 1 });
  });

  it('is opened where a pager had it of which nobody knows what it showed', async () => {
    using home = makeHome();
    for (const env of [{ PAGER: 'head -3' }, { ...withLess(home), LESS: '+G' }]) {
      await onTerminal(home, ['read', 'klarna'], { rows: 10, env });
      expect(await known(home)).toEqual({ state: 'opened', share: 0 });
    }
    await onTerminal(home, ['read', 'klarna'], { rows: 10, env: withLess(home, 'exit 3') });
    expect(await known(home)).toEqual({ state: 'opened', share: 0 });
  });

  it('is begun as far as the first screen of less or more shows it, however early that was left', async () => {
    using home = makeHome();
    const { stdout } = await home.run(['read', 'klarna', '--color=always', '--width', '80']);
    const lines = stdout.trimEnd().split('\n').length;
    await onTerminal(home, ['read', 'klarna'], { rows: 21, env: withLess(home) });
    const { state, share } = await known(home);
    expect(state).toBe('begun');
    // Of all that was printed, with what stands around the article, twenty lines were seen at most.
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThanOrEqual(20 / lines);
    // Of several, those behind the first screen were only opened.
    await onTerminal(home, ['read', 'dell', 'openai'], { rows: 21, env: withLess(home) });
    expect((await known(home, 'ki-wirtschaft/dell-ki-server')).state).toBe('begun');
    expect((await known(home, 'ki-wirtschaft/openai-anthropic-pruefung')).state).toBe('opened');
  });

  it('leaves no trace where help was looked up', async () => {
    using home = makeHome();
    await onTerminal(home, ['help', 'searching'], { rows: 500 });
    expect((await home.run(['history'])).stdout).toBe('');
  });
});

describe('the shelf', () => {
  it('tells read, begun, opened and unread apart, and hides only what is read', async () => {
    using home = makeHome();
    const folder = join(home.path, '.local/state/news/history');
    mkdirSync(folder, { recursive: true });
    const at = '2024-09-01T08:00:00Z';
    const lines = [
      { kind: 'read', id: 'ki-wirtschaft/dell-ki-server', share: 1, at },
      { kind: 'read', id: KLARNA, share: 0.4, at },
      { kind: 'read', id: 'ki-wirtschaft/openai-anthropic-pruefung', at },
    ];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(join(folder, 'desk.jsonl'), text);
    const [file, before] = command();
    await using terminal = openTerminal({
      file,
      args: before,
      env: { ...home.env, TERM: 'xterm-256color', LANG: 'de_DE.UTF-8' },
      cwd: home.path,
    });
    const sign = (title: string): string | undefined =>
      /[✓◐○]/.exec(terminal.lines().find((line) => line.includes(title)) ?? '')?.[0];
    await terminal.until('Klarna will mit KI');
    expect(['Dell', 'Klarna', 'OpenAI', 'Lesen im Terminal'].map(sign)).toEqual([
      '✓',
      '◐',
      '○',
      undefined,
    ]);
    terminal.type('u');
    await terminal.until(() => !terminal.text().includes('Dell: KI-Server'));
    expect(['Klarna', 'OpenAI'].map(sign)).toEqual(['◐', '○']);
  });
});

// Programs that news hands over to: pager, editor, browser. Each is missing, fails, stops early, or is
// killed, on a real terminal.

import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UNTOUCHED, watched } from '../hostile/watch.ts';
import { command, makeHome } from '../support/program.ts';
import { openTerminal } from '../support/terminal.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const [file, before] = command();
writeFileSync(
  join(home.path, 'long.md'),
  `# Long\n\n${Array.from({ length: 3000 }, (_, index) => `Paragraph number ${index}.\n`).join('\n')}`,
);

const program = (name: string, text: string): string => {
  const path = join(home.path, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
};

/** Runs the program in a terminal until it ends; what stood there, and how it ended. */
async function ended(args: readonly string[], env: Record<string, string>) {
  await using terminal = openTerminal({
    file,
    args: [...before, ...args],
    env: { ...home.env, TERM: 'xterm-256color', NEWS_HISTORY: '0', ...env },
    cwd: home.path,
  });
  const { code, signal } = await terminal.exit;
  await terminal.settled();
  const output = terminal.output();
  return { code, signal, output };
}

describe.skipIf(process.platform === 'win32')('a pager', () => {
  it.each([
    ['that is not there', 'no-such-pager'],
    ['that may not be run', '/etc/passwd'],
    ['that is a folder', '/tmp'],
  ])('%s gives way to the article itself', async (_, pager) => {
    const { code, output } = await ended(['read', 'long.md'], { PAGER: pager });
    expect(code).toBe(0);
    expect(output).toContain('Paragraph number 2999.');
  });

  it.each([
    ['that ends at once', 'exit 0'],
    ['that fails at once', 'exit 3'],
    ['that reads a little and ends', 'head -n 3; exit 0'],
    ['that fails in the middle', 'head -n 300 >/dev/null; exit 7'],
    ['that kills itself', 'head -n 30 >/dev/null; kill -9 $$'],
    ['that closes its input and goes on', 'exec <&-; sleep 0.3'],
  ])('%s is the end of reading, not an error', async (name, text) => {
    const pager = program(`pager-${name.replaceAll(' ', '-')}`, text);
    const { code, signal, output } = await ended(['read', 'long.md'], { PAGER: pager });
    expect({ code, signal }).toEqual({ code: 0, signal: 0 });
    expect(output).not.toMatch(/news: |\n\s+at /);
  });

  it('that is missing leaves the terminal as it was', async () => {
    const { output } = await ended(['read', 'long.md'], { PAGER: 'no-such-pager' });
    const { lines: _, ...done } = await watched(output);
    expect(done).toEqual(UNTOUCHED);
  });
});

/** A library of one article, `a`, with this source. */
function sourced(name: string, source: string): string {
  const folder = join(home.path, name);
  mkdirSync(join(folder, 's'), { recursive: true });
  writeFileSync(join(folder, 's', 'a.md'), `---\nsource: "${source}"\n---\nText\n`);
  return folder;
}

describe.skipIf(process.platform === 'win32')('a browser', () => {
  it.each([
    ['that is not there', 'no-such-browser'],
    ['that fails', 'false'],
    ['that is killed', ''],
  ])('%s is said in one sentence', async (_, name) => {
    const browser = name === '' ? program('killed-browser', 'kill -9 $$') : name;
    const library = sourced('sourced', 'https://example.org/');
    const { status, stdout, stderr } = await home.run(['open', 'a', '--from', library], {
      env: { BROWSER: browser },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^news: can't start \S+\nSet \$BROWSER to [^\n]+\n$/);
  });

  it('gets one http address as one argument, past every shell', async () => {
    const browser = program('browser', 'printf "%s\\n" "$#" "$1" > "$HOME/opened"');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell that must not take it
    const odd = "https://example.org/a?b=$(touch${IFS}pwned)&c=`id`;d='e'|f";
    const library = sourced('lib', odd);
    const { status } = await home.run(['open', 'a', '--from', library], {
      env: { BROWSER: browser },
    });
    expect(status).toBe(0);
    const [count, address] = readFileSync(join(home.path, 'opened'), 'utf8').split('\n');
    expect(count).toBe('1');
    expect(address).toBe(new URL(odd).href);
    expect(existsSync(join(home.path, 'pwned'))).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'java\\tscript:alert(1)',
    '-version',
    'ftp://example.org',
    'https:',
    ' ',
  ])('never gets %j', async (source) => {
    const browser = program('browser', 'printf "%s\\n" "$1" > "$HOME/opened-badly"');
    const library = sourced('bad', source);
    const { status, stdout, stderr } = await home.run(['open', 'a', '--from', library], {
      env: { BROWSER: browser },
    });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^news: /);
    expect(existsSync(join(home.path, 'opened-badly'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('an editor', () => {
  it.each([
    ['that is not there', 'no-such-editor'],
    ['that fails', 'false'],
    ['that is killed', 'sh -c "kill -9 $$" sh'],
    ['that removes the file', 'rm -f'],
    ['that empties the file', 'truncate -s 0'],
  ])('%s leads back to the reader, which goes on', async (_, editor) => {
    mkdirSync(join(home.path, 'own', 's'), { recursive: true });
    writeFileSync(join(home.path, 'own', 's', 'a.md'), '# One\n\nFirst text\n');
    writeFileSync(join(home.path, 'own', 's', 'b.md'), '# Two\n\nSecond text\n');
    await using terminal = openTerminal({
      file,
      args: [...before, 'tui', 's/a', '--from', join(home.path, 'own')],
      env: { ...home.env, TERM: 'xterm-256color', EDITOR: editor },
      cwd: home.path,
    });
    await terminal.until('First text');
    terminal.type('e');
    await terminal.settled();
    await terminal.until(() => terminal.isAlternate(), 'the reader again');
    await terminal.settled();
    terminal.type('l');
    await terminal.until('Second text');
    terminal.type('q');
    expect(await terminal.exit).toMatchObject({ code: 0 });
    await terminal.settled();
    const { lines: __, ...done } = await watched(terminal.output());
    expect(done).toEqual(UNTOUCHED);
  });
});

describe.skipIf(process.platform === 'win32')('the full-screen reader', () => {
  it('goes on where files change, go and come back while they are shown, and the folder at last', async () => {
    const folder = join(home.path, 'shown', 's');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.md'), '# One\n\nFirst text\n');
    writeFileSync(join(folder, 'b.md'), '# Two\n\nSecond text\n');
    await using terminal = openTerminal({
      file,
      args: [...before, 'tui', 's/a', '--from', join(home.path, 'shown')],
      env: { ...home.env, TERM: 'xterm-256color' },
      cwd: home.path,
    });
    await terminal.until('First text');
    await terminal.settled();
    writeFileSync(join(folder, 'a.md'), '# One\n\nOther text\n');
    await terminal.until('Other text');
    rmSync(join(folder, 'a.md'));
    await terminal.settled();
    writeFileSync(join(folder, 'a.md'), '# One\n\nThird text\n');
    await terminal.settled();
    rmSync(join(home.path, 'shown'), { recursive: true });
    for (const key of [
      'l',
      'h',
      'G',
      'g',
      't',
      '\x1b',
      '/',
      'x\r',
      '\x1b',
      '\x1b',
      'j',
      '\r',
      's',
      'text\r',
      '\x1b',
      '\x1b',
      'u',
      'u',
    ]) {
      terminal.type(key);
      await terminal.settled();
    }
    expect(terminal.isAlternate()).toBe(true);
    terminal.type('\x1b');
    await terminal.settled();
    expect(await terminal.leave()).toMatchObject({ code: 0 });
    await terminal.settled();
    const { lines: _, ...done } = await watched(terminal.output());
    expect(done).toEqual(UNTOUCHED);
  });

  it.each([
    ['no TERM', '-u TERM', 0],
    ['a TERM nobody knows', 'TERM=unheard-of', 0],
    ['a dumb TERM', 'TERM=dumb', 2],
  ])('with %s opens, or says why not', async (_, env, code) => {
    await using terminal = openTerminal({
      // The pseudo-terminal sets a TERM of its own.
      file: 'env',
      args: [...env.split(' '), file, ...before, 'tui'],
      env: home.env,
      cwd: home.path,
    });
    if (code === 0) {
      await terminal.until(() => terminal.isAlternate(), 'the shelf');
      await terminal.settled();
      terminal.type('q');
    }
    expect((await terminal.exit).code).toBe(code);
  });
});

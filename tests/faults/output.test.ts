// Standard output, input and error that fail: the reader stops early, the disk is full, nobody is there.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome, shell } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());

const COMMANDS = [
  'read klarna',
  'read klarna --json',
  'read klarna --format markdown',
  'read klarna --color always',
  'list',
  'list --json',
  'search klarna',
  'config',
  'completion bash',
  '--help',
  'read --help',
  '--version',
];
const line = (text: string) => shell(text, { env: home.env, cwd: home.path });

describe.skipIf(process.platform === 'win32')('standard output', () => {
  it.each(COMMANDS)('that nobody reads ends news %s in silence with 0', async (command) => {
    for (const reader of ['true', 'head -c 1', 'sleep 0']) {
      expect(await line(`news ${command} | ${reader} >/dev/null`), reader).toMatchObject({
        status: 0,
        stderr: '',
      });
    }
  });

  it('that nobody reads ends a long text at once', async () => {
    writeFileSync(join(home.path, 'long.md'), 'some words\n'.repeat(3_000_000));
    const { status, stdout, stderr } = await line('news read long.md | head -c 20');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^some words/);
  });

  it.each(COMMANDS)('that is closed before news %s starts harms nothing', async (command) => {
    expect(await line(`news ${command} >&-`)).toMatchObject({ status: 0, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full')).each(COMMANDS)(
    'on a full disk makes news %s say so, and end with 2',
    async (command) => {
      expect(await line(`news ${command} > /dev/full`)).toEqual({
        status: 2,
        signal: null,
        stdout: '',
        stderr: "news: can't write the output: no space left on the device\n",
      });
    },
  );
});

describe.skipIf(process.platform === 'win32')('the other streams', () => {
  it.each(COMMANDS)('closed change nothing of what news %s prints', async (command) => {
    const whole = await line(`news ${command}`);
    expect((await line(`news ${command} 2>&-`)).stdout).toBe(whole.stdout);
    expect((await line(`news ${command} <&-`)).stdout).toBe(whole.stdout);
  });

  it('say nothing where an error has nowhere to go, and the status stays', async () => {
    expect((await line('news read nothing-of-this-name 2>&-')).status).toBe(1);
    expect((await line('news read nothing-of-this-name 2>/dev/full')).status).toBe(1);
  });

  it('that fail while they are read are an error', async () => {
    const { status, stderr } = await line('news read - < /');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "news: can't read -: it is a folder\n",
    });
  });
});

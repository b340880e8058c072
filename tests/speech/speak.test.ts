// news speak, with engines that only write down what they are given.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineFor } from '../../src/speech/engines.ts';
import { isAlive } from '../support/alive.ts';
import { command, type Home, makeHome } from '../support/program.ts';

let home: Home;
beforeEach(() => {
  home = makeHome();
  writeFileSync(join(home.path, 'a.md'), '# Title\n\nOne. Two.\n\nThree.\n');
});
afterEach(() => home[Symbol.dispose]());

const isWindows = process.platform === 'win32';
/** Waits for what comes to pass; the test's own limit is the only clock. */
async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('news speak --sentences', () => {
  it('prints one sentence a line, without what nobody says', async () => {
    const { status, stdout, stderr } = await home.run(['speak', './a.md', '--sentences']);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'Title\nOne.\nTwo.\nThree.\n',
      stderr: '',
    });
    const klarna = await home.run(['speak', 'klarna', '--sentences']);
    expect(klarna.stdout.split('\n').length).toBeGreaterThan(30);
    expect(klarna.stdout).not.toMatch(/https?:|\[\d+\]/);
    expect((await home.run(['history'])).stdout).toBe('');
  });

  it('takes standard input', async () => {
    const { stdout } = await home.run(['speak', '-', '--sentences'], { input: 'One. Two.' });
    expect(stdout).toBe('One.\nTwo.\n');
  });
});

describe('formulas', () => {
  const said = async (lang: string, text: string) => {
    writeFileSync(join(home.path, 'f.md'), `---\nlang: ${lang}\n---\n${text}\n`);
    const { stdout, stderr } = await home.run(['speak', './f.md', '--sentences']);
    expect(stderr).toBe('');
    return stdout;
  };

  it('are said in the words of the article’s language', async () => {
    const text = 'Mit $\\sqrt{b^2-4ac}$ geht es.\n\n$$x=\\frac{a}{2}$$';
    expect(await said('de', text)).toBe(
      'Mit Quadratwurzel aus b Quadrat minus 4 a c geht es.\nx ist gleich a geteilt durch 2\n',
    );
    expect(await said('en', text)).toContain('the square root of b squared minus 4 a c');
    expect(await said('fr', text)).toContain('√(b² − 4ac)');
  });

  it('that can’t be read, or never end, are said to be there', async () => {
    expect(await said('en', '$$\\frac{$$')).toMatch(/formula|frac/);
    const long = await said('en', `$$${'\\frac{x+'.repeat(40)}1${'}{y}'.repeat(40)}$$\n\nAfter.`);
    expect(long).toContain('After.');
  });
});

describe.skipIf(isWindows)('news speak', () => {
  const engine = (line: string) => ({ env: { NEWS_SPEECH: line } });

  it('gives the engine sentence after sentence, and the language', async () => {
    const line = `cat >> said; echo "$NEWS_SPEECH_LANG" >> langs`;
    const { status, stdout } = await home.run(
      ['speak', './a.md', '--language', 'de'],
      engine(line),
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(home.path, 'said'), 'utf8')).toBe('Title\nOne.\nTwo.\nThree.\n');
    expect(readFileSync(join(home.path, 'langs'), 'utf8')).toBe('de\n'.repeat(4));
  });

  it('notes that an article was heard to its end, and of a file nothing', async () => {
    await home.run(['speak', './a.md'], engine('cat > /dev/null'));
    expect((await home.run(['history'])).stdout).toBe('');
    await home.run(['speak', 'klarna'], engine('true'));
    const [record] = JSON.parse((await home.run(['list', '--json'])).stdout).filter(
      ({ id }: { id: string }) => id.includes('klarna'),
    );
    expect(record).toMatchObject({ state: 'read' });
  });

  it('goes on at the sentence that the engine failed at', async () => {
    const failing = `cat >> said; [ "$(wc -l < said)" -lt 6 ]`;
    const { status, stderr } = await home.run(['speak', 'klarna'], engine(failing));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^news: .*can't speak.*\n.*--sentences.*\n$/);
    const said = readFileSync(join(home.path, 'said'), 'utf8').trimEnd().split('\n');
    expect(said).toHaveLength(6);
    await home.run(['speak', 'klarna'], engine('cat >> again; false'));
    expect(readFileSync(join(home.path, 'again'), 'utf8')).toBe(`${said[5]}\n`);
  });

  it('says what is missing', async () => {
    const { status, stderr } = await home.run(['speak', './a.md'], { env: { PATH: home.path } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/espeak-ng.*\$NEWS_SPEECH/);
    const wrong = await home.run(['speak', './a.md'], engine('gibtesnicht-123'));
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('gibtesnicht-123');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing running after %s',
    async (signal) => {
      const [file, before] = command();
      const child = spawn(file, [...before, 'speak', './a.md'], {
        cwd: home.path,
        env: { ...home.env, NEWS_SPEECH: 'sleep 1000 & echo $! > pid; wait' },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const path = join(home.path, 'pid');
      const pid = await until(() => {
        const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
        return text.endsWith('\n') ? Number(text) : undefined;
      });
      child.kill(signal);
      expect(await ended).toBe(130);
      await until(() => (isAlive(pid) ? undefined : true));
    },
  );

  it('refuses what it can not write, and leaves no file', async () => {
    for (const [args, env] of [
      [['--to', 'a.mp3'], {}],
      [['--to', 'a.wav'], { NEWS_SPEECH: 'cat' }],
      [['--to', 'a.wav', '--sentences'], {}],
    ] as const) {
      const { status, stderr } = await home.run(['speak', './a.md', ...args], { env });
      expect(status).toBe(2);
      expect(stderr.split('\n')).toHaveLength(3);
    }
    expect(readdirSync(home.path).filter((name) => /^a\.(?!md)/.test(name))).toEqual([]);
  });
});

const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0;
describe.skipIf(!hasEspeak)('news speak with espeak-ng', () => {
  // Where `say` is there as well, it is the one that writes.
  it('writes the Klarna article as a WAV of three to eight minutes', async () => {
    const line = await home.run(['speak', 'klarna', '--to', 'klarna.wav']);
    expect(line).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const bytes = readFileSync(join(home.path, 'klarna.wav'));
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    const minutes = statSync(join(home.path, 'klarna.wav')).size / bytes.readUInt32LE(28) / 60;
    expect(minutes).toBeGreaterThan(3);
    expect(minutes).toBeLessThan(8);
  });
});

describe('the engines', () => {
  it('are the own one first, then the first that is there', () => {
    expect(engineFor('mine --fast', () => true)?.name).toBe('mine --fast');
    expect(engineFor(undefined, (name) => name === 'espeak-ng')?.name).toBe('espeak-ng');
    expect(engineFor('', () => true)?.name).toBe('say');
    const linux = (name: string) => name !== 'say';
    expect(engineFor(undefined, linux)?.name).toBe('spd-say');
    expect(engineFor(undefined, linux, 'write')?.name).toBe('espeak-ng');
    expect(engineFor(undefined, () => false)).toBeUndefined();
  });

  it('are told the language, and never take a text for a flag', () => {
    const espeak = engineFor(undefined, (name) => name === 'espeak-ng');
    expect(espeak?.speak('de-AT', 'x').args).toEqual(['-v', 'de', '--stdin']);
    expect(espeak?.speak('en-GB', 'x').args).toContain('en-gb');
    expect(espeak?.speak('--path=/x', 'x').args).toEqual(['--stdin']);
    const spd = engineFor(undefined, (name) => name === 'spd-say');
    expect(spd?.speak('de', '-x').args.slice(-2)).toEqual(['--', '-x']);
  });
});

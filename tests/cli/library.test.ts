import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome, ROOT, shell } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const news = (args: string, env: Record<string, string> = {}) => home.run(args.split(' '), { env });

describe('news list', () => {
  it('gives ids first, one article a line', async () => {
    const { stdout } = await shell('news list --series ki-wirtschaft | cut -f1', {
      env: home.env,
      cwd: home.path,
    });
    expect(stdout.trim().split('\n')).toEqual([
      'ki-wirtschaft/dell-ki-server',
      'ki-wirtschaft/klarna-stellenabbau',
      'ki-wirtschaft/openai-anthropic-pruefung',
    ]);
  });

  it('gives JSON', async () => {
    const cards = JSON.parse((await news('list --series ki-wirtschaft --json')).stdout);
    expect(cards).toHaveLength(3);
    expect(cards[1]).toMatchObject({ id: 'ki-wirtschaft/klarna-stellenabbau', state: 'unread' });
  });

  it('filters by tag and language, and sorts by date and title', async () => {
    const ids = async (args: string): Promise<string[]> =>
      (await news(`list --series ki-wirtschaft ${args}`)).stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0]?.split('/')[1] ?? '');
    expect(await ids('--tag Fintech')).toEqual(['klarna-stellenabbau']);
    expect(await ids('--lang de --sort title')).toEqual([
      'dell-ki-server',
      'klarna-stellenabbau',
      'openai-anthropic-pruefung',
    ]);
    expect((await ids('--sort date'))[0]).toBe('openai-anthropic-pruefung');
  });

  it('leaves out with --unread what was read', async () => {
    using reader = makeHome();
    const journal = join(reader.path, '.local/state/news/history');
    mkdirSync(journal, { recursive: true });
    writeFileSync(
      join(journal, 'desk.jsonl'),
      '{"kind":"read","id":"ki-wirtschaft/dell-ki-server","share":1,"at":"2024-09-01T08:00:00Z"}\n',
    );
    const { stdout } = await reader.run(['list', '--series', 'ki-wirtschaft', '--unread']);
    expect(stdout).not.toContain('dell-ki-server');
    expect(stdout).toContain('klarna-stellenabbau');
  });

  it('lists and reads any folder of Markdown', async () => {
    const from = join(ROOT, 'node_modules', 'commander');
    const listed = await home.run(['list', '--from', from]);
    expect(listed.status).toBe(0);
    const id = listed.stdout.split('\t')[0] ?? '';
    const read = await home.run(['read', id, '--from', from]);
    expect(read.status).toBe(0);
    expect(read.stdout.length).toBeGreaterThan(200);
  });

  it('takes the own folder before the bundled one', async () => {
    using reader = makeHome();
    const own = join(reader.path, '.local/share/news/articles/ki-wirtschaft');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, '01-dell-ki-server.md'), '# Mein Dell\n\nText\n');
    expect((await reader.run(['read', 'dell-ki-server'])).stdout).toBe('Mein Dell\n\nText\n');
  });

  it('says what to do where there is nothing', async () => {
    using reader = makeHome();
    mkdirSync(join(reader.path, 'empty'));
    const { status, stdout, stderr } = await reader.run(['list', '--from', 'empty']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('No articles here.');
  });
});

describe('news config', () => {
  it('names each setting, its value and where that came from', async () => {
    const { stdout } = await home.run(['config'], { env: { NEWS_PAGER: 'most' } });
    expect(stdout).toMatch(/^pager\tmost\tenvironment$/m);
    expect(stdout).toMatch(/^theme\tdefault\tdefault$/m);
    expect(stdout).toContain('/articles');
  });

  it('names faults of the file with their place, and other commands refuse them', async () => {
    using reader = makeHome();
    mkdirSync(join(reader.path, '.config/news'), { recursive: true });
    writeFileSync(join(reader.path, '.config/news/config.yaml'), 'theme: dark\ncolour: never\n');
    const shown = await reader.run(['config']);
    expect(shown.status).toBe(2);
    expect(shown.stdout).toMatch(/^theme\tdark\tconfig file$/m);
    const refused = await reader.run(['read', 'klarna']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/config\.yaml:2:1: there is no setting “colour”\n/);
  });
});

describe('news search', () => {
  it('takes -word as a word to do without, wherever it stands', async () => {
    const ids = async (...args: string[]): Promise<string[]> =>
      (await home.run(['search', ...args])).stdout
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '');
    const klarna = 'ki-wirtschaft/klarna-stellenabbau';
    expect(await ids('umsatz')).toContain(klarna);
    for (const args of [
      ['umsatz', '-nvidia'],
      ['-nvidia', 'umsatz', '-n', '5'],
      ['umsatz', '--', '-nvidia'],
    ]) {
      const found = await ids(...args);
      expect(found).not.toContain(klarna);
      expect(found).toContain('ki-wirtschaft/dell-ki-server');
    }
    expect((await home.run(['search', '-n3', 'umsatz'])).status).toBe(0);
  });
});

describe('news history', () => {
  it('shows what was read, and forgets it', async () => {
    using reader = makeHome();
    await reader.run(['read', 'klarna']);
    expect((await reader.run(['history'])).stdout).toMatch(/^ki-wirtschaft\/klarna-stellenabbau\t/);
    expect((await reader.run(['history', '--clear'])).status).toBe(0);
    expect((await reader.run(['history'])).stdout).toBe('');
  });
});

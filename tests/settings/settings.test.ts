import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';
import { FlagFault, resolveSettings } from '../../src/settings/settings.ts';
import { surroundings } from '../support/tty.ts';

describe('settings', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'news-settings-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const withConfig = (text: string): void => {
    mkdirSync(join(home, '.config', 'news'), { recursive: true });
    writeFileSync(join(home, '.config', 'news', 'config.yaml'), text);
  };
  const resolve = (flags = {}, variables = {}) =>
    resolveSettings(flags, surroundings({ home, variables }));

  it('have defaults that need no file', async () => {
    const { settings, origins, faults } = await resolve();
    expect(settings).toMatchObject({
      theme: 'default',
      color: 'auto',
      language: 'en',
      justify: false,
    });
    expect(origins.theme).toBe('default');
    expect(faults).toEqual([]);
  });

  it('let flags beat environment, environment beat config, config beat defaults', async () => {
    withConfig('pager: most\nwidth: 60\ntheme: dark\n');
    const { settings, origins } = await resolve({ width: '72' }, { NEWS_PAGER: 'bat' });
    expect(settings).toMatchObject({ width: 72, pager: 'bat', theme: 'dark' });
    expect(origins).toMatchObject({
      width: 'flag',
      pager: 'environment',
      theme: 'config',
      links: 'default',
    });
  });

  it('name line and column of what is wrong in the config file, and use the rest', async () => {
    withConfig('theme: dark\nwidht: 3\ncolor: pink\n');
    const { settings, faults } = await resolve();
    expect(settings.theme).toBe('dark');
    expect(faults).toMatchObject([
      { kind: 'value', key: 'color', line: 3, column: 8 },
      { kind: 'unknown', key: 'widht', line: 2 },
    ]);
  });

  it('say what a flag would take', async () => {
    const fault = await resolve({ links: 'blue' }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(FlagFault);
    expect(fault).toMatchObject({ flag: '--links', value: 'blue' });
    await expect(resolve({ width: '-3' })).rejects.toBeInstanceOf(FlagFault);
  });

  it('take the language from flag, then environment and locale', async () => {
    expect((await resolve({}, { LANG: 'de_DE.UTF-8' })).settings.language).toBe('de');
    expect((await resolve({}, { LANG: 'de_DE.UTF-8', LC_ALL: 'C' })).settings.language).toBe('en');
    expect((await resolve({ language: 'de' }, { LANG: 'C' })).settings.language).toBe('de');
    withConfig('language: de\n');
    expect((await resolve({}, { LANG: 'C' })).settings.language).toBe('de');
  });

  it('put the own articles first, then NEWS_PATH or paths, then the bundled ones', async () => {
    withConfig('paths: [~/notes, sub]\n');
    const own = join(home, '.local/share/news/articles');
    const bundled = '/usr/lib/news/articles';
    expect((await resolve()).settings.roots).toEqual([
      own,
      join(home, 'notes'),
      join(home, '.config/news/sub'),
      bundled,
    ]);
    const both = await resolve({}, { NEWS_PATH: '/a:/b' });
    expect(both.settings.roots).toEqual([own, '/a', '/b', bundled]);
    expect((await resolve({ from: ['x', '/y'] })).settings.roots).toEqual(['/desk/x', '/y']);
  });

  it('keep history off where flag, environment or config say so', async () => {
    expect((await resolve({ history: false })).settings.history).toBe(false);
    expect((await resolve({}, { NEWS_HISTORY: '0' })).settings.history).toBe(false);
    withConfig('history: false\n');
    expect((await resolve()).settings.history).toBe(false);
    withConfig('history: ~/sync\n');
    expect((await resolve()).settings.history).toBe(join(home, 'sync'));
  });

  it('ignore relative XDG folders', async () => {
    const { folders } = await resolve({}, { XDG_CACHE_HOME: 'cache', XDG_STATE_HOME: '/state' });
    expect(folders.cache).toBe(join(home, '.cache/news'));
    expect(folders.history).toBe('/state/news/history');
  });

  it('survive any text as a config file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), async (text) => {
        const { entries, faults } = await parseConfig(text);
        expect(entries.size + faults.length).toBeGreaterThanOrEqual(0);
        for (const fault of faults) expect(fault.line).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

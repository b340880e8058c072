// The config file's mistakes, each named with line and column.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const file = join(home.path, '.config/news/config.yaml');

function withConfig(text: string): void {
  mkdirSync(join(home.path, '.config/news'), { recursive: true });
  writeFileSync(file, text);
}

describe('a config file', () => {
  it('has each of its mistakes named by news config, which still shows all settings', async () => {
    withConfig(`widht: 60
color: pink
themes:
  mine:
    base: darkest
    title: bold
  other:
    heading: bold
    link: bold mauve
  flat: bold
keys:
  reader.nxt: x
  reader.next: [1]
`);
    const { status, stdout, stderr } = await home.run(['config']);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^width\t/m);
    const places = stderr.split('\n').flatMap((line) => /yaml:(\d+:\d+: .*)/.exec(line)?.[1] ?? []);
    expect(places).toEqual([
      '2:8: color must be one of auto, always, never',
      '1:1: there is no setting “widht”',
      '5:5: there is no theme “darkest”',
      '8:5: theme “other” sets “heading”, which is no role',
      "9:5: themes: other.link can't be “bold mauve”",
      "10:3: themes: flat can't be “bold”",
      expect.stringMatching(/^12:3: .*reader\.nxt/),
      expect.stringMatching(/^13:3: .*reader\.next/),
    ]);
  });

  it('is named with the place where a command stumbles over it', async () => {
    withConfig('themes:\n  mine:\n    link: mauve\ntheme: mine\n');
    const { status, stderr } = await home.run(['read', 'klarna', '--color', 'always']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^news: .*config\.yaml:3:5: themes: mine\.link can't be “mauve”\n/);
    withConfig('theme: [\n');
    expect((await home.run(['list'])).stderr).toMatch(/^news: .*config\.yaml:2:1: /);
  });

  it('may give a key away and take it for something else', async () => {
    withConfig('keys:\n  reader.find: f\n  reader.pageDown: [space]\n');
    expect(await home.run(['config'])).toMatchObject({ status: 0, stderr: '' });
    withConfig('keys:\n  reader.back: left\n  reader.find: F\n');
    const { status, stderr } = await home.run(['config']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^news: .*config\.yaml:2:3: /);
  });
});

// `news check`: each planted fault is found on its line, and our own articles have none.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome, ROOT } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const faulty = join(ROOT, 'tests/fixtures/faulty');
const inRoot = { cwd: ROOT };

/** Every fault in tests/fixtures/faulty, where an editor would find it. */
const PLANTED = `
01-fields.md:3:7: date: “2024-02-30” is no date; write 2024-08-28
01-fields.md:4:10: updated: “yesterday” is no date; write 2024-08-28
01-fields.md:5:7: lang: “klingonisch!” is no language; write de or en-GB
01-fields.md:6:7: tags must be a list of texts
01-fields.md:7:9: source: “javascript:alert(1)” is no web address
01-fields.md:8:8: draft must be true or false
01-fields.md:9:8: there is no field “autor”; “author” is meant
02-open.md:1:1: the front matter has no closing ---
04-yaml.md:1:1: number 3 is missing before it
04-yaml.md:2:8: the front matter is no YAML: Nested mappings are not allowed in compact mappings
05-links.md:3:3: the link leads nowhere: nowhere.md
05-links.md:3:38: there is no such heading: #not-here
05-links.md:5:3: there is no such heading: 06-notes.md#gone
05-links.md:8:16: the link has no address
05-links.md:10:3: nobody can follow this link: javascript:alert(1)
05-links.md:11:3: the picture picture.png has no alternative text
05-links.md:11:3: the link leads nowhere: picture.png
05-links.md:12:3: the picture other.png has no alternative text
05-links.md:14:5: there is no address for “missing-label”
06-notes.md:3:23: there is no text for footnote lost
06-notes.md:6:1: footnote known has a second text
06-notes.md:7:1: nothing refers to footnote alone
06-notes.md:15:3: the code has no closing fence
06-notes.md:20:4: the code has no closing fence
07-signs.md:3:10: holds U+202E, which a reader would not see as written
07-signs.md:5:11: holds U+001B, which a reader would not see as written
07-signs.md:7:8: holds bytes that are no UTF-8
08-same.md:1:1: has the same name “same” as 08-same.markdown
08-same.md:1:1: has the same number 8 as 08-same.markdown
series.yaml:3:8: order: “upside-down” is no order; write number, date or -date
plain/---.md:1:1: the file name gives no name to call the article by
plain/2024-13-40-day.md:1:1: the file name's “2024-13-40” is no date
`
  .trim()
  .split('\n');

describe('news check', () => {
  it('finds every planted fault at its line and column, and nothing else', async () => {
    const { status, stdout, stderr } = await home.run(['check', 'tests/fixtures/faulty'], inRoot);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual(PLANTED.map((line) => join('tests/fixtures/faulty', line)));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('finds nothing in the articles that ship with the program', async () => {
    expect(await home.run(['check'])).toEqual({ status: 0, signal: null, stdout: '', stderr: '' });
    const articles = await home.run(['check', join(ROOT, 'articles')]);
    expect(articles).toMatchObject({ status: 0, stdout: '' });
  });

  it('gives the same as data', async () => {
    const { status, stdout } = await home.run(['check', '--json', 'tests/fixtures/faulty'], inRoot);
    const faults: { path: string; line: number; column: number; code: string; message: string }[] =
      JSON.parse(stdout);
    const lines = faults.map((one) => `${one.path}:${one.line}:${one.column}: ${one.message}`);
    expect(lines).toEqual(PLANTED.map((line) => join('tests/fixtures/faulty', line)));
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThanOrEqual(25);
    expect(status).toBe(1);
    expect(await home.run(['check', '--json'])).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  it('says it in German, at the same places', async () => {
    const { stdout } = await home.run(['check', faulty, '--language', 'de']);
    const places = (lines: readonly string[]) =>
      lines.map((line) => /[^/]+:\d+:\d+/.exec(line)?.[0]);
    const lines = stdout.trimEnd().split('\n');
    expect(places(lines)).toEqual(places(PLANTED));
    expect(stdout).toContain(': Dem Codeblock fehlt das Ende\n');
    const english = new Set(PLANTED.map((line) => line.replace(/^.*?:\d+:\d+: /, '')));
    expect(lines.filter((line) => english.has(line.replace(/^.*?:\d+:\d+: /, '')))).toEqual([]);
  });

  it('looks at a single file by its path', async () => {
    const { status, stdout } = await home.run(['check', join(faulty, '07-signs.md')]);
    expect(status).toBe(1);
    expect(stdout.split('\n').map((line) => line.split(':')[1])).toEqual([
      '3',
      '5',
      '7',
      undefined,
    ]);
  });

  it('refuses a path that is not there, with status 2', async () => {
    expect(await home.run(['check', 'nowhere'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: "news: can't read nowhere: no such file\n",
    });
  });

  it('lets nothing through that a file name or link could do to a terminal', async () => {
    const folder = join(home.path, 'hostile');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a\u001b]0;x\u0007.md'), '[x](a\u009b31m.md) ![](b\u202e.png)\n');
    const { stdout } = await home.run(['check', folder]);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(stdout).toMatch(/:1:\d+: /);
  });
});

// Holds the guide and the README to the program: what they show is what it prints, and every command
// that they name works.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { programOutline } from '../../src/cli/program.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { makeHome, ROOT, shell } from '../support/program.ts';
import { surroundings } from '../support/tty.ts';
import { shorten, stepsOf, suits, withAnswers } from './blocks.ts';
import { GUIDES, guidePages, pages } from './pages.ts';
import { run } from './session.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());

const files = guidePages().map((page) => {
  const text = readFileSync(page.path, 'utf8');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { ...page, front: parse(front) as Record<string, unknown>, body };
});

/** The text without code, in blocks or in lines. */
const prose = (body: string): string =>
  body
    .replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '')
    .replace(/`[^`\n]*`/g, 'x')
    .replace(/^<!--.*-->$/gm, '');

describe.each(pages())('$name', ({ path, language }) => {
  it('shows what the program answers', async () => {
    const markdown = readFileSync(path, 'utf8');
    const steps = stepsOf(markdown);
    const fresh = withAnswers(markdown, steps, await run(steps, language));
    expect(fresh).toBe(markdown);
  });

  it('shows nothing that broke', () => {
    const markdown = readFileSync(path, 'utf8');
    expect(markdown).not.toMatch(/^ *at .*(?:\(|file:)|NEWS_DEBUG=1 (?:shows|zeigt),? wh?[eo]/m);
  });

  it('names only queries that find something', async () => {
    const markdown = readFileSync(path, 'utf8');
    const body = markdown.replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '');
    // What a block shows was run above, with what it needs.
    const shown = stepsOf(markdown).map((step) => (step.kind === 'command' ? step.typed : ''));
    const named = [
      ...body.matchAll(/`(news (?:read|search|list|check|help|config) \S[^`\n…]*)`/g),
    ].map((match) => match[1] as string);
    const lines = [...new Set(named)].filter(
      (line) => !/[A-Z]{3,}/.test(line) && !shown.some((typed) => typed.startsWith(line)),
    );
    const failed: string[] = [];
    for (const line of lines) {
      const { status, stderr } = await shell(line, { env: home.env, cwd: home.path });
      if (status !== 0) failed.push(`${line}: ${stderr}`);
    }
    expect(failed).toEqual([]);
  });
});

describe('the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

  it('leaves only what installs and tests to be run by others', () => {
    const shell = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1]);
    expect(shell).toEqual(['npm ci && npx news read klarna\n', 'npm ci && npm test\n']);
  });

  it('names every command that there is, and no other', () => {
    const named = [...readme.matchAll(/`news (\w+)/g)].map((match) => match[1]);
    const { commands } = programOutline(messagesFor('en'), surroundings());
    expect(new Set(named)).toEqual(new Set(commands.map(({ name }) => name)));
  });

  it('leads only to files that are there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] as string);
    const missing = targets.filter(
      (target) => !/^https:/.test(target) && !existsSync(join(ROOT, target)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the guide', () => {
  it('has the same articles in each language, in the same order', () => {
    const [english, german] = GUIDES.map(([key]) =>
      files.filter(({ name }) => name.startsWith(`articles/${key}/`)),
    );
    const shape = (body = ''): object => ({
      headings: [...body.matchAll(/^#+ /gm)].map(([marks]) => marks),
      alerts: [...body.matchAll(/^> \[!\w+\]/gm)].map(([mark]) => mark),
      tables: [...body.matchAll(/^\|.*-:?.*\|$/gm)].length,
      steps: stepsOf(body).map(({ kind }) => kind),
    });
    expect(german?.map(({ body }) => shape(body))).toEqual(english?.map(({ body }) => shape(body)));
    expect(english).toHaveLength(17);
  });

  it('opens by the key of its series', async () => {
    for (const [key] of GUIDES) {
      const first = files.find(({ name }) => name.startsWith(`articles/${key}/01-`));
      const { stdout } = await home.run(['read', key, '--no-history']);
      expect(stdout.split('\n')[0]).toBe(first?.front['title']);
    }
  });

  it('stands in the way of no query for the news', async () => {
    for (const word of ['klarna', 'dell', 'openai', 'stellenabbau']) {
      const read = await home.run(['read', word, '--json', '--no-history']);
      expect(JSON.parse(read.stdout).series).toBe('ki-wirtschaft');
      const search = await home.run(['search', word, '--json']);
      const series = JSON.parse(search.stdout).map((hit: { series: string }) => hit.series);
      expect(new Set(series)).toEqual(new Set(['ki-wirtschaft']));
    }
    expect((await home.run(['read', 'ki'])).status).toBe(2);
    const latest = await home.run(['read', 'latest', '--json', '--no-history']);
    expect(JSON.parse(latest.stdout).series).toBe('ki-wirtschaft');
  });

  it('uses all of Markdown that the program sets', () => {
    for (const [key] of GUIDES) {
      const all = files
        .filter(({ name }) => name.startsWith(`articles/${key}/`))
        .map(({ body }) => body)
        .join('\n');
      const features: Readonly<Record<string, RegExp>> = {
        'a column aligned to the right': /^\|.*-: \|/m,
        'a task done and one open': /- \[x\][\s\S]*- \[ \]/,
        'a list within a list': /^\d\. .*\n {3}- /m,
        'a list of steps within bullets': /^- .*\n {2}1\. /m,
        ...Object.fromEntries(
          ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'].map((kind) => [
            `an alert of kind ${kind}`,
            new RegExp(`^> \\[!${kind}\\]$`, 'm'),
          ]),
        ),
        'a footnote': /\[\^\w+\]:/,
        'a quote within a quote': /^> > /m,
        'a picture': /^!\[[^\]]+\]\(/m,
        'struck text': /~~\w/,
        'a word for an emoji': / :\w+: /,
        'an address without brackets': /\shttps:\/\//,
        'a link to another article': /\]\(\d\d-[\w-]+\.md\)/,
        'a rule': /^---$/m,
        ...Object.fromEntries(
          ['kbd', 'mark', 'sub', 'sup', 'details'].map((tag) => [tag, new RegExp(`<${tag}>`)]),
        ),
        'code of one language and of another': /```yaml[\s\S]*```(?:python|js)/,
        'code with code in it': /^````/m,
      };
      expect(Object.keys(features).filter((name) => !features[name]?.test(all))).toEqual([]);
    }
  });
});

describe.each(files)('$name', ({ front, body, language }) => {
  it('has front matter without a date, so that the newest article is news', () => {
    expect(front).toEqual({
      title: expect.stringMatching(/\S/),
      lang: language,
      tags: expect.arrayContaining(['news']),
      summary: expect.stringMatching(/^\p{Lu}.*\.$/u),
    });
  });

  it('is short', () => {
    const count = body.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    expect(count).toBeGreaterThanOrEqual(300);
    expect(count).toBeLessThanOrEqual(600);
  });

  it.each<[string, RegExp]>([
    ['a straight quotation mark', /(?<!\]\([^)]*)["']/gu],
    ['a hyphen for a dash', /\S -+ (?!\|)|—/gu],
    ['three dots for an ellipsis', /\.\.\./gu],
    ['a double or trailing space', /\S {2}| $/gmu],
    ['a marketing word', /\b(?:powerful|simply|just|easily|einfach|mühelos|leistungsstark)\b/giu],
    ...(language === 'de'
      ? ([['a quotation mark of another language', /[”’]|“\p{L}/gu]] as [string, RegExp][])
      : ([['a quotation mark of another language', /„/gu]] as [string, RegExp][])),
  ])('does without %s', (_name, fault) => {
    const text = prose(body).replace(/^\|.*$/gm, '');
    expect([...text.matchAll(fault)].map(({ index }) => text.slice(index, index + 40))).toEqual([]);
  });

  it('closes every quotation that it opens', () => {
    const [open, close] = language === 'de' ? ['„', '“'] : ['“', '”'];
    expect(prose(body).split(open ?? '').length).toBe(prose(body).split(close ?? '').length);
  });
});

describe('an answer', () => {
  it('suits what is shown of it, with lines left out', () => {
    expect(suits(['a', '…', 'd'], ['a', 'b', 'c', 'd'])).toBe(true);
    expect(suits(['a', '…'], ['a'])).toBe(true);
    expect(suits(['…', 'b'], ['a', 'b', 'c'])).toBe(false);
    expect(suits(['a'], ['a', 'b'])).toBe(false);
    expect(suits(['a', 'b'], ['a'])).toBe(false);
  });

  it('takes the place of an old one, as short as that was', () => {
    expect(shorten(['x', '…', 'y'], ['a', 'b', 'c', 'd'])).toEqual(['a', '…', 'd']);
    const before = '```console\n$ one\nold\n$ two\nx\n…\n```\n';
    const after = withAnswers(before, stepsOf(before), [
      ['new', 'lines'],
      ['a', 'b', 'c'],
    ]);
    expect(after).toBe('```console\n$ one\nnew\nlines\n$ two\na\n…\n```\n');
  });
});

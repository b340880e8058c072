// How well pages become articles: `node tests/bench/pages.ts FOLDER` for pages with expectations of your own, or
// none for the pages of the tests. Prints words found and right (precision, recall, F1), whole paragraphs, noise
// let in, and title, authors, date, language in percent, for us and for Readability alone; `--each` a line a page,
// `--beside=FILE` for another extractor too: a module whose default takes HTML and address, and gives Found.
//
// A folder holds NAME.html and NAME.json: {"title", "authors", "date", "lang", "text", "with": [], "without": [],
// "address"}; what is not said is not judged. `text` is all words of the article, `with` and `without` are
// passages that must be there or must not.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode } from '../../src/intake/charset.ts';
import { readPage } from '../../src/intake/html/read-page.ts';
import { MANNERS } from '../intake/html/manners.ts';
import { ENGLISH, GERMAN, type Prose } from '../intake/html/prose.ts';

interface Expected {
  readonly address?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly lang?: string;
  readonly text?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}
interface Page {
  readonly name: string;
  readonly html: string;
  readonly expected: Expected;
}
type Found = Partial<Record<'title' | 'date' | 'lang', string | undefined>> & {
  readonly authors: readonly string[];
  readonly text: string;
};

type Read = (html: string, address: string) => Found | Promise<Found>;

const ADDRESS = 'https://example.org/2025/text.html';

function ours(html: string, address: string): Found {
  const read = readPage(html, { address });
  if (read.kind === 'refused') return { authors: [], text: '' };
  const { title, authors, date, lang, markdown } = read.value;
  const text = markdown
    // Addresses are no words of the text, and code has no escapes to undo.
    .replace(/\]\([^()\s]*(?: "((?:\\.|[^"\\])*)")?\)/g, '] $1 ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/^ *(?:[-:]+ *\|? *)+$/gm, '');
  return { title, authors, date, lang, text };
}

function readability(html: string): Found {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}`);
  Object.defineProperty(document, 'baseURI', { value: ADDRESS });
  Object.defineProperty(document, 'documentURI', { value: ADDRESS });
  const found = (() => {
    try {
      return new Readability(document as never).parse();
    } catch {
      return null;
    }
  })();
  return {
    title: found?.title ?? undefined,
    authors: found?.byline ? [found.byline] : [],
    date: found?.publishedTime?.slice(0, 10),
    lang: found?.lang ?? undefined,
    text: found?.textContent ?? '',
  };
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const plain = (text: string): string => wordsOf(text).join(' ');

/** Words of both, as bags. */
function shared(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of found) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) count++;
    left.set(word, rest - 1);
  }
  return count;
}

/** Right ones of so many, by what is judged. */
class Score {
  readonly #counts = new Map<string, [right: number, all: number]>();
  add(what: string, right: number, all: number): void {
    const [a, b] = this.#counts.get(what) ?? [0, 0];
    this.#counts.set(what, [a + right, b + all]);
  }
  share(what: string): number | undefined {
    const [right, all] = this.#counts.get(what) ?? [0, 0];
    return all === 0 ? undefined : right / all;
  }
}

function judge({ expected }: Page, found: Found, score: Score): void {
  const text = plain(found.text);
  if (expected.text !== undefined) {
    const [own, wanted] = [wordsOf(found.text), wordsOf(expected.text)];
    const both = shared(own, wanted);
    score.add('precision', own.length === 0 ? 0 : both / own.length, 1);
    score.add('recall', wanted.length === 0 ? 1 : both / wanted.length, 1);
  }
  for (const passage of expected.with ?? [])
    score.add('with', Number(text.includes(plain(passage))), 1);
  for (const passage of expected.without ?? [])
    score.add('let in', Number(text.includes(plain(passage))), 1);
  if (expected.title !== undefined)
    score.add('title', Number(plain(found.title ?? '') === plain(expected.title)), 1);
  if (expected.authors !== undefined)
    score.add(
      'authors',
      Number(plain(found.authors.join(' ')) === plain(expected.authors.join(' '))),
      1,
    );
  if (expected.date !== undefined) score.add('date', Number(found.date === expected.date), 1);
  if (expected.lang !== undefined)
    score.add('lang', Number(found.lang?.slice(0, 2) === expected.lang.slice(0, 2)), 1);
}

async function pagesIn(folder: string): Promise<Page[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => {
      const bytes = readFileSync(join(folder, name.replace(/json$/, 'html')));
      const { text: html } = await decode(bytes, { declares: 'html' });
      const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
      return { name: name.replace(/\.json$/, ''), html, expected };
    }),
  );
}

const madePage = (manner: (typeof MANNERS)[number], prose: Prose): Page => {
  const lacks = manner.lacks ?? [];
  const { title, author, date, lang, paragraphs, heading, items, quote, noise } = prose;
  return {
    name: `${manner.name}, ${lang}`,
    html: manner.page(prose),
    expected: {
      title,
      lang,
      ...(lacks.includes('author') ? {} : { authors: [author] }),
      ...(lacks.includes('date') ? {} : { date }),
      text: [
        ...paragraphs,
        ...(lacks.includes('heading') ? [] : [heading]),
        ...(lacks.includes('list') ? [] : items),
        ...(lacks.includes('quote') ? [] : [quote]),
      ].join('\n'),
      with: paragraphs,
      without: noise,
    },
  };
};

const folder = process.argv.slice(2).find((one) => !one.startsWith('--'));
const pages = folder
  ? await pagesIn(folder)
  : MANNERS.flatMap((manner) => [GERMAN, ENGLISH].map((prose) => madePage(manner, prose)));
const COLUMNS = ['precision', 'recall', 'F1', 'with', 'let in', 'title', 'authors', 'date', 'lang'];
const percent = (share: number | undefined): string =>
  (share === undefined ? '-' : (share * 100).toFixed(1)).padStart(10);
const shares = (score: Score): string =>
  COLUMNS.map((what) => {
    if (what !== 'F1') return percent(score.share(what));
    const [a, b] = [score.share('precision'), score.share('recall')];
    return percent(
      a === undefined || b === undefined ? undefined : a + b === 0 ? 0 : (2 * a * b) / (a + b),
    );
  }).join('');
console.log(`${pages.length} pages`.padEnd(24) + COLUMNS.map((name) => name.padStart(10)).join(''));
const beside = process.argv
  .slice(2)
  .filter((one) => one.startsWith('--beside='))
  .map((one) => resolve(one.slice('--beside='.length)));
const readers: (readonly [string, Read])[] = [
  ['news', ours],
  ['Readability alone', readability],
];
for (const path of beside) {
  const { default: read } = (await import(pathToFileURL(path).href)) as { readonly default: Read };
  readers.push([basename(path).replace(/\.\w+$/, ''), read]);
}
for (const [name, read] of readers) {
  const whole = new Score();
  for (const page of pages) {
    const found = await read(page.html, page.expected.address ?? ADDRESS);
    judge(page, found, whole);
    if (!process.argv.includes('--each') || read !== ours) continue;
    const own = new Score();
    judge(page, found, own);
    console.log(page.name.slice(0, 23).padEnd(24) + shares(own));
  }
  console.log(name.padEnd(24) + shares(whole));
}

// What must hold for any input, one target a part of the program. Each takes what its generator makes
// and throws where it does not hold.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseSearch } from '../../src/catalog/search/search-query.ts';
import { styleOf } from '../../src/context/themes.ts';
import { compactLines } from '../../src/history/compact.ts';
import { foldEvents } from '../../src/history/fold-events.ts';
import { parseLines } from '../../src/history/journal-file.ts';
import { readArticle } from '../../src/library/article/article.ts';
import { decodeText } from '../../src/library/article/article-file.ts';
import type { Card } from '../../src/library/article/card.ts';
import { cleanLine } from '../../src/library/article/clean.ts';
import { splitFrontMatter } from '../../src/library/article/front-matter.ts';
import { readSimpleYaml } from '../../src/library/article/simple-yaml.ts';
import { isDay, parseFileName } from '../../src/library/article/slug.ts';
import { resolve } from '../../src/library/query/query.ts';
import { readSeriesFile } from '../../src/library/series/series-file.ts';
import { jsonText } from '../../src/output/json-text.ts';
import { tsv } from '../../src/output/tsv.ts';
import { resolveSettings } from '../../src/settings/settings.ts';
import { decodeKeys } from '../../src/tui/keys/keyboard.ts';
import { setFront } from '../../src/typeset/blocks/front.ts';
import { typeset } from '../../src/typeset/layout.ts';
import { paint } from '../../src/typeset/page/paint.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { prepare } from '../../src/typeset/prepare/prepare.ts';
import { sanitize } from '../../src/typeset/text/sanitize.ts';
import { columns } from '../../src/typeset/text/width.ts';
import { CONSTRUCTS, type Construct, FORMS, type Form, nest } from '../growth/constructs.ts';
import { mustBeLinear } from '../growth/work.ts';
import { strayIn } from '../hostile/stray.ts';
import { surroundings } from '../support/tty.ts';
import { ansi, plain, RICH } from '../typeset/setting-support.ts';
import { feedBytes, feedToArticles } from './feeds.ts';
import {
  articleText,
  configText,
  hostileText,
  journalText,
  keyText,
  markdownText,
  matterText,
  nameText,
  queryText,
} from './generators.ts';

import {
  bytesToDocument,
  listBytes,
  picturesRenamed,
  plainText,
  textToArticle,
} from './incoming.ts';

import { bookParts, bookToSeries, pageText, pageToArticle } from './incoming-markup.ts';

export interface Target {
  readonly name: string;
  readonly arbitrary: fc.Arbitrary<unknown>;
  readonly check: (input: never) => void | Promise<void>;
}

function target<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (input: T) => void | Promise<void>,
): Target {
  return { name, arbitrary, check };
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function harmless(text: string, kind: 'pipe' | 'terminal' = 'pipe'): void {
  const stray = strayIn(text, kind);
  must(stray === undefined, `stray: ${stray}`);
}

const card = (id: string, title: string, number: number): Card => ({
  id,
  title,
  number,
  slug: id.split('/')[1] ?? '',
  series: id.split('/')[0] ?? '',
  titleFrom: 'heading',
  authors: [],
  tags: [],
  draft: false,
  path: `/${id}.md`,
  words: 1,
  minutes: 1,
});
const CARDS = [
  card('ki/klarna-stellen', 'Klarna und die Stellen', 1),
  card('ki/über-uns', 'Über uns', 2),
  card('b/klarna', 'Klarna', 1),
  card('b/2', 'Zwei', 2),
  card('漢/字', '漢字', 1),
];

const folder = mkdtempSync(join(tmpdir(), 'news-fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'config.yaml'), '');
const config = join(folder, 'news');

async function settingsOf(text: string): Promise<void> {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'config.yaml'), text);
  const { settings, faults } = await resolveSettings(
    {},
    surroundings({ variables: { XDG_CONFIG_HOME: folder } }),
  );
  for (const fault of faults) must(fault.line >= 1 && fault.column >= 1, 'a fault has a place');
  must(
    settings.width === undefined || (Number.isSafeInteger(settings.width) && settings.width >= 0),
    'width',
  );
  must(settings.maxSize >= 1 && settings.maxSize <= 500, 'maxSize');
  must(['auto', 'always', 'never'].includes(settings.color), 'color');
  must(settings.language === 'en' || settings.language === 'de', 'language');
  must(
    settings.pager === undefined || settings.pager === false || typeof settings.pager === 'string',
    'pager',
  );
  must(Object.getPrototypeOf({}) === Object.prototype && !('x' in {}), 'prototypes are left alone');
  for (const theme of Object.values(settings.themes)) {
    if (typeof theme === 'object' && theme !== null)
      for (const style of Object.values(theme)) styleOf(style);
  }
}

function keysOf(text: string, cuts: readonly number[]): void {
  const whole = decodeKeys('', text);
  must(whole.pending.length <= text.length, 'nothing is made up');
  let pending = '';
  const inputs: unknown[] = [];
  let from = 0;
  for (const cut of [
    ...cuts.map((one) => one % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ]) {
    // A terminal's bytes are decoded before they come here: no character comes in halves.
    const at = /[\udc00-\udfff]/.test(text[cut] ?? '') ? cut + 1 : cut;
    if (at < from) continue;
    const part = decodeKeys(pending, text.slice(from, at));
    pending = part.pending;
    inputs.push(...part.inputs);
    from = at;
  }
  must(
    isDeepStrictEqual(inputs, whole.inputs) && pending === whole.pending,
    'chunks make no difference',
  );
}

async function pageOf(text: string, width: number): Promise<void> {
  const document = await prepare(parseDocument(text, { lang: 'de' }), {
    hyphenate: true,
    highlight: true,
  });
  for (const options of [ansi(width, { hyphenate: 'always', lang: 'de' }), plain(width)]) {
    const page = typeset(document, options);
    const lines = [
      ...setFront({ title: document.title ?? '', summary: text }, options),
      ...page.lines,
    ];
    for (const line of lines) {
      must(line.width <= width, `a line of ${line.width} columns at ${width}`);
      must(
        line.width === columns(line.runs.map((run) => run.text).join('')),
        'a line knows its width',
      );
      const painted = paint(
        line,
        options.hyperlinks ? RICH : { depth: 'none', attributes: false, hyperlinks: false },
        page.links,
      );
      must(!painted.includes('\n'), 'a line is one line');
      harmless(painted, options.hyperlinks ? 'terminal' : 'pipe');
    }
  }
}

function documentOf(text: string): void {
  const document = parseDocument(text);
  const json = JSON.stringify(document);
  must(isDeepStrictEqual(JSON.parse(json), document), 'a document is plain JSON');
  must(
    !/\\u00[01][0-8b-f]|\\ud[89a-f]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(
      json.replace(/\\\\/g, ''),
    ),
    `a document holds no controls: ${json}`,
  );
  for (const { kind, href } of document.links) {
    if (kind === 'web') must(/^https?:/i.test(href) && URL.canParse(href), href);
    else if (kind === 'mail') must(/^mailto:/i.test(href), href);
    else must(!/^\s*(?:javascript|data|vbscript|file):/i.test(href), href);
  }
}

function yamlOf(written: string): void {
  // Front matter ends with its line.
  const text = `${written}\n`;
  const simple = readSimpleYaml(text);
  if (simple === undefined) return;
  must(
    isDeepStrictEqual(
      { ...simple },
      { ...parse(text, { version: '1.2', schema: 'core', logLevel: 'silent' }) },
    ),
    'the quick reader reads what the full parser reads',
  );
}

async function matterOf(text: string): Promise<void> {
  const { body } = splitFrontMatter(text);
  must(text.endsWith(body), 'the body is the end of the text');
  const { fields, title, words, faults } = await readArticle(text, '01-name.md');
  must(Number.isSafeInteger(words) && words >= 0, 'words are counted');
  for (const fault of faults) must(fault.line >= 1 && fault.column >= 1, 'a fault has a place');
  const { date, updated, source, lang, summary, authors, tags } = fields;
  for (const day of [date, updated])
    must(day === undefined || isDay(day.slice(0, 10)), `${day} is a day`);
  must(source === undefined || /^https?:/i.test(source.url), `${source?.url}`);
  for (const one of [title, summary ?? '', lang ?? '', ...authors, ...tags, source?.name ?? '']) {
    must(!/[\n\r\t]/.test(one), 'a field is one line');
    harmless(one);
  }
}

function journalOf(texts: readonly string[]): void {
  const journals = texts.map(parseLines);
  const state = foldEvents(journals);
  for (const reading of state.readings.values()) {
    must(reading.share >= 0 && reading.share <= 1, 'a share');
    must(!Number.isNaN(Date.parse(reading.at)), 'a time');
  }
  const compacted = journals.map((lines) => parseLines(compactLines(lines).join('')));
  must(isDeepStrictEqual(foldEvents(compacted), state), 'a compacted journal says the same');
}

/** Doubles the depth for as long as the text stays short. */
function growthOf(constructs: readonly Construct[], form: Form): void {
  for (let depth = 4; ; depth *= 2) {
    const text = nest(constructs, form, depth);
    if (depth > 4 && text.length > 4000) return;
    mustBeLinear(text);
    if (text.length < depth) return;
  }
}

export const TARGETS: readonly Target[] = [
  target('sanitize', fc.tuple(hostileText, hostileText), ([a, b]) => {
    const clean = sanitize(a);
    harmless(clean);
    must(sanitize(clean) === clean, 'twice is once');
    must(clean.length <= a.length, 'nothing is added');
    must(!/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(sanitize(a) + sanitize(b)), 'parts make no control');
    const line = cleanLine(a);
    harmless(line);
    must(!/[\n\r\t]/.test(line) && cleanLine(line) === line, 'a line is one line, twice is once');
    harmless(tsv([[a, b]]).replace(/[\t\n]/g, ''));
    const json = jsonText({ a, b });
    harmless(json);
    must(isDeepStrictEqual(JSON.parse(json), { a, b }), 'JSON keeps the value');
  }),
  target('bytes', fc.uint8Array({ maxLength: 60 }), (bytes) => {
    const text = decodeText(bytes);
    must(!/\p{Surrogate}/u.test(text), 'text has no lone surrogates');
    harmless(sanitize(text));
  }),
  target('front-matter', articleText, matterOf),
  target('yaml', matterText, yamlOf),
  target('series', matterText, async (text) => {
    const { fields } = await readSeriesFile(text);
    for (const one of [fields.title, fields.summary, fields.lang]) harmless(one ?? '');
  }),
  target('document', markdownText, documentOf),
  target('typeset', fc.tuple(markdownText, fc.integer({ min: 20, max: 90 })), ([text, width]) =>
    pageOf(text, width),
  ),
  target(
    'growth',
    fc.tuple(
      fc.array(fc.constantFrom(...CONSTRUCTS), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...FORMS),
    ),
    ([constructs, form]) => growthOf(constructs, form),
  ),
  target('query', queryText, (query) => {
    const found = resolve(query, CARDS);
    if (found.kind === 'found') must(CARDS.includes(found.card), 'a card of the library');
    if (found.kind === 'several') must(found.cards.length > 1, 'several');
    for (const clause of parseSearch(query)) {
      if (clause.kind === 'words')
        must(
          clause.words.length > 0 && clause.at[0] <= clause.at[1] && clause.at[1] <= query.length,
          'a clause has words and a place',
        );
    }
  }),
  target('names', nameText, (name) => {
    const { slug, stem } = parseFileName(name);
    harmless(slug);
    must(
      slug !== '' && !/[/\\\n\t]/.test(slug) && stem.endsWith(slug),
      `a slug: ${JSON.stringify(slug)}`,
    );
  }),
  target('journal', fc.array(journalText, { minLength: 1, maxLength: 3 }), journalOf),
  target('settings', configText, settingsOf),
  target('keys', fc.tuple(keyText, fc.array(fc.nat(60), { maxLength: 3 })), ([text, cuts]) =>
    keysOf(text, cuts),
  ),
  target('text-to-article', plainText, textToArticle),
  target('page-to-article', pageText, pageToArticle),
  target('book-to-series', bookParts, bookToSeries),
  target('bytes-to-list', listBytes, bytesToDocument),
  target('feed', feedBytes, feedToArticles),
  target('pictures-renamed', markdownText, picturesRenamed),
];

// An article is the same at the prompt and on the screen: title, lines, and where its links lead.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { dressFor } from '../../src/commands/reading/dress.ts';
import { printPage } from '../../src/commands/reading/print-articles.ts';
import { looseLibrary } from '../../src/commands/screen/loose-catalog.ts';
import { screenPages } from '../../src/commands/screen/screen-pages.ts';
import { libraryArticle } from '../../src/context/article.ts';
import type { Article } from '../../src/context/article-shown.ts';
import { type Context, command } from '../../src/context/context.ts';
import { readPath } from '../../src/context/loose-article.ts';
import { keymap } from '../../src/tui/keys/keymap.ts';
import { textColumn, wideColumns } from '../../src/tui/pages/geometry.ts';
import type { TuiOptions } from '../../src/tui/pages/options.ts';
import { START } from '../../src/tui/pages/sheet.ts';
import { type LiveWorld, liveWorld } from '../../src/tui/state/world.ts';
import { ROOT, scrubbed } from '../support/program.ts';
import { surroundings } from '../support/tty.ts';
import { markdown } from '../typeset/arbitrary-markdown.ts';
import { READMES } from '../typeset/readmes.ts';

const home = mkdtempSync(join(tmpdir(), 'news-same-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The context of a command on a terminal that has links of its own. */
function onTerminal(columns: number, work: (context: Context) => Promise<void>): Promise<void> {
  const environment = surroundings({
    variables: { ...scrubbed(home), FORCE_HYPERLINK: '1', TERM: 'xterm' },
    cwd: home,
    home,
    bundled: join(ROOT, 'articles'),
    screen: () => ({ columns, rows: 24 }),
  });
  return command(work)({ flags: {}, environment });
}

/**
 * Painted lines without colours, each link's text in angle brackets with where it leads. A file that is no
 * article is for the terminal to open.
 */
function shown(painted: string): readonly string[] {
  return painted
    .replace(/\x1b\[[\d;]*m/g, '')
    .replace(/\x1b\]8;[^;]*;([^\x1b]+)\x1b\\([^\x1b]*)\x1b\]8;;\x1b\\/g, (_, address, text) =>
      /^file:.*(?<!\.md)$/.test(address) ? text : `<${address} ${text}>`,
    )
    .split('\n');
}

const isBlank = (line: string): boolean => line === '';

/** What `news read` prints of an article, without the lines that frame it and the margin. */
async function prompt(context: Context, article: Article): Promise<readonly string[]> {
  const parts: string[] = [];
  const dress = await dressFor(context, article, 'ansi');
  await printPage(article, dress, false, {
    write: async (part) =>
      void parts.push(typeof part === 'string' ? part : await part.text(false)),
  });
  // A blank line, then series, place and minutes.
  const lines = shown(parts.join('')).slice(2, -1 - dress.below().length);
  const margin = ' '.repeat(context.terminal.columns < 60 ? 1 : 2);
  return lines
    .slice(lines.findIndex((line) => !isBlank(line)))
    .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line));
}

/** What the reader scrolls: the head without its dateline, which the prompt has above, and the page. */
async function screen(
  pages: TuiOptions,
  { world, ...live }: LiveWorld,
  id: string,
  columns: number,
): Promise<readonly string[]> {
  const card = world.cards.find((one) => one.id === id)!;
  const size = { columns, rows: 24 };
  const measure = { width: textColumn(size, 72).width, wide: wideColumns(size, 72) };
  await live.load(card, START);
  while (!world.isSet(card, measure))
    if (live.grow(card, measure, undefined) === 'waiting') await live.more(card);
  const sheet = world.sheet(card, measure)!;
  const links = sheet.page.links.map((link) => {
    const target = link.kind === 'article' ? world.linked().target(card, link.href) : undefined;
    return target === undefined || id.includes(':')
      ? link
      : { ...link, href: pathToFileURL(target.path).href };
  });
  const lines = [...sheet.head, ...sheet.page.lines].flatMap((line) =>
    shown(pages.paint(line, links)),
  );
  return lines.slice(lines.findIndex((line) => !isBlank(line)));
}

async function pagesOf(context: Context, catalog: TuiOptions['catalog']) {
  const own = screenPages(context);
  const front: TuiOptions['front'] = ({ dateline: _, ...rest }, card, width) =>
    own.front(rest, card, width);
  const pages = {
    ...own,
    front,
    catalog,
    effects: { stamp: () => undefined, now: () => '' },
  } as unknown as TuiOptions;
  return { pages, live: await liveWorld(pages, keymap({}, own.wording.messages)) };
}

/** Longer than what is set at once, with a table and code that go beyond the measure. */
const LONG = Array.from(
  { length: 400 },
  (_, index) =>
    `## Part ${index}\n\n${'Some words of a text that is long. '.repeat(6)}\n\n${
      index % 50 === 0
        ? `| ${'Head | '.repeat(9)}\n|${' --- |'.repeat(9)}\n| ${'Cell 1,000 | '.repeat(9)}\n\n~~~\n${'code '.repeat(17)}\n~~~`
        : `[A link](https://example.org/${index}) and a note[^n].`
    }`,
).join('\n\n');
const texts = [...fc.sample(markdown, { numRuns: 20, seed: 13 }), `${LONG}\n\n[^n]: The note.`];
const GENERATED = texts.map((text, index) => {
  const path = join(home, `text-${index}.md`);
  writeFileSync(path, text);
  return path;
});
const WILD = READMES.slice(0, 20).map((name) => join(ROOT, 'node_modules', name));

// Beyond that the screen's column stands in the middle, so that code and tables have less room than at the
// prompt, where they begin at the left edge.
describe.each([40, 80, 100])(
  'at %i columns an article is the same at the prompt and on the screen',
  (columns) => {
    it('of the library', () =>
      onTerminal(columns, async (context) => {
        const catalog = await context.catalog();
        const { pages, live } = await pagesOf(context, catalog);
        for (const card of live.world.cards) {
          const article = await libraryArticle(context, card);
          expect
            .soft(await screen(pages, live, card.id, columns), card.id)
            .toEqual(await prompt(context, article));
        }
        live.close();
      }));

    it.each([
      ['from the wild', WILD],
      ['made of all constructs', GENERATED],
    ])('%s', (_, paths) =>
      onTerminal(columns, async (context) => {
        const articles = await Promise.all(paths.map((path) => readPath(path, path, context)));
        const { catalog, cards } = looseLibrary(articles, '', async (article) => article);
        const { pages, live } = await pagesOf(context, catalog);
        for (const [index, article] of articles.entries()) {
          const { id } = cards[index]!;
          expect
            .soft(await screen(pages, live, id, columns), paths[index])
            .toEqual(await prompt(context, article));
        }
        live.close();
      }),
    );
  },
);

// One answer to where a link leads, from `check`, at the prompt and on the screen.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { linkedCards } from '../../src/tui/pages/linked-cards.ts';
import { makeHome } from '../support/program.ts';
import { scanLibrary } from '../support/scan-library.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());

const FILES: Readonly<Record<string, string>> = {
  'a/01-plan.md': '# The plan\n',
  'a/idea.md': '# Idea\n',
  'b/idea.md': '# Idea\n',
  'b/2025-01-15-met.md': '---\naliases: [Second name]\n---\n\n# A long title\n',
};

/** Addresses as written in a/start.md, and the articles that they lead to. */
const LINKS: readonly (readonly [href: string, id: string | undefined])[] = [
  ['01-plan.md', 'a/plan'],
  ['./01-plan', 'a/plan'],
  ['plan', 'a/plan'],
  ['a/plan', 'a/plan'],
  ['idea', 'a/idea'],
  ['../b/idea.md', 'b/idea'],
  ['b/idea', 'b/idea'],
  ['met', 'b/met'],
  ['2025-01-15-met', 'b/met'],
  ['Second%20name', 'b/met'],
  ['a%20long%20title', 'b/met'],
  ['nowhere', undefined],
  ['nowhere.md', undefined],
];

it('check, prompt and screen say the same of each link', async () => {
  const root = join(home.path, 'library');
  const source = LINKS.map(([href], line) => `${line + 1}. [this one](${href})`).join('\n');
  for (const [name, text] of [...Object.entries(FILES), ['a/start.md', source] as const]) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }

  const { stdout: faults } = await home.run(['check', '--json', '--from', root, root]);
  const dead: string[] = JSON.parse(faults).map((fault: { target: string }) => fault.target);
  expect(dead).toEqual(LINKS.filter(([, id]) => id === undefined).map(([href]) => href));

  const { stdout: page } = await home.run(['read', 'a/start', '--from', root]);
  const listed = [...page.matchAll(/^\[(\d+)\] (.*)$/gm)].map(([, , address]) => address);
  const marks = [...page.matchAll(/this one\[(\d+)\]/g)].map(([, at]) => listed[Number(at) - 1]);
  expect(marks).toEqual(LINKS.map(([href, id]) => id ?? href));

  const { cards } = await scanLibrary([root]);
  const start = cards.find(({ id }) => id === 'a/start');
  if (start === undefined) throw new Error('the article is not there');
  const { target } = linkedCards(cards);
  expect(LINKS.map(([href]) => target(start, href)?.id)).toEqual(LINKS.map(([, id]) => id));
});

// One document a feature as a reader sees it, to be looked at in review: on a terminal at two
// widths (styles left out), and as plain text.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/typeset/layout.ts';
import { prepare } from '../../src/typeset/prepare/prepare.ts';
import { ansi, bodyOf, plain, printed } from './setting-support.ts';

const FOLDER = new URL('goldens/', import.meta.url);
const FEATURES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length));

const SETTINGS = {
  40: ansi(40, { hyperlinks: false }),
  80: ansi(80, { hyperlinks: false }),
  plain: plain(Number.POSITIVE_INFINITY),
};

describe.each(FEATURES)('%s', (feature) => {
  it.each(Object.entries(SETTINGS))('looks as it should: %s', async (name, options) => {
    const source = readFileSync(new URL(`${feature}.md`, FOLDER), 'utf8');
    const document = await prepare(bodyOf(source), { hyphenate: false, highlight: true });
    const text = `${printed(typeset(document, options)).join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(`goldens/${feature}.${name}.txt`);
  });
});

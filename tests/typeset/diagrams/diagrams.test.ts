import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../../src/typeset/diagrams/diagram.ts';
import { columns } from '../../../src/typeset/text/width.ts';
import { walk } from './walk.ts';

const SAMPLES = [
  ...readFileSync(join(import.meta.dirname, 'samples.md'), 'utf8').matchAll(
    /```(\w+)\n([\s\S]*?)```/g,
  ),
].map(([, lang = '', source = '']) => ({ lang, source }));

const UNREAD = /note "nicht gelesen"/;

describe('a diagram', () => {
  it('is drawn with the signs of the page', async () => {
    const text = SAMPLES.map(({ lang, source }) => {
      const drawings = drawDiagram(lang, source);
      const shown = drawings.find(({ width }) => width <= 72) ?? drawings.at(-1);
      const widths = drawings.map(({ width }) => width).join(' ');
      return `${source}\n${shown === undefined ? '(as source)' : shown.rows.join('\n')}\n\n[${widths}]\n`;
    }).join(`\n${'═'.repeat(72)}\n\n`);
    await expect(text).toMatchFileSnapshot('goldens/diagrams.txt');
  });

  it.each(SAMPLES)('is read, or left as source: $source', ({ lang, source }) => {
    expect(drawDiagram(lang, source).length > 0).toBe(!UNREAD.test(source));
  });

  it.each(SAMPLES)('is as wide as it says, and narrower each time: $source', ({ lang, source }) => {
    const drawings = drawDiagram(lang, source);
    for (const [index, { width, rows }] of drawings.entries()) {
      expect(Math.max(...rows.map((row) => columns(row)))).toBeLessThanOrEqual(width);
      if (index > 0) expect(width).toBeLessThan(drawings[index - 1]!.width);
      expect(rows.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

const graphs = fc.integer({ min: 2, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    direction: fc.constantFrom('TD', 'LR', 'BT', 'RL'),
    edges: fc.uniqueArray(
      fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([from, to]) => from !== to),
      { minLength: 1, maxLength: 14, selector: ([from, to]) => `${from} ${to}` },
    ),
  }),
);

describe('any graph', () => {
  it('has every edge as a line that can be walked, and no other', () => {
    fc.assert(
      fc.property(graphs, ({ direction, edges }) => {
        const source = edges.map(([from, to]) => `n${from}x --> n${to}x`).join('\n');
        const drawings = drawDiagram('mermaid', `flowchart ${direction}\n${source}`);
        const wanted = edges.map(([from, to]) => `n${from}x n${to}x`).sort();
        for (const { rows } of drawings) expect(walk(rows).sort()).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('is nearly always drawn', () => {
    let drawn = 0;
    const all = fc.sample(graphs, { numRuns: 300, seed: 7 });
    for (const { direction, edges } of all) {
      const source = edges.map(([from, to]) => `n${from} --> n${to}`).join('\n');
      if (drawDiagram('mermaid', `flowchart ${direction}\n${source}`).length > 0) drawn++;
    }
    expect(drawn).toBeGreaterThan(270);
  });

  it('keeps every label within the width, at 40, 72 and 100 columns', () => {
    const word = fc.stringMatching(/^[a-zäöü]{1,12}$/);
    const label = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        graphs,
        fc.array(label, { minLength: 14, maxLength: 14 }),
        ({ direction, edges }, labels) => {
          const source = edges.map(
            ([from, to], at) =>
              `n${from}[${labels[from]}] -->|${labels[at]}| n${to}[${labels[to]}]`,
          );
          const drawings = drawDiagram('mermaid', `flowchart ${direction}\n${source.join('\n')}`);
          for (const most of [40, 72, 100]) {
            const shown = drawings.find(({ width }) => width <= most);
            if (shown === undefined) continue;
            const text = shown.rows.join('\n');
            expect(Math.max(...shown.rows.map((row) => columns(row)))).toBeLessThanOrEqual(most);
            for (const [at] of edges.entries()) {
              for (const word of labels[at]!.split(' ')) expect(text).toContain(word);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a source that is no diagram', () => {
  it.each([
    '',
    'mermaid',
    'flowchart TD\n((((',
    'graph TD\nA --> ',
    'sequenceDiagram\nend',
    'pie\n"a": x',
    'sankey-beta\na,b,1',
  ])('is left as it is: %s', (source) => {
    expect(drawDiagram('mermaid', source)).toEqual([]);
  });

  it.each([
    [
      'a thousand edges',
      `graph TD\n${Array.from({ length: 1000 }, (_, i) => `a${i % 90}-->b${i % 70}`).join('\n')}`,
    ],
    ['a very long line', `graph TD\n${'a-->'.repeat(5000)}b`],
    ['open brackets', `graph TD\nA${'['.repeat(15_000)}`],
    ['many blanks', `sequenceDiagram\nA${' '.repeat(15_000)}x`],
    [
      'dense',
      `graph TD\n${Array.from({ length: 14 }, (_, a) => Array.from({ length: 14 }, (_, b) => `n${a}-->m${b}`).join('\n')).join('\n')}`,
    ],
    [
      'a long chain',
      `graph TD\n${Array.from({ length: 119 }, (_, a) => `n${a}-->n${a + 1}`).join('\n')}`,
    ],
  ])('ends soon: %s', (_, source) => {
    drawDiagram('mermaid', source);
    drawDiagram('dot', source);
  });

  it('may be any text', () => {
    const text = fc.array(
      fc.constantFrom(
        ...'graph TD|flowchart LR|sequenceDiagram|\n|a|b|-->|[|]|{|}|"|:| |end|subgraph x|pie|gantt|section|classDiagram|erDiagram|||--o{|digraph {|->|;|=|label|mindmap|  '.split(
          '|',
        ),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        drawDiagram('mermaid', parts.join(''));
        drawDiagram('dot', parts.join(''));
      }),
      { numRuns: 500 },
    );
  });
});

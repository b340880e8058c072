import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/typeset/document/document.ts';
import { MARK } from '../../../src/typeset/document/marks.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';
import { documentText } from '../../support/document-text.ts';
import { anyText } from '../arbitrary-markdown.ts';

const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);

describe('parseDocument', () => {
  it('never throws and always gives plain JSON', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parseDocument(text);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a leading heading for the title', () => {
    const { title, blocks } = parseDocument('# A *fine* title\n\nText.\n');
    expect(title).toBe('A fine title');
    expect(kinds(blocks)).toEqual(['paragraph']);
  });

  it('drops a leading heading that says what the front matter says', () => {
    const { title, blocks } = parseDocument('# a  Fine title\n\nText.\n', {
      title: 'A fine title',
    });
    expect(title).toBe('A fine title');
    expect(kinds(blocks)).toEqual(['paragraph']);
  });

  it('keeps a leading heading that says something else', () => {
    const { title, blocks } = parseDocument('# Part one\n\nText.\n', { title: 'A fine title' });
    expect(title).toBe('A fine title');
    expect(kinds(blocks)).toEqual(['heading', 'paragraph']);
  });

  it('makes no title up', () => {
    expect(parseDocument('Text.\n\n# Late\n').title).toBeUndefined();
  });

  it('names headings as GitHub does, each once', () => {
    const { blocks } = parseDocument(
      'x\n\n# Wie es weitergeht!\n\n# Über `code` & Co.\n\n# A\n\n# A\n\n# A-1\n',
    );
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.slug] : []))).toEqual([
      'wie-es-weitergeht',
      'über-code--co',
      'a',
      'a-1',
      'a-1-1',
    ]);
  });

  it('reads HTML as its equal in Markdown', () => {
    const html =
      '<h2>Head</h2><ul><li>one</li><li>two <b>bold</b></li></ul><ol start="3"><li>three</li></ol><blockquote><p>said</p></blockquote><pre>code &lt;1&gt;</pre><hr>';
    const { blocks } = parseDocument(`x\n\n${html}\n`);
    expect(blocks.slice(1)).toEqual([
      { kind: 'heading', depth: 2, slug: 'head', spans: [{ text: 'Head' }] },
      {
        kind: 'list',
        tight: true,
        items: [
          { blocks: [{ kind: 'paragraph', spans: [{ text: 'one' }] }] },
          {
            blocks: [
              {
                kind: 'paragraph',
                spans: [{ text: 'two ' }, { text: 'bold', marks: MARK.strong }],
              },
            ],
          },
        ],
      },
      {
        kind: 'list',
        tight: true,
        start: 3,
        items: [{ blocks: [{ kind: 'paragraph', spans: [{ text: 'three' }] }] }],
      },
      { kind: 'quote', blocks: [{ kind: 'paragraph', spans: [{ text: 'said' }] }] },
      { kind: 'code', text: 'code <1>' },
      { kind: 'rule' },
    ]);
  });

  it('reads an HTML table with its head and alignment', () => {
    const { blocks } = parseDocument(
      '<table><thead><tr><th>A<th align="right">B</thead><tr><td>1<td><i>2</i></table>',
    );
    expect(blocks).toEqual([
      {
        kind: 'table',
        align: [null, 'right'],
        head: [[{ text: 'A' }], [{ text: 'B' }]],
        rows: [[[{ text: '1' }], [{ text: '2', marks: MARK.emphasis }]]],
      },
    ]);
  });

  it('opens details, their summary as a line of its own', () => {
    const { blocks } = parseDocument(
      '<details>\n<summary>More</summary>\n\n*inside*\n\n</details>\n',
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', spans: [{ text: 'More', marks: MARK.strong }] },
      { kind: 'paragraph', spans: [{ text: 'inside', marks: MARK.emphasis }] },
    ]);
  });

  it('reads tags in a line as what they mean', () => {
    const [block] = parseDocument(
      '<kbd>A</kbd><mark>B</mark><sub>1</sub><sup>2</sup><u>C</u><ins>D</ins><del>E</del> <abbr title="World">W</abbr> <span>F</span><!-- no --><q>G</q>',
    ).blocks;
    expect(block).toEqual({
      kind: 'paragraph',
      spans: [
        { text: 'A', marks: MARK.keyboard },
        { text: 'B', marks: MARK.highlight },
        { text: '1', marks: MARK.subscript },
        { text: '2', marks: MARK.superscript },
        { text: 'C', marks: MARK.underline },
        { text: 'D', marks: MARK.inserted },
        { text: 'E', marks: MARK.deleted },
        { text: ' W (World) F"G"' },
      ],
    });
  });

  it('keeps marks within the same mark', () => {
    const [block] = parseDocument('<b>a <b>b</b> c</b> d').blocks;
    expect(block).toEqual({
      kind: 'paragraph',
      spans: [{ text: 'a b c', marks: MARK.strong }, { text: ' d' }],
    });
  });

  it('decodes each reference once', () => {
    expect(documentText(parseDocument('&amp;copy; &amp;#27; &copy; &#x41; &#38;lt;'))).toBe(
      '&copy; &#27; © A &lt;',
    );
  });

  it('gives what a reference hid a visible sign', () => {
    expect(documentText(parseDocument('a&#27;[31mb&#7; `c&#27;`'))).toBe('a\uFFFDb\uFFFD c&#27;');
  });

  it('numbers footnotes as they are met', () => {
    const { notes } = parseDocument(
      'One[^z], two[^y], one[^z].\n\n[^y]: Why\n[^Z]: Zed\n[^x]: never met\n',
    );
    expect(notes.map(({ label }) => label)).toEqual(['z', 'y']);
  });

  it('keeps links whose scheme is safe and the text of all others', () => {
    const { links, blocks } = parseDocument(
      '[a](https://a.b) [b](javascript:x) <a href="mailto:c@d.e">c</a> ![p](p.png)',
    );
    expect(links.map(({ kind }) => kind)).toEqual(['web', 'mail', 'article']);
    expect(documentText({ ...parseDocument(''), blocks })).toBe('a b c p');
  });
});

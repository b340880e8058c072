// GitHub's extensions to CommonMark by example, with what a browser would show. The examples are
// our own: no package ships those of the GFM specification.

export interface GfmExample {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

export const GFM_EXAMPLES: readonly GfmExample[] = [
  {
    name: 'a table',
    markdown: '| Fruit | Pieces |\n| --- | --- |\n| pear | 12 |\n| plum | 7 |\n',
    html: '<table><tr><th>Fruit</th><th>Pieces</th></tr><tr><td>pear</td><td>12</td></tr><tr><td>plum</td><td>7</td></tr></table>',
  },
  {
    name: 'a table without outer pipes, aligned',
    markdown: 'left | middle | right\n:-- | :-: | --:\na | b | c\n',
    html: '<table><tr><th>left</th><th>middle</th><th>right</th></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>',
  },
  {
    name: 'an escaped pipe in a cell, in code too',
    markdown: '| sign |\n| - |\n| a `\\|` b |\n| c **\\|** d |\n',
    html: '<table><tr><th>sign</th></tr><tr><td>a <code>|</code> b</td></tr><tr><td>c <strong>|</strong> d</td></tr></table>',
  },
  {
    name: 'a table that a quote ends',
    markdown: '| x | y |\n| - | - |\n| 1 | 2 |\n> over\n',
    html: '<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table><blockquote><p>over</p></blockquote>',
  },
  {
    name: 'a table that a blank line ends',
    markdown: '| x | y |\n| - | - |\n| 1 | 2 |\n\nover\n',
    html: '<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table><p>over</p>',
  },
  {
    name: 'a head that does not match its rule, which is no table',
    markdown: '| x | y |\n| - |\n| 1 |\n',
    html: '<p>| x | y |\n| - |\n| 1 |</p>',
  },
  {
    name: 'rows with too few and too many cells',
    markdown: '| x | y |\n| - | - |\n| one |\n| two | three | lost |\n',
    html: '<table><tr><th>x</th><th>y</th></tr><tr><td>one</td><td></td></tr><tr><td>two</td><td>three</td></tr></table>',
  },
  {
    name: 'a table of a head alone',
    markdown: '| only | head |\n| --- | --- |\n',
    html: '<table><tr><th>only</th><th>head</th></tr></table>',
  },
  {
    name: 'markup and a link in cells',
    markdown: '| what | where |\n| - | - |\n| *soft* | [site](https://example.org) |\n',
    html: '<table><tr><th>what</th><th>where</th></tr><tr><td><em>soft</em></td><td><a href="https://example.org">site</a></td></tr></table>',
  },
  {
    name: 'a table in a list item',
    markdown: '- item\n\n  | x | y |\n  | - | - |\n  | 1 | 2 |\n',
    html: '<ul><li><p>item</p><table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table></li></ul>',
  },
  {
    name: 'tasks open and done',
    markdown: '- [ ] wash\n- [x] dry\n- [X] fold\n',
    html: '<ul><li>wash</li><li>dry</li><li>fold</li></ul>',
  },
  {
    name: 'tasks within tasks, with markup',
    markdown: '- [x] **first**\n  - [ ] `second`\n  - [x] third\n- [ ] fourth\n',
    html: '<ul><li><strong>first</strong><ul><li><code>second</code></li><li>third</li></ul></li><li>fourth</li></ul>',
  },
  {
    name: 'brackets that are no task',
    markdown: '- [y] no task\n- [ ]nor this\n',
    html: '<ul><li>[y] no task</li><li>[ ]nor this</li></ul>',
  },
  {
    name: 'struck text with one tilde and two',
    markdown: '~~two~~ and ~one~ but ~~~~four~~~~ stay\n',
    html: '<p><del>two</del> and <del>one</del> but ~~~~four~~~~ stay</p>',
  },
  {
    name: 'a strike that ends with its paragraph',
    markdown: 'This ~~has a\n\nnew paragraph~~.\n',
    html: '<p>This ~~has a</p><p>new paragraph~~.</p>',
  },
  {
    name: 'addresses that stand as they are',
    markdown: 'www.example.org, http://example.org/a_b and https://example.org/(c).\n',
    html: '<p>www.example.org, http://example.org/a_b and https://example.org/(c).</p>',
  },
  {
    name: 'an address with an entity at its end',
    markdown: 'www.example.org/find?q=a&copy;\n',
    html: '<p>www.example.org/find?q=a&copy;</p>',
  },
  {
    name: 'a mail address, and what is none',
    markdown: 'Ask jo.doe+x@mail.example.org, not a@b or x@y_.\n',
    html: '<p>Ask jo.doe+x@mail.example.org, not a@b or x@y_.</p>',
  },
  {
    name: 'an address before an angle bracket',
    markdown: 'https://example.org/a<b\n',
    html: '<p>https://example.org/a&lt;b</p>',
  },
  {
    name: 'tags that GitHub disarms, whose content a page does not show',
    markdown: 'before\n\n<script>\nhidden()\n</script>\n\nafter\n',
    html: '<p>before</p><script>hidden()</script><p>after</p>',
  },
  {
    name: 'a footnote and its text',
    markdown: 'Claim[^a] and more.\n\n[^a]: The *source*.\n',
    html: '<p>Claim1 and more.</p><section>1 The <em>source</em>.</section>',
  },
  {
    name: 'footnotes numbered as they are met, one met twice',
    markdown: 'One[^z] two[^y] one[^z].\n\n[^y]: Why\n[^z]: Zed\n',
    html: '<p>One1 two2 one1.</p><section>1 Zed 2 Why</section>',
  },
  {
    name: 'a footnote of several paragraphs',
    markdown: 'Long[^n].\n\n[^n]: First.\n\n    Second.\n\n    ```\n    code\n    ```\n\nEnd.\n',
    html: '<p>Long1.</p><p>End.</p><section>1 First. Second. code</section>',
  },
  {
    name: 'a footnote that nobody wrote',
    markdown: 'Nothing[^none] here.\n',
    html: '<p>Nothing[^none] here.</p>',
  },
  {
    name: 'a footnote in a footnote',
    markdown: 'Outer[^1].\n\n[^1]: See[^2].\n[^2]: Inner.\n',
    html: '<p>Outer1.</p><section>1 See2. 2 Inner.</section>',
  },
  {
    name: 'the five alerts',
    markdown: ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION']
      .map((kind) => `> [!${kind}]\n> ${kind.toLowerCase()} *text*\n`)
      .join('\n'),
    html: '<p>note text</p><p>tip text</p><p>important text</p><p>warning text</p><p>caution text</p>',
  },
  {
    name: 'an alert of an unknown kind, which is a quote',
    markdown: '> [!HINT]\n> text\n',
    html: '<blockquote><p>[!HINT] text</p></blockquote>',
  },
  {
    name: 'emphasis and code within a struck text',
    markdown: '~~gone *and* `code` too~~\n',
    html: '<p><del>gone <em>and</em> <code>code</code> too</del></p>',
  },
];

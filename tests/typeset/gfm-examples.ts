// GitHub's extensions to CommonMark by example, with what a browser would show: what the examples of
// the GFM specification leave out, footnotes and alerts above all, which it does not speak of.

export interface GfmExample {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

export const GFM_EXAMPLES: readonly GfmExample[] = [
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
    name: 'tasks within tasks, with markup',
    markdown: '- [x] **first**\n  - [ ] `second`\n  - [X] third\n- [ ] fourth\n',
    html: '<ul><li><strong>first</strong><ul><li><code>second</code></li><li>third</li></ul></li><li>fourth</li></ul>',
  },
  {
    name: 'brackets that are no task',
    markdown: '- [y] no task\n- [ ]nor this\n',
    html: '<ul><li>[y] no task</li><li>[ ]nor this</li></ul>',
  },
  {
    name: 'an address with an entity at its end',
    markdown: 'www.example.org/find?q=a&copy;\n',
    html: '<p>www.example.org/find?q=a&copy;</p>',
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
    name: 'an alert of a kind of its own, which is named',
    markdown: '> [!LORE]\n> text\n',
    html: '<blockquote><p>Lore</p><p>text</p></blockquote>',
  },
  {
    name: 'emphasis and code within a struck text',
    markdown: '~~gone *and* `code` too~~\n',
    html: '<p><del>gone <em>and</em> <code>code</code> too</del></p>',
  },
];

// Code of a page: the language it is in, and its lines without their numbers.

import { all, type Tree } from '../tree/dom.ts';

/** How highlighters name a language in a class, the surest first. */
const LANGUAGES = [
  /(?:^|\s)(?:language|lang|highlight-source)-([\w+#.-]{1,24})/,
  /(?:^|\s)(?:brush:|prettyprint lang-|sourceCode|highlight|hljs)\s*([\w+#.-]{1,24})/,
];
const NO_LANGUAGE =
  /^(?:hljs|highlight|code|none|plain|plaintext|text|txt|nohighlight|line|wrap|block)$/i;

/** Brings each block of code to `<pre><code class="language-…">` and plain text. */
export function settleCode(tree: Tree): void {
  // Tables with a column of line numbers (GitHub's gists, Rouge, Pygments).
  for (const table of all(
    tree,
    'table.highlighttable, table.rouge-table, table.codehilitetable, table.js-file-line-container, .gist table, table.hljs-ln',
  )) {
    const cells = all(table, 'td').filter((cell) => !isNumbers(cell));
    replace(
      tree,
      table,
      cells.map((cell) => cell.textContent ?? '').join(cells.length > 1 ? '\n' : ''),
    );
  }
  for (const block of all(
    tree,
    'pre, .CodeMirror-code, div.highlight > code, div.codehilite > code',
  )) {
    if (!block.isConnected || block.querySelector('pre') !== null) continue;
    for (const number of all(
      block,
      '.lineno, .linenos, .line-number, .line-numbers-rows, .gutter, .ln, [data-line-number], button, .copy, .copy-btn, .toolbar',
    )) {
      number.remove();
    }
    for (const line of all(block, 'br')) line.replaceWith('\n');
    // Lines that are elements of their own have no line ends between them.
    const lines = all(block, 'code > div, :scope > div, .CodeMirror-line, .view-line, span.line');
    const isSplit = lines.length > 1 && !/\n/.test(lines[0]?.nextSibling?.textContent ?? '');
    const text =
      isSplit && !/\n/.test(lines[0]?.textContent ?? '')
        ? lines.map((line) => line.textContent ?? '').join('\n')
        : (block.textContent ?? '');
    replace(tree, block, text);
  }
}

const isNumbers = (cell: Element): boolean => /^[\s\d]*$/.test(cell.textContent ?? '');

function replace(tree: Tree, block: Element, text: string): void {
  const language = languageOf(block);
  const pre = tree.createElement('pre');
  const code = tree.createElement('code');
  code.textContent = text.replace(/\u00a0/g, ' ').replace(/^\n+|\s+$/g, '');
  if (language !== undefined) code.setAttribute('class', `language-${language}`);
  pre.append(code);
  block.replaceWith(pre);
}

/** The language that an element, its code or what it stands in names. */
function languageOf(block: Element): string | undefined {
  const near = [
    block.querySelector('code'),
    block,
    block.parentElement,
    block.parentElement?.parentElement,
    block.closest('figure'),
  ];
  for (const element of near) {
    if (!element) continue;
    for (const name of ['data-lang', 'data-language']) {
      const said = element.getAttribute(name);
      if (said && /^[\w+#.-]{1,24}$/.test(said) && !NO_LANGUAGE.test(said))
        return said.toLowerCase();
    }
    const classes = element.getAttribute('class') ?? '';
    const found = LANGUAGES.map((pattern) => pattern.exec(classes)?.[1]).find(Boolean);
    if (found !== undefined && !NO_LANGUAGE.test(found)) return found.toLowerCase();
  }
  return undefined;
}

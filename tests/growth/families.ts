// Texts that were published because they took some parser quadratic time or worse: by cmark and cmark-gfm
// (test/pathological_tests.py), markdown-it (test/pathological.mjs) and commonmark.js (bench, test).

export interface Family {
  readonly name: string;
  /** The text for a size; its length grows with `n`, in proportion. */
  readonly write: (n: number) => string;
}

const many = (name: string, text: string, head = '', tail = ''): Family => ({
  name,
  write: (n) => head + text.repeat(n) + tail,
});
const around = (name: string, open: string, text: string, close: string): Family => ({
  name,
  write: (n) => open.repeat(n) + text + close.repeat(n),
});
/** Texts whose length grows with the square of the count. */
const growing = (name: string, item: (index: number) => string): Family => ({
  name,
  write: (n) =>
    Array.from({ length: Math.ceil(4 * Math.sqrt(n)) }, (_, index) => item(index + 1)).join(''),
});

export const FAMILIES: readonly Family[] = [
  around('strong in emphasis', '*a **a ', 'b', ' a** a*'),
  many('closers of emphasis', 'a_ '),
  many('openers of emphasis', '_a '),
  many('closers of links', 'a]'),
  many('openers of links', '[a'),
  many('openers and closers that do not match', '*a_ '),
  many('closers of which each may open', '*_* _ '),
  many('runs whose sum is a multiple of three', 'c* ', 'a**b'),
  many('openers of links, closers of emphasis', '[ a_'),
  many('brackets and parentheses', '[ (]('),
  many('pictures that hold links', '![[]()'),
  many('links that hold emphasis across', '**x [a*b**c*](d)'),
  around('brackets in brackets', '[', 'a', ']'),
  around('links in links', '[', 'x', '](u)'),
  around('pictures in pictures', '![', 'x', '](u)'),
  around('references in references', '[', 'x', '][r]'),
  around('links in emphasis in links', '[*', 'x', '*](u)'),
  many('quotes in quotes', '> ', '', 'a'),
  growing('lists in lists', (index) => `${'  '.repeat(index)}* a\n`),
  growing('ever more backticks', (index) => `e${'`'.repeat(index)}`),
  many('links never closed', '[a](<b'),
  many('links never closed, bare', '[a](b'),
  many('links begun without a text', '[]('),
  many('comments never closed', '<!--', '</'),
  many('instructions never closed', '<?'),
  many('declarations never closed', '<!A '),
  many('data never closed', '<![CDATA['),
  many('angles', '<'),
  many('angles and numbers', '<5 '),
  many('elements that may be attributes', '<a b="'),
  many('underlines of a heading', 'aaa\rbbb\n-\v\n'),
  many('bars', '|', 'a\n-', ''),
  many(
    'one-celled rows below many columns',
    '|b|\n',
    `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n`,
  ),
  {
    name: 'columns by rows',
    write: (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|b|\n'.repeat(n)}`,
  },
  around('stars all in a row', '*', 'a', '*'),
  around('strikes all in a row', '~', 'a', '~'),
  many('strikes', '~~a '),
  many('blanks before a break', ' ', 'x', 'x \nx'),
  many('blanks behind a heading', ' ', '# a', 'b'),
  many('backslashes', '\\'),
  many('ampersands', '&'),
  many('quotation marks', '"\''),
  many('addresses in addresses', 'http://a.b/('),
  many('mail addresses without an end', 'a@'),
  many('definitions', '[r]: u\n'),
  many('definitions of which none ends', '[r]: u "'),
  many('notes', '[^a]: b[^a]\n'),
  many('dollars', '$a '),
  many('signs of notebooks', '[[a|'),
  many('nul characters', 'abc\u0000de'),
];

// Texts of a hostile shape, by size: what is deep, long, wide or many. It runs nothing.

export interface Shape {
  readonly name: string;
  /** The text for a size; its length grows with `n`, in proportion. */
  readonly write: (n: number) => string;
  /** Sizes: a small one, and the one that a naive parser never comes back from. */
  readonly sizes: readonly [small: number, large: number];
}

const many =
  (text: string) =>
  (n: number): string =>
    text.repeat(n);
const deep = [10_000, 100_000] as const;
/** Words: ten megabytes with the large one. */
const words = [200_000, 2_000_000] as const;
const chain = (n: number, item: (index: number) => string): string =>
  Array.from({ length: n }, (_, index) => item(index)).join('');

export const SHAPES: readonly Shape[] = [
  { name: 'quotes in quotes', write: (n) => `${'>'.repeat(n)} x\n`, sizes: deep },
  { name: 'lists in lists on one line', write: (n) => `${'- '.repeat(n)}x\n`, sizes: deep },
  { name: 'numbers in numbers on one line', write: (n) => `${'1. '.repeat(n)}x\n`, sizes: deep },
  {
    name: 'lists in lists, indented',
    write: (n) => chain(n, (index) => `${'  '.repeat(index)}- x\n`),
    sizes: [100, 1000],
  },
  { name: 'opening brackets', write: many('['), sizes: deep },
  {
    name: 'brackets in brackets',
    write: (n) => `${'['.repeat(n)}x${']'.repeat(n)}\n`,
    sizes: [5000, 50_000],
  },
  {
    name: 'links in links',
    write: (n) => `${'['.repeat(n)}x${'](u)'.repeat(n)}\n`,
    sizes: [26, 5000],
  },
  {
    name: 'a table of one-celled rows',
    write: (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|b|\n'.repeat(n)}`,
    sizes: [50, 5000],
  },
  { name: 'links that open', write: many('[x]('), sizes: [5000, 50_000] },
  { name: 'pictures that open', write: many('!['), sizes: [5000, 50_000] },
  {
    name: 'emphasis in emphasis',
    write: (n) => `${'*'.repeat(n)}x${'*'.repeat(n)}\n`,
    sizes: deep,
  },
  { name: 'emphasis of two kinds', write: many('*a _b '), sizes: deep },
  { name: 'emphasis that never closes', write: (n) => `a**b${'c* '.repeat(n)}`, sizes: deep },
  { name: 'strong that opens', write: many('**a '), sizes: deep },
  {
    name: 'backticks of all lengths',
    write: (n) => chain(n, (index) => `${'`'.repeat(index + 1)} `),
    sizes: [100, 1000],
  },
  { name: 'angles', write: many('<'), sizes: deep },
  {
    name: 'elements in elements',
    write: (n) => `${'<div>'.repeat(n)}x${'</div>'.repeat(n)}\n`,
    sizes: deep,
  },
  { name: 'inline elements', write: (n) => `a ${'<b>'.repeat(n)}x\n`, sizes: deep },
  { name: 'comments that open', write: many('<!--'), sizes: deep },
  { name: 'attributes that open', write: (n) => `a ${'<a href="'.repeat(n)}\n`, sizes: deep },
  { name: 'references to controls', write: many('&#27;'), sizes: deep },
  { name: 'backslashes', write: many('\\'), sizes: deep },
  { name: 'addresses in addresses', write: many('http://'), sizes: deep },
  { name: 'mail addresses', write: many('a@b.'), sizes: deep },
  { name: 'emoji names', write: many(':a'), sizes: deep },
  {
    name: 'link definitions, each used',
    write: (n) =>
      `${chain(n, (index) => `[r${index}]: http://e/${index}\n`)}\n${chain(n, (index) => `[r${index}] `)}\n`,
    sizes: [5000, 50_000],
  },
  {
    name: 'footnotes',
    write: (n) =>
      `${chain(n, (index) => `x[^${index}] `)}\n\n${chain(n, (index) => `[^${index}]: n\n\n`)}`,
    sizes: [2000, 20_000],
  },
  {
    name: 'footnotes in footnotes',
    write: (n) => `x[^0]\n\n${chain(n, (index) => `[^${index}]: a[^${index + 1}]\n`)}`,
    sizes: [2000, 20_000],
  },
  {
    name: 'columns of a table',
    write: (n) =>
      `|${' a |'.repeat(n)}\n|${' - |'.repeat(n)}\n${`|${' b |'.repeat(n)}\n`.repeat(20)}`,
    sizes: [200, 2000],
  },
  {
    name: 'rows of a table',
    write: (n) => `| a | b |\n| - | - |\n${'| x | y |\n'.repeat(n)}`,
    sizes: deep,
  },
  { name: 'words on one line', write: many('word '), sizes: words },
  { name: 'one word', write: many('wwwww'), sizes: words },
  { name: 'lines of one paragraph', write: many('x\n'), sizes: [200_000, 2_000_000] },
  { name: 'paragraphs', write: many('x\n\n'), sizes: [20_000, 200_000] },
  { name: 'items of a list', write: many('- x\n'), sizes: deep },
  { name: 'lines of a quote', write: many('> x\n'), sizes: [100_000, 1_000_000] },
  { name: 'headings', write: many('# x\n\n'), sizes: [5000, 50_000] },
  { name: 'words of a heading', write: (n) => `# ${'word '.repeat(n)}\n`, sizes: words },
  {
    name: 'words of a cell',
    write: (n) => `| a | b |\n| - | - |\n| x | ${'word '.repeat(n)} |\n`,
    sizes: words,
  },
  {
    name: 'words of a footnote',
    write: (n) => `x[^1]\n\n[^1]: ${'word '.repeat(n)}\n`,
    sizes: words,
  },
  {
    name: 'words of a link title',
    write: (n) => `[x]\n\n[x]: http://e/ "${'word '.repeat(n)}"\n`,
    sizes: words,
  },
  { name: 'an address', write: (n) => `[x](http://e/${'aaaaa'.repeat(n)})\n`, sizes: words },
  { name: 'words of a comment', write: (n) => `<!-- ${'word '.repeat(n)} -->\n`, sizes: words },
  { name: 'a line of code', write: (n) => `\`\`\`\n${'word '.repeat(n)}\n\`\`\`\n`, sizes: words },
  {
    name: 'lines of code',
    write: (n) => `\`\`\`js\n${'let a = 1;\n'.repeat(n)}\`\`\`\n`,
    sizes: [20_000, 200_000],
  },
  {
    name: 'comments in code',
    write: (n) => `\`\`\`js\n${'/* '.repeat(n)}\n\`\`\`\n`,
    sizes: [20_000, 200_000],
  },
  { name: 'blanks', write: (n) => `a${' '.repeat(n)}b\n`, sizes: [500_000, 5_000_000] },
  { name: 'tabs', write: (n) => `a${'\t'.repeat(n)}b\n`, sizes: [100_000, 1_000_000] },
  { name: 'escape sequences', write: many('\x1b[1m'), sizes: [100_000, 1_000_000] },
  { name: 'joiners', write: (n) => `${'\u200d'.repeat(n)}x\n`, sizes: [100_000, 1_000_000] },
  { name: 'selectors', write: (n) => `a${'\ufe0f'.repeat(n)}x\n`, sizes: [100_000, 1_000_000] },
  {
    name: 'combining marks',
    write: (n) => `a${'\u0301'.repeat(n)}x\n`,
    sizes: [100_000, 1_000_000],
  },
  { name: 'emoji joined', write: (n) => `${'👩\u200d'.repeat(n)}x\n`, sizes: [20_000, 200_000] },
  // What is nearly all NUL is no text, and refused.
  { name: 'NUL bytes', write: many('many words\0'), sizes: [50_000, 500_000] },
  {
    name: 'YAML lists in lists',
    write: (n) => `---\ntitle: ${'['.repeat(n)}\n---\nx\n`,
    sizes: deep,
  },
  {
    name: 'YAML maps in maps',
    write: (n) => `---\n${chain(n, (index) => `${' '.repeat(index)}a:\n`)}---\nx\n`,
    sizes: [90, 900],
  },
  {
    name: 'YAML keys',
    write: (n) => `---\n${chain(n, (index) => `k${index}: v\n`)}---\nx\n`,
    sizes: [5000, 50_000],
  },
  {
    name: 'YAML text',
    write: (n) => `---\ntitle: "${'a'.repeat(n)}"\n---\nx\n`,
    sizes: [300_000, 3_000_000],
  },
  {
    name: 'YAML tags',
    write: (n) => `---\ntags: [${chain(n, (index) => `a${index}, `)}b]\n---\nx\n`,
    sizes: deep,
  },
  { name: 'YAML marks', write: (n) => `---\n${'? '.repeat(n)}\n---\nx\n`, sizes: deep },
  {
    name: 'YAML lines',
    write: (n) => `---\ntitle: |\n${'  x\n'.repeat(n)}\n---\nx\n`,
    sizes: [20_000, 200_000],
  },
  {
    name: 'YAML aliases of aliases',
    write: (n) =>
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${chain(
        n,
        (index) =>
          `${String.fromCharCode(98 + index)}: &${String.fromCharCode(98 + index)} [${Array(9)
            .fill(`*${String.fromCharCode(97 + index)}`)
            .join(',')}]\n`,
      )}title: *${String.fromCharCode(97 + n)}\n---\nx\n`,
    sizes: [2, 20],
  },
  {
    name: 'YAML that holds itself',
    write: (n) => `---\n${'title: &a [*a]\n'.repeat(n)}b: {<<: *a}\n---\nx\n`,
    sizes: [1, 1000],
  },
];

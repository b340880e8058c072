// Every construct of CommonMark, GitHub's extensions and what articles add, as what opens and what closes it.

export interface Construct {
  readonly open: string;
  readonly close: string;
}

const construct = (open: string, close = ''): Construct => ({ open, close });

/** What stands within a line. */
export const INLINE: readonly Construct[] = [
  construct('[', '](u)'),
  construct('![', '](u)'),
  construct('[', '][r]'),
  construct('[', ']'),
  construct('[a](', ')'),
  construct('[a](<', '>)'),
  construct('[a](u "', '")'),
  construct('*', '*'),
  construct('**', '**'),
  construct('a*', '*a'),
  construct('_', '_'),
  construct('__', '__'),
  construct('~', '~'),
  construct('~~', '~~'),
  construct('`', '`'),
  construct('``', '``'),
  construct('<b>', '</b>'),
  construct('<a href="u">', '</a>'),
  construct('<b a="', '">'),
  construct('<!--', '-->'),
  construct('<?', '?>'),
  construct('<![CDATA[', ']]>'),
  construct('<https://a.b/', '>'),
  construct('https://a.b/(', ')'),
  construct('www.a.b/'),
  construct('a@b.c'),
  construct('$', '$'),
  construct('==', '=='),
  construct('[[', ']]'),
  construct('[^', ']'),
  construct('\\'),
  construct('&amp;', ';'),
  construct(':a', ':'),
  construct('  \n'),
];

/** What begins a line, or takes several. */
export const BLOCKS: readonly Construct[] = [
  construct('> '),
  construct('- '),
  construct('1. '),
  construct('- [ ] '),
  construct('# ', '#'),
  construct('a\n===\n'),
  construct('```\n', '\n```\n'),
  construct('    '),
  construct('<div>\n', '\n</div>\n'),
  construct('<details>\n\n', '\n\n</details>\n\n'),
  construct('<table><tr><td>', '</td></tr></table>\n'),
  construct('$$\n', '\n$$\n'),
  construct('[^1]: ', '\n'),
  construct('[r]: u "', '"\n'),
  construct('| a ', '|\n'),
  construct('| a |\n| - |\n| ', ' |\n'),
  construct('> [!note]\n> '),
  construct('***\n'),
  construct('\n'),
  construct('\n\n'),
];

export const CONSTRUCTS: readonly Construct[] = [...INLINE, ...BLOCKS];

export const FORMS = ['opened', 'closed', 'both', 'one after another', 'by kind'] as const;

export type Form = (typeof FORMS)[number];

/** Constructs within each other, `depth` times over. */
export function nest(constructs: readonly Construct[], form: Form, depth: number): string {
  const open = constructs.map((one) => one.open).join('');
  const close = constructs
    .map((one) => one.close)
    .reverse()
    .join('');
  switch (form) {
    case 'opened':
      return `${open.repeat(depth)}x`;
    case 'closed':
      return `x${close.repeat(depth)}`;
    case 'both':
      return `${open.repeat(depth)}x${close.repeat(depth)}`;
    case 'one after another':
      return `${open}x${close}`.repeat(depth);
    case 'by kind': {
      const opened = constructs.map((one) => one.open.repeat(depth)).join('');
      return `${opened}x${constructs
        .map((one) => one.close.repeat(depth))
        .reverse()
        .join('')}`;
    }
  }
}

// The looks that come with the program. paint.ts sees to what a terminal can show.

import { PLAIN, type Style } from './style.ts';
import type { Role, Signs, Theme } from './theme.ts';

export const THEME_NAMES = ['default', 'dark', 'light', 'mono', 'print', 'plain'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

const UNICODE: Signs = {
  bullets: ['•', '–', '·'],
  taskOpen: '☐',
  taskDone: '☑',
  quoteBar: '▎',
  image: '▣',
  rule: '·  ·  ·',
  tableRule: '─',
  headingRule: '─',
  ellipsis: '…',
  previous: '‹',
  next: '›',
  dot: '·',
  removed: '\uFFFD',
  wrap: '↪',
  superscript: true,
  read: '✓',
  begun: '◐',
  star: '★',
  note: '✎',
  opened: '○',
};

const ASCII: Signs = {
  bullets: ['*', '-', '.'],
  taskOpen: '[ ]',
  taskDone: '[x]',
  quoteBar: '>',
  image: '[image]',
  rule: '* * *',
  tableRule: '-',
  headingRule: '-',
  ellipsis: '...',
  previous: '<',
  next: '>',
  dot: '-',
  removed: '?',
  wrap: '\\',
  superscript: false,
  read: 'x',
  begun: '~',
  star: '*',
  note: '+',
  opened: 'o',
};

type Styles = Readonly<Record<Role, Style>>;

/** The terminal's own 16 colours: right on a dark and on a light background. */
const DEFAULT: Styles = {
  title: { bold: true },
  summary: { dim: true, italic: true },
  heading1: { bold: true },
  heading2: { bold: true, color: 'cyan' },
  heading3: { bold: true, italic: true },
  heading4: { italic: true },
  text: PLAIN,
  muted: { dim: true },
  link: { color: 'cyan', underline: true },
  code: { color: 'magenta' },
  strong: { bold: true },
  emphasis: { italic: true },
  deleted: { strike: true },
  inserted: { underline: true },
  mark: { inverse: true },
  keyboard: { bold: true },
  quote: { italic: true },
  quoteBar: { dim: true },
  bullet: { dim: true },
  rule: { dim: true },
  tableHead: { bold: true },
  image: { italic: true },
  noteMark: { color: 'cyan' },
  removed: { color: 'red', inverse: true },
  selection: { inverse: true },
  noted: { underline: true },
  hit: { bold: true, underline: true },
  currentHit: { bold: true, inverse: true },
  alertNote: { color: 'cyan' },
  alertTip: { color: 'green' },
  alertImportant: { color: 'magenta' },
  alertWarning: { color: 'yellow' },
  alertCaution: { color: 'red' },
  syntaxKeyword: { color: 'magenta' },
  syntaxString: { color: 'green' },
  syntaxNumber: { color: 'cyan' },
  syntaxComment: { dim: true, italic: true },
  syntaxName: { color: 'blue' },
  syntaxType: { color: 'cyan' },
  syntaxAdded: { color: 'green' },
  syntaxRemoved: { color: 'red' },
};

const DARK: Styles = {
  ...DEFAULT,
  title: { bold: true, color: '#f2e9dc' },
  summary: { italic: true, color: '#a8a196' },
  heading1: { bold: true, color: '#f2e9dc' },
  heading2: { bold: true, color: '#e6c88f' },
  heading3: { bold: true, italic: true, color: '#f2e9dc' },
  heading4: { italic: true, color: '#f2e9dc' },
  muted: { color: '#8a857c' },
  link: { underline: true, color: '#7fb8d6' },
  code: { color: '#d7a3c4' },
  noted: { underline: true, background: '#3a352b' },
  quote: { italic: true, color: '#c9c2b6' },
  quoteBar: { color: '#8a857c' },
  bullet: { color: '#8a857c' },
  rule: { color: '#8a857c' },
  noteMark: { color: '#7fb8d6' },
  alertNote: { color: '#7fb8d6' },
  alertTip: { color: '#94c58c' },
  alertImportant: { color: '#d7a3c4' },
  alertWarning: { color: '#e6c067' },
  alertCaution: { color: '#e58b7b' },
  syntaxKeyword: { color: '#d7a3c4' },
  syntaxString: { color: '#94c58c' },
  syntaxNumber: { color: '#e6c88f' },
  syntaxComment: { italic: true, color: '#8a857c' },
  syntaxName: { color: '#7fb8d6' },
  syntaxType: { color: '#86c7bd' },
  syntaxAdded: { color: '#94c58c' },
  syntaxRemoved: { color: '#e58b7b' },
};

const LIGHT: Styles = {
  ...DEFAULT,
  // Greys and steps of the 256 colours, so that nothing turns olive where a terminal has no more.
  title: { bold: true, color: '#1c1c1c' },
  summary: { italic: true, color: '#6b655c' },
  heading1: { bold: true, color: '#1c1c1c' },
  heading2: { bold: true, color: '#870000' },
  heading3: { bold: true, italic: true, color: '#1c1c1c' },
  heading4: { italic: true, color: '#1c1c1c' },
  muted: { color: '#79736a' },
  link: { underline: true, color: '#1c5d85' },
  code: { color: '#8a2d68' },
  noted: { underline: true, background: '#f3ead0' },
  quote: { italic: true, color: '#4a453d' },
  quoteBar: { color: '#79736a' },
  bullet: { color: '#79736a' },
  rule: { color: '#79736a' },
  noteMark: { color: '#1c5d85' },
  alertNote: { color: '#1c5d85' },
  alertTip: { color: '#35692c' },
  alertImportant: { color: '#8a2d68' },
  alertWarning: { color: '#8a5a00' },
  alertCaution: { color: '#a5301c' },
  syntaxKeyword: { color: '#8a2d68' },
  syntaxString: { color: '#35692c' },
  syntaxNumber: { color: '#7a4d12' },
  syntaxComment: { italic: true, color: '#79736a' },
  syntaxName: { color: '#1c5d85' },
  syntaxType: { color: '#1d6b62' },
  syntaxAdded: { color: '#35692c' },
  syntaxRemoved: { color: '#a5301c' },
};

function restyle(styles: Styles, change: (style: Style, role: Role) => Style): Styles {
  return Object.fromEntries(
    Object.entries(styles).map(([role, style]) => [role, change(style, role as Role)]),
  ) as Record<Role, Style>;
}

const MONO = restyle(DEFAULT, ({ color, background, ...attributes }, role) =>
  role.startsWith('alert') || role === 'syntaxKeyword' ? { ...attributes, bold: true } : attributes,
);

/** For paper: nothing dim, nothing inverse but what must be seen. */
const PRINT = restyle(MONO, ({ dim, inverse, ...attributes }, role) =>
  role === 'mark' ? { ...attributes, underline: true } : attributes,
);

const STYLES: Readonly<Record<ThemeName, Styles>> = {
  default: DEFAULT,
  dark: DARK,
  light: LIGHT,
  mono: MONO,
  print: PRINT,
  plain: restyle(DEFAULT, () => PLAIN),
};

/**
 * A theme by name, or undefined where there is none of that name.
 *
 * @param unicode whether the output can show the Unicode signs; `plain` uses ASCII in any case
 */
export function theme(name: ThemeName, options: { readonly unicode: boolean }): Theme;
export function theme(name: string, options: { readonly unicode: boolean }): Theme | undefined;
export function theme(name: string, { unicode }: { readonly unicode: boolean }): Theme | undefined {
  const styles = Object.hasOwn(STYLES, name) ? STYLES[name as ThemeName] : undefined;
  if (styles === undefined) return undefined;
  if (name !== 'plain') return { name, styles, signs: unicode ? UNICODE : ASCII, codeIndent: 2 };
  return {
    name,
    styles,
    signs: {
      ...ASCII,
      bullets: ['-'],
      image: '',
      headingRule: '',
      removed: unicode ? UNICODE.removed : ASCII.removed,
    },
    codeIndent: 0,
  };
}

// What the terminal can do, decided from the environment alone: nothing is ever asked of it.

import type { Environment, ScreenSize } from './environment.ts';

export type ColorChoice = 'auto' | 'always' | 'never';
/** How many colours: none, the terminal's own 16, 256, or 24 bits. */
export type Depth = 'none' | '16' | '256' | 'truecolor';

export interface Terminal {
  /** Whether styled output is wanted on standard output at all. */
  readonly styled: boolean;
  /** Whether standard output is a terminal. */
  readonly tty: boolean;
  readonly depth: Depth;
  /** Bold, italic, underline. */
  readonly attributes: boolean;
  /** Whether OSC 8 links are shown as links. */
  readonly hyperlinks: boolean;
  /** Whether signs beyond ASCII can be shown. */
  readonly unicode: boolean;
  /** Columns and lines; 80 x 24 where nothing says otherwise. */
  readonly columns: number;
  readonly rows: number;
}

type Variables = Environment['variables'];

const USUAL: ScreenSize = { columns: 80, rows: 24 };

/** `NO_COLOR` and friends: what the environment says about colour, before any flag. */
function wishFromVariables(variables: Variables): ColorChoice | undefined {
  const force = variables['FORCE_COLOR'];
  if (force !== undefined) return force === '0' || force === 'false' ? 'never' : 'always';
  const clicolorForce = variables['CLICOLOR_FORCE'];
  if (clicolorForce !== undefined && clicolorForce !== '0' && clicolorForce !== '') return 'always';
  if (variables['CLICOLOR'] === '0') return 'never';
  return undefined;
}

function depthOf(variables: Variables, platform: NodeJS.Platform): Depth {
  const forced = variables['FORCE_COLOR'];
  if (forced === '1') return '16';
  if (forced === '2') return '256';
  if (forced === '3') return 'truecolor';
  if (/^(truecolor|24bit)$/i.test(variables['COLORTERM'] ?? '')) return 'truecolor';
  if (variables['WT_SESSION'] || platform === 'win32') return 'truecolor';
  const term = variables['TERM'] ?? '';
  if (/kitty|ghostty|alacritty|wezterm|-direct/.test(term)) return 'truecolor';
  if (/256/.test(term) || variables['TERM_PROGRAM'] === 'Apple_Terminal') return '256';
  return '16';
}

/** Terminals known to show OSC 8 as links (a list is kept at github.com/Alhadis/OSC8-Adoption). */
function hyperlinksOf(variables: Variables): boolean {
  const forced = variables['FORCE_HYPERLINK'];
  if (forced !== undefined) return forced !== '0';
  // Multiplexers pass links on only where the terminal outside has them, and can't say so.
  if (variables['TMUX'] || variables['STY']) return false;
  const program = variables['TERM_PROGRAM'] ?? '';
  if (['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'zed'].includes(program))
    return true;
  if (variables['WT_SESSION'] || variables['KONSOLE_VERSION'] || variables['DOMTERM']) return true;
  if (Number(variables['VTE_VERSION'] ?? 0) >= 5000) return true;
  return /kitty|ghostty|alacritty|foot|contour|wezterm/.test(variables['TERM'] ?? '');
}

/** Whether the locale can show signs beyond ASCII. A locale that is not set at all is taken as UTF-8. */
function unicodeOf(variables: Variables, platform: NodeJS.Platform): boolean {
  const locale = variables['LC_ALL'] || variables['LC_CTYPE'] || variables['LANG'] || '';
  if (locale === '') return true;
  return /utf-?8/i.test(locale) || platform === 'win32';
}

/** The terminal as data. `NO_COLOR` takes the colours, `TERM=dumb` bold, italic and underline too. */
export function terminalOf(
  environment: Environment,
  color: ColorChoice,
  columns?: number,
): Terminal {
  const { variables, platform, tty } = environment;
  const choice = color === 'auto' ? (wishFromVariables(variables) ?? 'auto') : color;
  const dumb = variables['TERM'] === 'dumb';
  const styled = choice === 'always' || (choice === 'auto' && tty.stdout && !dumb);
  const noColor = color !== 'always' && Boolean(variables['NO_COLOR']);
  const fromVariable = Number.parseInt(variables['COLUMNS'] ?? '', 10);
  let asked: ScreenSize | undefined;
  // Opening the terminal's stream takes as long as setting a page, and what goes into a pipe has no size.
  const screen = (): ScreenSize => {
    asked ??= (tty.stdout || tty.stderr ? environment.screen() : undefined) ?? USUAL;
    return asked;
  };
  return {
    styled,
    tty: tty.stdout,
    depth: !styled || noColor ? 'none' : depthOf(variables, platform),
    attributes: styled,
    hyperlinks: styled && tty.stdout && hyperlinksOf(variables),
    unicode: unicodeOf(variables, platform),
    get columns() {
      return columns ?? (fromVariable > 0 ? fromVariable : screen().columns);
    },
    get rows() {
      return screen().rows;
    },
  };
}

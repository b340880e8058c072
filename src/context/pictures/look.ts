// How pictures are shown here and now, from settings and environment; nothing is asked of the terminal.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellDepth } from '../../pictures/cells/quadrants.ts';
import type { PixelSize } from '../../pictures/pixels.ts';
import type { Context } from '../context.ts';

export type Look =
  | { readonly kind: 'cells'; readonly depth: CellDepth }
  /** kitty's placeholders; `multiplexed` through tmux. */
  | { readonly kind: 'kitty'; readonly depth: CellDepth; readonly multiplexed: boolean }
  | { readonly kind: 'iterm2' }
  | { readonly kind: 'sixel'; readonly cell: PixelSize };

type Variables = Context['environment']['variables'];

/** A cell of most small fonts: where its size is not known, a picture is rather too small than too large. */
const SMALL_CELL: PixelSize = { width: 6, height: 12 };

/** How pictures are shown with cells of `depth` at hand, as far as settings and environment say. */
export function lookFor({ settings, environment, terminal }: Context, depth: CellDepth): Look {
  const { variables } = environment;
  const cells: Look = { kind: 'cells', depth };
  const multiplexed = Boolean(variables['TMUX']);
  const wanted =
    settings.pictures !== 'auto'
      ? settings.pictures
      : terminal.tty && !isFar(variables)
        ? namedBy(variables)
        : 'blocks';
  if (variables['STY']) return cells;
  switch (wanted) {
    case 'kitty':
      return { kind: 'kitty', depth, multiplexed };
    case 'iterm2':
      return multiplexed ? cells : { kind: 'iterm2' };
    case 'sixel':
      return { kind: 'sixel', cell: SMALL_CELL };
    default:
      return cells;
  }
}

/** Whether the terminal can be asked what it shows: what is between would answer for it. */
export function canAsk({ settings, environment }: Context): boolean {
  const { variables } = environment;
  const isBetween = Boolean(variables['TMUX'] || variables['STY']);
  if (settings.pictures === 'sixel') return !isBetween;
  const isKnown = ['iterm2', 'blocks'].includes(namedBy(variables));
  return settings.pictures === 'auto' && !isBetween && !isKnown;
}

/** Whether another program, or another machine, is between this program and what the variables name. */
const isFar = (variables: Variables): boolean =>
  ['TMUX', 'STY', 'SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT'].some((name) => variables[name]);

/** What the environment says of the terminal's pictures: a protocol, blocks alone, or nothing. */
function namedBy(variables: Variables): 'kitty' | 'iterm2' | 'blocks' | 'unknown' {
  const { TERM: term = '', TERM_PROGRAM: program = '' } = variables;
  if (/ghostty/.test(term) || program === 'ghostty') return 'kitty';
  if (term === 'xterm-kitty' || variables['KITTY_WINDOW_ID']) {
    return isOldKitty(variables['KITTY_INSTALLATION_DIR']) ? 'blocks' : 'kitty';
  }
  if (program === 'iTerm.app' || program === 'WezTerm') return 'iterm2';
  return program === 'Apple_Terminal' ? 'blocks' : 'unknown';
}

/** Whether the kitty in a folder is older than 0.28, the first with placeholders. */
function isOldKitty(folder: string | undefined): boolean {
  if (folder === undefined) return false;
  try {
    const text = readFileSync(join(folder, 'kitty', 'constants.py'), 'utf8');
    const [, major, minor] = /Version\((\d+), (\d+)/.exec(text) ?? [];
    return major === '0' && Number(minor) < 28;
  } catch {
    return false;
  }
}

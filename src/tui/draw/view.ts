// What a screen is drawn from, and the small pieces all screens share. It knows nothing of any one screen.

import { PLAIN, type Style } from '../../typeset/look/style.ts';
import type { Role, Theme } from '../../typeset/look/theme.ts';
import { frameColumn, margin } from '../pages/geometry.ts';
import type { TuiPictures, TuiWording } from '../pages/options.ts';
import type { State, World } from '../state/state.ts';
import { fitRow, indentRow, type Row, rowWidth, run } from './row.ts';

export interface View {
  readonly state: State;
  readonly world: World;
  readonly wording: TuiWording;
  readonly theme: Theme;
  readonly unicode: boolean;
  readonly pictures?: TuiPictures | undefined;
}

export function styleOf(view: View, role: Role): Style {
  return view.theme.styles[role];
}

export const muted = (view: View, text: string): Row[number] => run(text, styleOf(view, 'muted'));

/** A row cut to the screen's width with the theme's ellipsis. */
export function fitted(view: View, row: Row, width: number): Row {
  return fitRow(row, width, view.theme.signs.ellipsis);
}

/** What stands around the text, drawn as on a screen of the columns that it keeps to, in their place. */
export function chrome(view: View, draw: (inner: View) => readonly Row[]): readonly Row[] {
  const { state } = view;
  const { size } = state;
  const { width, left } = frameColumn(size, state.textWidth);
  const side = margin(size);
  if (width + 2 * side >= size.columns) return draw(view);
  const inner = { ...view, state: { ...state, size: { ...size, columns: width + 2 * side } } };
  return draw(inner).map((row) => indentRow(row, left - side));
}

/** Signs that only the screen has; ASCII where there is nothing else. */
export function signs(view: View): {
  readonly read: string;
  readonly begun: string;
  readonly opened: string;
  readonly star: string;
  readonly cursor: string;
  readonly to: string;
} {
  return view.unicode
    ? { read: '✓', begun: '◐', opened: '○', star: '★', cursor: '›', to: '→' }
    : { read: 'x', begun: '~', opened: 'o', star: '*', cursor: '>', to: '->' };
}

const blends = new WeakMap<Style, WeakMap<Style, Style>>();

/** One style over another; the same two always give the same object, which painting relies on to be quick. */
export function blend(under: Style, over: Style): Style {
  if (over === PLAIN) return under;
  let known = blends.get(under);
  if (known === undefined) {
    known = new WeakMap();
    blends.set(under, known);
  }
  let made = known.get(over);
  if (made === undefined) {
    made = { ...under, ...over };
    known.set(over, made);
  }
  return made;
}

/** The line a person types into: a label, the text, and where the next letter goes. */
export function inputRow(view: View, label: string, text: string): Row {
  const cursor = view.unicode ? run(' ', styleOf(view, 'selection')) : run('_');
  return [muted(view, `${label}: `), run(text), cursor];
}

/** The same in so many columns, its end in any case: that is where letters come and go. */
export function endedInput(view: View, label: string, text: string, width: number): Row {
  const whole = inputRow(view, label, text);
  if (rowWidth(whole) <= width) return whole;
  const { ellipsis } = view.theme.signs;
  let end = text;
  // It may be of wide signs: shortened as long as it has to be.
  for (let row = whole; rowWidth(row) > width && end !== ''; ) {
    end = Array.from(end)
      .slice(Math.max(1, rowWidth(row) - width))
      .join('');
    row = inputRow(view, label, ellipsis + end);
  }
  return inputRow(view, label, ellipsis + end);
}

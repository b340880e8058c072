// Themes of one's own, as the config file gives them: a base and roles. What cannot be understood
// is left out, since a page in the wrong colour is better than none.

import type { Color, Style } from './style.ts';
import type { Role, Theme } from './theme.ts';
import { THEME_NAMES, theme } from './themes.ts';

/** One's own themes by name: `{ base: 'dark', link: { color: '#7fb8d6', underline: true } }`. */
export type OwnThemes = Readonly<Record<string, unknown>>;

const ATTRIBUTES = ['bold', 'dim', 'italic', 'underline', 'strike', 'inverse'] as const;
const COLOR = /^(?:(?:black|red|green|yellow|blue|magenta|cyan|white)(?:Bright)?|#[0-9a-fA-F]{6})$/;

/** The plain theme: no styles, ASCII signs. */
export const plainTheme: Theme = theme('plain', { unicode: true });

/** A theme by name, one's own first; undefined where there is none. */
export function themeNamed(
  name: string,
  { unicode, own = {} }: { readonly unicode: boolean; readonly own?: OwnThemes },
): Theme | undefined {
  const given = Object.hasOwn(own, name) ? own[name] : undefined;
  if (!isMap(given)) return theme(name, { unicode });
  const base = theme(typeof given.base === 'string' ? given.base : 'default', { unicode });
  return ownTheme(name, base ?? theme('default', { unicode }), rolesIn(given));
}

/** The names of all themes, one's own last. */
export function themeNames(own: OwnThemes = {}): readonly string[] {
  return [...new Set([...THEME_NAMES, ...Object.keys(own)])];
}

/** A theme of one's own: `base` with the roles that `styles` gives anew. */
export function ownTheme(
  name: string,
  base: Theme,
  styles: Readonly<Partial<Record<Role, Style>>>,
): Theme {
  return { ...base, name, styles: { ...base.styles, ...styles } };
}

function rolesIn(map: Readonly<Record<string, unknown>>): Partial<Record<Role, Style>> {
  const roles = Object.keys(theme('default', { unicode: true }).styles) as Role[];
  const styles: Partial<Record<Role, Style>> = {};
  for (const role of roles) {
    const given = map[role];
    if (isMap(given)) styles[role] = styleIn(given);
  }
  return styles;
}

function styleIn(map: Readonly<Record<string, unknown>>): Style {
  const { color, background } = map;
  return {
    ...Object.fromEntries(ATTRIBUTES.filter((one) => map[one] === true).map((one) => [one, true])),
    ...(isColor(color) ? { color } : {}),
    ...(isColor(background) ? { background } : {}),
  };
}

function isColor(value: unknown): value is Color {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= 255;
  return typeof value === 'string' && COLOR.test(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

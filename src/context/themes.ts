// The theme asked for, built in or the reader's own: `themes:` in the config names roles and styles.

import { NewsError } from '../errors.ts';
import type { Messages } from '../messages/table.ts';
import type { Settings } from '../settings/settings.ts';
import type { Color, Style } from '../typeset/look/style.ts';
import type { Role, Theme } from '../typeset/look/theme.ts';
import { THEME_NAMES, theme } from '../typeset/look/themes.ts';

const ATTRIBUTES = ['bold', 'dim', 'italic', 'underline', 'strike', 'inverse'] as const;
const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** The theme of the settings; a style is words (`bold cyan on #202020`) or a map. Throws a NewsError. */
export function themeOf(settings: Settings, unicode: boolean, messages: Messages): Theme {
  const name = settings.theme;
  const own = settings.themes[name];
  const { errors } = messages;
  if (!Object.hasOwn(settings.themes, name)) {
    const known = theme(name, { unicode });
    if (known) return known;
    const names = [...THEME_NAMES, ...Object.keys(settings.themes)];
    throw new NewsError('usage', errors.theme(name), errors.themeHint(names));
  }
  if (typeof own !== 'object' || own === null) throw badStyle(name, own, messages);
  const { base = 'default', ...roles } = own as Record<string, unknown>;
  const under = theme(String(base), { unicode });
  if (!under)
    throw new NewsError('usage', errors.theme(String(base)), errors.themeHint(THEME_NAMES));
  const styles: Partial<Record<Role, Style>> = {};
  for (const [role, written] of Object.entries(roles)) {
    if (!(role in under.styles)) {
      const hint = errors.themeRoles(Object.keys(under.styles));
      throw new NewsError('usage', errors.themeRole(name, role), hint);
    }
    const style = styleOf(written);
    if (!style) throw badStyle(`${name}.${role}`, written, messages);
    styles[role as Role] = style;
  }
  return { ...under, name, styles: { ...under.styles, ...styles } };
}

function badStyle(where: string, written: unknown, { errors }: Messages): NewsError {
  const shown = typeof written === 'string' ? written : JSON.stringify(written);
  return new NewsError('usage', errors.themeStyle(where, shown), errors.themeStyleHint);
}

/** A style from words or from a map; undefined where it is neither. */
export function styleOf(written: unknown): Style | undefined {
  if (typeof written === 'object' && written !== null && !Array.isArray(written)) {
    const words = Object.entries(written).flatMap(([key, value]) => {
      if (key === 'color') return [String(value)];
      if (key === 'background') return ['on', String(value)];
      return value === true ? [key] : value === false ? [] : ['?'];
    });
    return styleOf(words.join(' '));
  }
  if (typeof written !== 'string' && typeof written !== 'number') return undefined;
  const style: { -readonly [Key in keyof Style]: Style[Key] } = {};
  let background = false;
  for (const word of String(written).split(/\s+/).filter(Boolean)) {
    const attribute = ATTRIBUTES.find((name) => name === word);
    const color = colorOf(word);
    if (word === 'on') background = true;
    else if (attribute) style[attribute] = true;
    else if (color === undefined) return undefined;
    else if (background) style.background = color;
    else style.color = color;
  }
  return style;
}

function colorOf(word: string): Color | undefined {
  if (/^#[\da-f]{6}$/i.test(word)) return word as `#${string}`;
  if (/^\d{1,3}$/.test(word)) return Number(word) < 256 ? Number(word) : undefined;
  const plain = word.replace(/Bright$/, '');
  return COLORS.some((name) => name === plain) ? (word as Color) : undefined;
}

// How output looks here and now: theme, painter and widths, from settings and terminal.

import type { Labels, TypesetOptions } from '../typeset/look/options.ts';
import type { Theme } from '../typeset/look/theme.ts';
import { theme } from '../typeset/look/themes.ts';
import type { Painter } from '../typeset/page/paint.ts';
import { themeFaults } from './config-faults.ts';
import type { Context } from './context.ts';
import { themeOf } from './themes.ts';

export function painterFor({ terminal }: Context): Painter {
  const { depth, attributes, hyperlinks } = terminal;
  return { depth, attributes, hyperlinks };
}

export const PLAIN_PAINTER: Painter = { depth: 'none', attributes: false, hyperlinks: false };

/** The theme asked for, with signs for this terminal. Throws a NewsError where there is none. */
export function themeFor(context: Context): Theme {
  const { settings, terminal, messages } = context;
  try {
    return themeOf(settings, terminal.unicode, messages);
  } catch (error) {
    const { [settings.theme]: own } = settings.themes;
    if (own === undefined) throw error;
    const themes = { [settings.theme]: own };
    const [placed] = themeFaults({ ...context, settings: { ...settings, themes } });
    throw placed ?? error;
  }
}

export function labelsOf({ messages }: Context): Labels {
  const { note, tip, important, warning, caution, contents, links } = messages.page;
  return { note, tip, important, warning, caution, contents, links };
}

/** Margin left of the text and columns of the text, for a page of `columns`. */
export interface Measure {
  readonly margin: number;
  readonly width: number;
}

/** The longest line that is easy to read, in columns. */
const LONGEST = 72;
/** Widest page where none is asked for. */
const WIDEST = 80;

/** Margin and text width. A width asked for is the page's, margins included; 0 is no limit. */
export function measureFor({ settings, terminal }: Context): Measure {
  const asked = settings.width;
  if (asked === 0) return { margin: 2, width: Number.POSITIVE_INFINITY };
  const page = asked ?? Math.min(terminal.columns, WIDEST);
  const margin = page >= 60 ? 2 : page >= 30 ? 1 : 0;
  const room = Math.max(1, page - 2 * margin);
  return { margin, width: asked !== undefined && asked > WIDEST ? room : Math.min(room, LONGEST) };
}

/** Columns of a list at most. */
const LIST = 100;

/** Columns for what is listed: the terminal's, up to what the eye still follows across. */
export function listWidth({ terminal }: Context): number {
  return Math.min(terminal.columns, LIST);
}

/** Columns for code and tables: the window's, unless a width is asked for. */
function wideFor(context: Context): number {
  const { settings, terminal } = context;
  const { margin, width } = measureFor(context);
  return Math.max(width, (settings.width ?? terminal.columns) - 2 * margin);
}

export function ansiOptions(context: Context, lang: string | undefined): TypesetOptions {
  const { settings, terminal } = context;
  // Whose language is not known is shown as it is written, and so is what the terminal has no signs for.
  const shapes = settings.punctuation === 'auto' && terminal.unicode && lang !== undefined;
  return {
    width: measureFor(context).width,
    wide: wideFor(context),
    theme: themeFor(context),
    links: settings.links ?? 'inline',
    hyperlinks: terminal.hyperlinks,
    hyphenate: settings.hyphenate,
    justify: settings.justify,
    tables: settings.tables,
    // What stands in two dimensions can't be read out.
    ...(terminal.unicode ? { formulas: settings.screenReader ? 'line' : 'drawn' } : {}),
    ...(settings.diagrams === 'auto' && terminal.unicode && !settings.screenReader
      ? { diagrams: 'drawn' }
      : {}),
    lang: lang ?? settings.language,
    ...(shapes ? { punctuation: lang } : {}),
    labels: labelsOf(context),
  };
}

/** Options for plain text: one line a paragraph unless a width is asked for, never a hyphen. */
export function plainOptions(context: Context, lang: string | undefined): TypesetOptions {
  const { settings } = context;
  return {
    width: settings.width || Number.POSITIVE_INFINITY,
    theme: theme('plain', { unicode: true }),
    links: settings.links ?? 'references',
    notes: settings.links === 'none' ? 'none' : 'listed',
    hyperlinks: false,
    hyphenate: 'never',
    justify: false,
    tables: settings.tables,
    lang: lang ?? settings.language,
    labels: labelsOf(context),
  };
}

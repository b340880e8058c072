// Spans to runs: marks become styles, links get their places, signs of the theme are added.

import type { Span, Spans } from '../document/document.ts';
import { MARK } from '../document/marks.ts';
import type { Style } from '../look/style.ts';
import type { Run } from '../page/page.ts';
import { addLink, type Setting } from '../page/setting.ts';
import { REMOVED } from '../text/sanitize.ts';
import { shapedSpans } from './punctuation.ts';
import { saysAddress, shownAddress } from './shown-address.ts';

const SUPERSCRIPT = inPairs(
  '0123456789+-=()abcdefghijklmnoprstuvwxyz',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
);
const SUBSCRIPT = inPairs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** Each sign of `from` with the one at its place in `to`; all of them are single UTF-16 units. */
function inPairs(from: string, to: string): Readonly<Record<string, string>> {
  return Object.fromEntries(from.split('').map((sign, at) => [sign, to[at] ?? sign]));
}

/** The runs that `written` spans are in this setting, over `base`; addresses and marks of notes included. */
export function toRuns(written: Spans, base: Style, setting: Setting): Run[] {
  const { punctuation } = setting.options;
  const spans = punctuation === undefined ? written : shapedSpans(written, punctuation);
  const runs: Run[] = [];
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i] as Span;
    addSpan(runs, span, base, setting);
    const address = span.link ?? span.image;
    const next = spans[i + 1];
    if (address !== undefined && (next?.link ?? next?.image) !== address)
      addAddress(runs, address, setting);
  }
  return runs;
}

function addSpan(runs: Run[], span: Span, base: Style, setting: Setting): void {
  const { theme, hyphenate } = setting.options;
  const { signs, styles } = theme;
  if (
    span.marks === undefined &&
    span.link === undefined &&
    span.note === undefined &&
    span.formula === undefined
  ) {
    const text = hyphenate === 'never' ? withoutHyphens(span.text) : span.text;
    pushText(runs, text, base, {}, setting);
    return;
  }
  if (span.note !== undefined) {
    if (setting.options.notes === 'none') return;
    const link = addLink(setting, 'note', `#note-${span.note + 1}`, String(span.note + 1));
    runs.push({
      text: noteMark(span.note + 1, setting),
      style: overlay(base, styles.noteMark, setting),
      link,
    });
    return;
  }
  const marks = span.marks ?? 0;
  const at = span.link ?? span.image;
  const link = at === undefined ? undefined : pageLink(at, span.text, setting);
  const style = setting.style(base, marks, span.link !== undefined);
  const linked = link === undefined ? {} : { link };
  if ((marks & MARK.image) !== 0 && signs.image !== '')
    runs.push({
      text: `${signs.image}\u00a0`,
      style: overlay(base, styles.muted, setting),
      decoration: true,
      ...linked,
    });
  const drawn = setting.options.formulas === undefined ? undefined : span.formula?.line;
  let text = drawn ?? span.text;
  if ((marks & MARK.superscript) !== 0) text = raised(text, signs.superscript);
  else if ((marks & MARK.subscript) !== 0) text = lowered(text, signs.superscript);
  if (hyphenate === 'never' || (marks & MARK.code) !== 0) text = withoutHyphens(text);
  const from = drawn === undefined ? linked : { ...linked, source: span.text };
  pushText(runs, text, style, from, setting);
}

function withoutHyphens(text: string): string {
  return text.includes('\u00ad') ? text.replace(/\u00ad/g, '') : text;
}

/** Adds text, with the theme's sign where something was removed. */
export function pushText(
  runs: Run[],
  text: string,
  style: Style,
  linked: Pick<Run, 'link' | 'source'>,
  setting: Setting,
): void {
  if (!text.includes(REMOVED)) {
    if (text !== '') runs.push({ text, style, ...linked });
    return;
  }
  const { signs, styles } = setting.options.theme;
  for (const part of text.split(/(\ufffd)/)) {
    if (part === REMOVED) runs.push({ text: signs.removed, style: styles.removed, ...linked });
    else if (part !== '') runs.push({ text: part, style, ...linked });
  }
}

/** `over` laid on `base`, the same object each time for the same two. */
const overlays = new WeakMap<Style, WeakMap<Style, Style>>();
function overlay(base: Style, over: Style, setting: Setting): Style {
  if (base === setting.options.theme.styles.text) return over;
  let known = overlays.get(base);
  if (known === undefined) {
    known = new WeakMap();
    overlays.set(base, known);
  }
  let style = known.get(over);
  if (style === undefined) {
    style = { ...base, ...over };
    known.set(over, style);
  }
  return style;
}

function pageLink(index: number, text: string, setting: Setting): number | undefined {
  const known = setting.linkOf.get(index);
  const open = known === undefined ? undefined : setting.links[known];
  if (known !== undefined && open !== undefined) {
    open.text += text.replace(/\u00ad/g, '');
    return known;
  }
  const { kind, href } = setting.document.links[index] ?? { kind: 'web' as const, href: '' };
  if (kind === 'data') return undefined;
  const resolved = kind === 'article' ? setting.options.resolve?.(href) : undefined;
  const made = addLink(setting, kind, resolved?.address ?? href, text.replace(/\u00ad/g, ''));
  setting.linkOf.set(index, made);
  return made;
}

/** What stands after a link whose address the terminal cannot keep: the address, or its number. */
function addAddress(runs: Run[], index: number, setting: Setting): void {
  const { links, hyperlinks, theme } = setting.options;
  const target = setting.document.links[index];
  if (target === undefined || links === 'none') return;
  if (target.kind === 'heading' || target.kind === 'data') return;
  if (links === 'inline' && hyperlinks) return;
  const resolved = target.kind === 'article' ? setting.options.resolve?.(target.href) : undefined;
  if (resolved !== undefined && links === 'inline') return;
  const { text = '', href = target.href } = setting.links[setting.linkOf.get(index) ?? -1] ?? {};
  if (saysAddress(text, target.href)) return;
  const shown = resolved?.id ?? shownAddress(target.href);
  const style = theme.styles.muted;
  if (links === 'inline') {
    runs.push(
      { text: ' ', style: theme.styles.text, decoration: true },
      { text: `<${shown}>`, style, decoration: true },
    );
    return;
  }
  const { references } = setting;
  const { number } = references.get(shown) ?? { number: references.size + 1 };
  references.set(shown, { number, href });
  runs.push({ text: `[${number}]`, style, decoration: true });
}

/** The mark of footnote `number`: superscript digits, or in brackets. */
export function noteMark(number: number, setting: Setting): string {
  const { links, theme } = setting.options;
  if (theme.signs.superscript) return raised(String(number), true);
  return links === 'references' ? `[^${number}]` : `[${number}]`;
}

function raised(text: string, unicode: boolean): string {
  if (unicode && [...text].every((one) => one in SUPERSCRIPT))
    return [...text].map((one) => SUPERSCRIPT[one]).join('');
  return /^[+-]?\d+$/.test(text) ? `^${text}` : text;
}

function lowered(text: string, unicode: boolean): string {
  if (!unicode || ![...text].every((one) => one in SUBSCRIPT)) return text;
  return [...text].map((one) => SUBSCRIPT[one]).join('');
}

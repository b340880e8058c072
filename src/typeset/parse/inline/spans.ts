// Rendered inline text to spans: what SGR codes mean, white space as a browser shows it.

import type { Span, Spans } from '../../document/document.ts';
import { MARK } from '../../document/marks.ts';
import { readSgr } from './sgr.ts';

// Codes after ECMA-48; 73 to 75 as mintty has them. What they mean here ends in this file.
const MARK_OF: Readonly<Record<number, number>> = {
  1: MARK.strong,
  3: MARK.emphasis,
  4: MARK.underline,
  7: MARK.highlight,
  9: MARK.deleted,
  21: MARK.inserted,
  35: MARK.code,
  51: MARK.keyboard,
  73: MARK.superscript,
  74: MARK.subscript,
};

/** Spans of SGR and OSC 8, whose parameter is `link` or `image` by index (`none`: unsafe), `note`, a formula. */
export function readSpans(text: string, formulas: readonly Span[] = []): Spans {
  const spans: Span[] = [];
  for (const { text: own, bits, links } of readSgr(text, MARK_OF)) {
    const inner = links.at(-1);
    if (inner === undefined) {
      spans.push(bits === 0 ? { text: own } : { text: own, marks: bits });
      continue;
    }
    if (own === '' && inner.params !== 'note') continue;
    const link = links.findLast(({ params, uri }) => params === 'link' && uri !== 'none');
    const picture = links.findLast(({ params }) => params === 'image');
    const { formula } = inner.params === 'formula' ? (formulas[Number(inner.uri)] ?? {}) : {};
    const marks = picture === undefined ? bits : bits | MARK.image;
    spans.push({
      text: own,
      ...(marks === 0 ? {} : { marks }),
      ...(link === undefined ? {} : { link: Number(link.uri) }),
      ...(picture === undefined || picture.uri === 'none' ? {} : { image: Number(picture.uri) }),
      ...(inner.params === 'note' ? { note: Number(inner.uri) } : {}),
      ...(formula === undefined ? {} : { formula }),
    });
  }
  return tidySpans(spans);
}

/** Spans without white space at either end or twice in a row, equals joined. */
export function tidySpans(spans: readonly Span[]): Spans {
  const out: Span[] = [];
  let space = true;
  for (const span of spans) {
    const code = ((span.marks ?? 0) & MARK.code) !== 0 || span.formula !== undefined;
    let { text } = span;
    if (!code) {
      if (text.includes('\n')) text = text.replace(/ *\n */g, '\n');
      if (text.includes('  ')) text = text.replace(/ {2,}/g, ' ');
      if (space && text.startsWith(' ')) text = text.slice(1);
    }
    if (text === '' && span.note === undefined) continue;
    const last = out.at(-1);
    if (last !== undefined && text.startsWith('\n') && !code)
      out[out.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
    space = !code && /[ \n]$/.test(text);
    if (last !== undefined && same(last, span))
      out[out.length - 1] = { ...last, text: (out.at(-1)?.text ?? '') + text };
    else out.push(text === span.text ? span : { ...span, text });
  }
  for (let last = out.at(-1); last !== undefined && last.note === undefined; last = out.at(-1)) {
    const text = last.text.replace(/[ \n]+$/, '');
    out.pop();
    if (text === '') continue;
    out.push({ ...last, text });
    break;
  }
  return out;
}

function same(a: Span, b: Span): boolean {
  if (((a.marks ?? 0) & MARK.image) !== 0) return false;
  if (a.formula !== undefined || b.formula !== undefined) return false;
  return (
    a.marks === b.marks &&
    a.link === b.link &&
    a.image === b.image &&
    a.note === undefined &&
    b.note === undefined
  );
}

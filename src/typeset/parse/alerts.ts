// Which alert a callout is, and its title. Obsidian has more kinds than GitHub, and titles of one's own.

import type { Token } from 'marked';
import type { Alert, Spans } from '../document/document.ts';

const KINDS: readonly Alert[] = ['note', 'tip', 'important', 'warning', 'caution'];

const ALIKE: Readonly<Record<string, Alert>> = {
  success: 'tip',
  check: 'tip',
  done: 'tip',
  hint: 'tip',
  question: 'important',
  help: 'important',
  faq: 'important',
  attention: 'warning',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  danger: 'caution',
  error: 'caution',
  bug: 'caution',
};

/** The alert that a kind of callout is like; a kind that nobody knows is a note. */
export function alertOf(type: string): Alert {
  const name = type.toLowerCase();
  const own = KINDS.find((kind) => kind === name);
  return own ?? (Object.hasOwn(ALIKE, name) ? (ALIKE[name] ?? 'note') : 'note');
}

/** The title of a callout: its own, else the name of its kind where that is none of GitHub's. */
export function titleOf(type: string, own: Spans): Spans | undefined {
  if (own.length > 0) return own;
  const name = type.toLowerCase();
  if (KINDS.some((kind) => kind === name)) return undefined;
  return [{ text: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ') }];
}

/** Inline tokens parted at the first line end. */
export function firstLine(tokens: readonly Token[]): readonly [over: Token[], under: Token[]] {
  const over: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const at = token.type === 'text' ? token.raw.indexOf('\n') : -1;
    if (token.type === 'br') return [over, tokens.slice(index + 1)];
    if (at < 0) {
      over.push(token);
      continue;
    }
    const part = (raw: string): Token[] => (raw === '' ? [] : [{ ...token, raw, text: raw }]);
    over.push(...part(token.raw.slice(0, at)));
    return [over, [...part(token.raw.slice(at + 1)), ...tokens.slice(index + 1)]];
  }
  return [over, []];
}

/** Inline tokens without the first `count` characters of their source, which are plain text. */
export function without(tokens: readonly Token[], count: number): Token[] {
  const out: Token[] = [];
  let left = count;
  for (const token of tokens) {
    if (left >= token.raw.length) left -= token.raw.length;
    else if (left > 0 && token.type === 'text') {
      out.push({ ...token, raw: token.raw.slice(left), text: token.raw.slice(left) });
      left = 0;
    } else out.push(token);
  }
  return out;
}

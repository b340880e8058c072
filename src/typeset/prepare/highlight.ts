// Colours code by highlight.js's common languages; loaded where a language is named.

import { decodeXML } from 'entities';
import highlighter from 'highlight.js/lib/common';
import type { CodePiece } from '../document/document.ts';
import type { Role } from '../look/theme.ts';
import { isShell, sessionPieces, withCommands } from './shell-words.ts';

/** Longer code is shown without colours; no reader misses them there. */
const LONGEST = 200_000;

const ROLES: Readonly<Record<string, Role>> = {
  keyword: 'syntaxKeyword',
  built_in: 'syntaxType',
  type: 'syntaxType',
  literal: 'syntaxNumber',
  number: 'syntaxNumber',
  regexp: 'syntaxString',
  string: 'syntaxString',
  char: 'syntaxString',
  symbol: 'syntaxNumber',
  class: 'syntaxType',
  title: 'syntaxName',
  function: 'syntaxName',
  comment: 'syntaxComment',
  doctag: 'syntaxComment',
  meta: 'syntaxComment',
  section: 'syntaxName',
  tag: 'syntaxKeyword',
  name: 'syntaxKeyword',
  attr: 'syntaxName',
  attribute: 'syntaxName',
  variable: 'syntaxName',
  property: 'syntaxName',
  bullet: 'syntaxKeyword',
  code: 'syntaxString',
  link: 'syntaxString',
  quote: 'syntaxComment',
  'selector-tag': 'syntaxKeyword',
  'selector-id': 'syntaxName',
  'selector-class': 'syntaxName',
  'template-variable': 'syntaxName',
  addition: 'syntaxAdded',
  deletion: 'syntaxRemoved',
};
/** The pieces of `code`, or undefined where the language is unknown. Their texts joined are `code`. */
export function highlight(code: string, lang: string): readonly CodePiece[] | undefined {
  const language = lang.toLowerCase();
  if (code.length > LONGEST || highlighter.getLanguage(language) === undefined) return undefined;
  if (SESSIONS.has(language)) return sessionPieces(code, (line) => highlight(line, 'bash'));
  const pieces = piecesOf(code, language);
  return isShell(language) ? withCommands(pieces) : pieces;
}

/** Names for what was typed at a shell and what it printed. */
const SESSIONS = new Set(['console', 'shell', 'shellsession']);

function piecesOf(code: string, language: string): CodePiece[] {
  const { value } = highlighter.highlight(code, { language, ignoreIllegals: true });
  const pieces: CodePiece[] = [];
  const open: (Role | undefined)[] = [];
  for (const [part, name] of value.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (name !== undefined) open.push(roleOf(name) ?? open.at(-1));
    else if (part === '</span>') open.pop();
    else {
      const text = decodeXML(part);
      const role = open.at(-1);
      pieces.push(role === undefined ? { text } : { text, role });
    }
  }
  return pieces;
}

function roleOf(classes: string): Role | undefined {
  const name = /hljs-([\w-]+)/.exec(classes)?.[1] ?? '';
  return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
}

// Markdown in which nothing can be run, by whatever program it is read. Pure.

import { decodeHTML } from 'entities';

const NAMES = 'script|iframe|frame|object|embed|applet|style|link|meta|base|form|foreignobject';
const DESTINATION = /\](\(|:)(?=[\s>]{0,20}<?([^)\n]{0,300}))/g;
// With the backslashes before, for a reader may take these for the end of an address.
const AUTOLINK = /(\\*)<(?=([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,300}))/gi;
const ELEMENT = new RegExp(`(\\\\*)<(?=/?(?:${NAMES})(?![\\w-]))`, 'gi');
const TAG = /(\\*)<(?=[a-z][\w:-]{0,40}((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,2000})>)/gi;
const HANDLER = /[\s"'/]on[a-z]+\s*=/i;
const VALUE = /=\s*(?:"([^"]{1,300})|'([^']{1,300})|([^"'\s>]{1,300}))/g;

/**
 * The text with links, pictures and elements that would run something turned into their signs: `](javascript:…)`,
 * `<script>`, `onclick=`. Blocks of code stay as they are.
 */
export function withoutScripts(markdown: string): string {
  if (!/[<\]]/.test(markdown)) return markdown;
  const parts = markdown.split(FENCED);
  // Within HTML a fence is none.
  const hasHtml = parts.some((part, index) => index % 2 === 0 && /^[ >]{0,20}</m.test(part));
  if (hasHtml) return plain(markdown);
  return parts.map((part, index) => (index % 2 === 1 ? part : plain(part))).join('');
}

/** Code between fences at the beginning of their lines, to its end or the text's. */
const FENCED = /^(`{3,}[^`\n]*\n[\s\S]*?(?:^`{3,}[ \t]*$|$(?![\s\S])))/m;

function plain(text: string): string {
  return text
    .replace(DESTINATION, (whole, sign: string, to: string) =>
      isScript(to) ? `]\\${sign}` : whole,
    )
    .replace(AUTOLINK, (whole, before: string, to: string) =>
      isScript(to) ? literal(before) : whole,
    )
    .replace(ELEMENT, (_, before: string) => literal(before))
    .replace(TAG, (whole, before: string, attributes: string) =>
      HANDLER.test(attributes) ||
      [...attributes.matchAll(VALUE)].some(([, a, b, c]) => isScript(a ?? b ?? c ?? ''))
        ? literal(before)
        : whole,
    );
}

/** The sign that is no tag's, without the backslash that has made it literal. */
const literal = (before: string): string =>
  `${before.slice(0, before.length - (before.length % 2))}&lt;`;

/** Whether an address runs, however its scheme is written. */
function isScript(address: string): boolean {
  // Lines of a quote begin with its sign.
  const whole = address.replace(/\n[ >]*/g, '').replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  const bare = decodeHTML(whole).replace(/[\s\u0000-\u0020\u007f-\u00a0]/g, '');
  return /^(?:(?:java|vb|live)script:|data:(?!image\/)[^,;]{0,100}[,;])/i.test(bare);
}

// Labels: their text as the source's writers write it, and broken into lines at blanks.

import { decodeHTMLStrict } from 'entities';
import { columns } from '../../text/width.ts';

/** A label's lines as written: quotes taken off, `<br>` and `\n` as breaks, entities as their signs. */
export function labelLines(source: string): string[] {
  const bare = source.trim().replace(/^(["'`])([\s\S]*)\1$/, '$2');
  return bare
    .replace(/^`([\s\S]*)`$/, '$1')
    .split(/<br\s*\/?>|\\n|\n/i)
    .map((line) =>
      line
        .replace(/<\/?(?:b|i|u|em|strong|code|sub|sup|span)(?:\s[^<>]*)?>/gi, '')
        .replace(/\*\*([^*]+)\*\*/g, '$1')
        .replace(/[#&](\w{1,8});/g, entity)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Mermaid writes entities with `#`, too: `#35;`, `#quot;`. */
function entity(whole: string, name: string): string {
  const sign = decodeHTMLStrict(`&${/^\d/.test(name) ? '#' : ''}${name};`);
  return /^&|[\x00-\x1f\x7f-\x9f\ufffd]/.test(sign) && name !== 'amp' ? whole : sign;
}

/** Lines broken at blanks so that each is at most `most` columns wide where a word allows it. */
export function broken(lines: readonly string[], most: number): string[] {
  return lines.flatMap((line) => {
    const out: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (current !== '' && columns(longer) > most) {
        out.push(current);
        current = word;
      } else current = longer;
    }
    out.push(current);
    return out;
  });
}

export const widest = (lines: readonly string[]): number =>
  lines.reduce((most, line) => Math.max(most, columns(line)), 0);

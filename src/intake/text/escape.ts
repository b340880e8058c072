// Plain text as Markdown that shows every sign of it. Pure.

const ADDRESS = /\bhttps?:\/\/[^\s<>"”“]+/g;

/** A line or joined paragraph, its Markdown signs made literal; web addresses stay as they are. */
export function escapeInline(text: string): string {
  let escaped = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    escaped += escapeSigns(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return escaped + escapeSigns(text.slice(end));
}

function escapeSigns(text: string): string {
  return text
    .replace(/[\\`*[\]<|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replace(/==|\+\+|\^\^/g, '\\$&');
}

/** A paragraph that begins like a block of Markdown, made plain at its beginning. */
export function escapeStart(text: string): string {
  return text
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[#>+]|-(?=\s|-|$)|=(?=[= ]*$)|:(?=\s))/, '\\$&');
}

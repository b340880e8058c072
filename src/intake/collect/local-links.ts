// Links of a saved page, led back to where it is from. Pure.

const LINK = /\]\((?:<(file:[^<>\n]{1,4096})>|(file:[^\s<>()]{1,4096}))/g;

/** Markdown with `file:` links resolved against `source`, else relative; `page` is its `file:` address. */
export function withoutLocalLinks(
  markdown: string,
  page: string,
  source: string | undefined,
): string {
  if (!markdown.includes('](file:') && !markdown.includes('](<file:')) return markdown;
  const folder = page.replace(/[^/]*$/, '');
  return markdown.replace(LINK, (_, bracketed: string | undefined, plain: string | undefined) => {
    const address = bracketed ?? plain ?? '';
    const relative =
      folder !== '' && address.startsWith(folder)
        ? address.slice(folder.length)
        : address.replace(/^file:\/*/, '/');
    const web = source !== undefined && URL.canParse(relative, source);
    const target = web ? new URL(relative, source).href : relative.replace(/^\/.*\//, '');
    return bracketed === undefined ? `](${target}` : `](<${target}>`;
  });
}

// The links of a page that was saved as a file: led back to where the page is from, so that no folder of
// the reader's is named. Pure.

const LINK = /\]\((?:<(file:[^<>\n]{1,4096})>|(file:[^\s<>()]{1,4096}))/g;

/**
 * The Markdown with `file:` links resolved against `source`, the page's own address; without one they stay
 * as relative as they were in the page. `page` is the `file:` address that it was read from.
 */
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

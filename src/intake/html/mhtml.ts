// A page saved with all that belongs to it in one file (MHTML, RFC 2557).

import PostalMime from 'postal-mime';

/** The page inside, and the address that it was saved from; undefined where there is none. */
export async function pageInMhtml(
  text: string,
): Promise<{ readonly html: string; readonly address?: string } | undefined> {
  const mail = await PostalMime.parse(text, { maxNestingDepth: 20 }).catch(() => undefined);
  if (mail?.html === undefined) return undefined;
  const said = mail.headers.find(({ key }) => /^(?:snapshot-)?content-location$/.test(key))?.value;
  return { html: mail.html, ...(said && URL.canParse(said) ? { address: said } : {}) };
}

// iTerm2's inline pictures (https://iterm2.com/documentation-images.html), WezTerm's too.

/** What shows a PNG (base64) in `columns` by `rows` cells from the cursor on; the cursor stays where it may. */
export function iterm2Picture(
  png: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): string {
  const bytes = Math.floor((png.replace(/=+$/, '').length * 3) / 4);
  const keys = `inline=1;size=${bytes};width=${columns};height=${rows};preserveAspectRatio=0;doNotMoveCursor=1`;
  return `\x1b]1337;File=${keys}:${png}\x07`;
}

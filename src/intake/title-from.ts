// A title for what has none.

/** The first words of a text that names itself nowhere; `fallback` where it has none. */
export function titleFrom(markdown: string, fallback: string): string {
  const words = markdown
    .slice(0, 4000)
    // Of links their text, of pictures nothing.
    .replace(/(!?)\[((?:\\.|[^\\[\]]){0,1000})\]\([^()\s]{0,2000}\)/g, (_, mark, text) =>
      mark === '' ? text : ' ',
    )
    .slice(0, 400)
    .replace(/[#>*_`\\[\]|]+/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return fallback;
  const title = words.slice(0, 8).join(' ').slice(0, 100);
  return words.length > 8 ? `${title} …` : title;
}

// Anchors of headings as GitHub makes them.

/** A function that names headings: each text's slug, `-1`, `-2` … added where one is taken. */
export function createSlugger(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    let unique = slug;
    let count = taken.get(slug) ?? 0;
    while (taken.has(unique)) unique = `${slug}-${++count}`;
    taken.set(slug, count);
    if (unique !== slug) taken.set(unique, 0);
    return unique;
  };
}

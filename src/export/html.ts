// One or more articles as one HTML file: no script, no address that it loads anything from.

import type { Book, Chapter } from './chapter.ts';
import { frontOf } from './front.ts';
import { PAGE_STYLE, STYLE } from './style.ts';
import { ChapterMarkup, escaped } from './xhtml.ts';

/** The page; the same bytes for the same articles. `date` says a day as people write it. */
export function htmlOf(
  { title, lang, chapters, words }: Book,
  date: (iso: string) => string,
): string {
  const isOne = chapters.length === 1;
  const numbers = new Map(chapters.map(({ id }, at) => [id, at + 1]));
  const anchor = (id: string) => `article-${numbers.get(id)}`;
  const articles = chapters.map((chapter) => {
    const markup = new ChapterMarkup(chapter, {
      prefix: isOne ? '' : `${anchor(chapter.id)}-`,
      chapter: (id) => `#${anchor(id)}`,
      picture: (href) => dataAddress(chapter, href),
      epub: false,
      words,
    });
    const own =
      chapter.lang !== undefined && chapter.lang !== lang ? ` lang="${escaped(chapter.lang)}"` : '';
    const front = frontOf(chapter, { date, source: words.source }, isOne ? 1 : 2);
    return `<article id="${anchor(chapter.id)}"${own}>\n${[front, markup.body(), markup.notes()].filter(Boolean).join('\n')}\n</article>`;
  });
  const contents = chapters.map(
    ({ id, title: name }) => `<li><a href="#${anchor(id)}">${escaped(name)}</a></li>`,
  );
  const head = isOne
    ? ''
    : `<h1>${escaped(title)}</h1>\n<nav aria-label="${escaped(words.contents)}">\n<ol>\n${contents.join('\n')}\n</ol>\n</nav>\n`;
  return `<!DOCTYPE html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}${PAGE_STYLE}</style>
</head>
<body>
${head}${articles.join('\n').replace(/<(br|hr|img)([^<>]*?)\/>/g, '<$1$2>')}
</body>
</html>
`;
}

function dataAddress({ pictures }: Chapter, href: string): string | undefined {
  const picture = pictures.get(href);
  if (picture === undefined) return undefined;
  return `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`;
}

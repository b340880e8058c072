// What of a page is its article: Readability's choice, or where it finds too little, the page's own word for it.

import { Readability } from '@mozilla/readability';
import { all, type Tree, textOf } from './dom.ts';

const LITTLE = 250;

const OWN = [
  '[itemprop="articleBody"]',
  'article',
  '.entry-content',
  '.post-content',
  '.article-body',
  '.article__body',
  '.h-entry .e-content',
  '#mw-content-text',
  'main',
  '[role="main"]',
  '#content',
  '.content',
];

/** The element that holds the article, or undefined where there is no text to speak of. */
export function articleOf(tree: Tree): Element | undefined {
  const whole = textOf(tree.body).length;
  const rescue = ownArticle(tree);
  // Readability takes the tree apart; what it rejects must be looked for in what was there before.
  const kept = rescue?.cloneNode(true) as Element | undefined;
  const found = readable(tree);
  const length = textOf(found).length;
  const spare = textOf(kept).length;
  if (found !== undefined && length >= LITTLE && !(spare > 2 * length && length < whole * 0.2))
    return found;
  if (kept !== undefined && spare > length) return kept;
  return length > 0 ? found : undefined;
}

function readable(tree: Tree): Element | undefined {
  try {
    const parsed = new Readability<Element>(tree, {
      charThreshold: 200,
      keepClasses: true,
      serializer: (node) => node as unknown as Element,
    }).parse();
    return parsed?.content ?? undefined;
  } catch {
    // Its tree walk trips over what linkedom builds of broken markup.
    return undefined;
  }
}

/** The one element that a page names as its article, with the most text. */
function ownArticle(tree: Tree): Element | undefined {
  for (const selector of OWN) {
    const ranked = all(tree, selector)
      .slice(0, 50)
      .filter((element) => element.closest('aside, footer, nav, .comments, #comments') === null)
      .map((element) => ({
        element,
        length: all(element, 'p, li, pre, td, blockquote')
          .slice(0, 2000)
          .reduce((sum, part) => sum + textOf(part).length, 0),
      }))
      .sort((a, b) => b.length - a.length);
    if (ranked[0] !== undefined && ranked[0].length >= LITTLE) return ranked[0].element;
  }
  return undefined;
}

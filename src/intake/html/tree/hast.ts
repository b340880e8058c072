// The chosen element as hast, with nothing in it that Markdown has no word for.

import type { ElementContent, Element as HastElement, Root } from 'hast';
import { resolved, textOf } from './dom.ts';
import { isBlankInline, made } from './elements.ts';
import { unsieved } from './sieve.ts';
import { cellBlocks, filledRows, isLayout } from './table.ts';

/** Left out with all that is in them. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript no-script template form button input select textarea svg canvas object applet map nav dialog link meta head title math tex-source'.split(
    ' ',
  ),
);
/** What plays or frames something is a link to it. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'embed', 'video', 'audio']);
/** What Markdown has no word for, and leaves no trace of around its text. */
const THROUGH: ReadonlySet<string> = new Set(
  'abbr bdi bdo big cite data dfn font ins label nobr rb rt ruby small span sub sup time'.split(
    ' ',
  ),
);
/** Deeper elements give their text to the one above. */
const DEEPEST = 100;

const isText = (node: Node): boolean => node.nodeType === 3;

/** The tree below an element; addresses are made absolute. */
export function hastOf(element: Element, base: string): Root {
  return { type: 'root', children: childrenOf(element, base, 0) };
}

function childrenOf(element: Element, base: string, depth: number): ElementContent[] {
  const out: ElementContent[] = [];
  // Neighbours are one: what merges them later takes time by the square of their number.
  let texts: string[] = [];
  const settle = () => {
    if (texts.length > 0) out.push({ type: 'text', value: texts.join('') });
    texts = [];
  };
  const gather = (parent: Element, level: number): void => {
    for (const node of parent.childNodes as unknown as Iterable<Node>) {
      if (isText(node)) texts.push(unsieved(node.nodeValue ?? ''));
      if (node.nodeType !== 1) continue;
      const inner = node as Element;
      if (THROUGH.has(inner.localName) && level < DEEPEST && !isHidden(inner)) {
        gather(inner, level + 1);
        continue;
      }
      for (const content of contentOf(inner, base, level + 1)) {
        if (content.type === 'text') texts.push(content.value);
        else if (content.type === 'element' && isBlankInline(content)) {
          if (content.children.length > 0) texts.push(' ');
        } else {
          settle();
          out.push(content);
        }
      }
    }
  };
  gather(element, depth);
  settle();
  return out;
}

function contentOf(element: Element, base: string, depth: number): ElementContent[] {
  const name = element.localName.toLowerCase();
  if (DROPPED.has(name) || isHidden(element)) return [];
  if (depth > DEEPEST) return [{ type: 'text', value: unsieved(element.textContent ?? '') }];
  const children = () => childrenOf(element, base, depth);
  if (FRAMES.has(name)) return frameOf(element, base);
  switch (name) {
    case 'img': {
      const src = resolved(element.getAttribute('src') ?? '', base);
      const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
      return src === undefined ? [] : [made('img', { src, alt }, [])];
    }
    case 'a': {
      const href = resolved(element.getAttribute('href') ?? '', base);
      const isOwn = (element.getAttribute('href') ?? '').startsWith('#');
      return href === undefined || isOwn ? children() : [made('a', { href }, children())];
    }
    case 'table':
      return isLayout(element)
        ? cellBlocks(element, (cell) => childrenOf(cell, base, depth))
        : [
            made(
              'table',
              {},
              filledRows(element, (cell) => childrenOf(cell, base, depth)),
            ),
          ];
    case 'figure':
      return figureOf(element, base, depth);
    case 'details':
      return detailsOf(element, base, depth);
    case 'dt':
      return [made('p', {}, [made('strong', {}, children())])];
    case 'dl':
      return children();
    case 'dd':
    // Parts of a table that is none.
    case 'caption':
    case 'tr':
    case 'td':
    case 'th':
      return [made('div', {}, children())];
    case 'ol': {
      const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
      return [
        made(
          'ol',
          Number.isFinite(start) && start >= 0 && start < 1e6 ? { start } : {},
          children(),
        ),
      ];
    }
    case 'code': {
      const language = /\blanguage-([\w+#.-]+)/.exec(element.className)?.[1];
      return [
        made(
          'code',
          language === undefined ? {} : { className: [`language-${language}`] },
          children(),
        ),
      ];
    }
    default:
      return [made(name, {}, children())];
  }
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '') ||
  /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|print-only|noprint|mw-editsection|headerlink|anchor-link|heading-anchor|header-anchor)(?:\s|$)/.test(
    element.className,
  );

function frameOf(element: Element, base: string): ElementContent[] {
  const inside = element.querySelector?.('source')?.getAttribute('src');
  const href = resolved(
    element.getAttribute('src') ?? element.getAttribute('data-src') ?? inside ?? '',
    base,
  );
  if (href === undefined || !/^https?:/.test(href)) return [];
  // Players are shown by the page that they play.
  const shown = href
    .replace(
      /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/,
      'https://www.youtube.com/watch?v=$1',
    )
    .replace(/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, 'https://vimeo.com/$1');
  const title = element.getAttribute('title') || shown.replace(/^https?:\/\/(?:www\.)?/, '');
  return [made('p', {}, [made('a', { href: shown }, [{ type: 'text', value: title }])])];
}

/** A figure's picture, code or table, and its caption as a paragraph of emphasis under it. */
function figureOf(element: Element, base: string, depth: number): ElementContent[] {
  const caption = element.querySelector('figcaption');
  const words = textOf(caption);
  const inner: ElementContent[] = [];
  for (const node of element.childNodes as unknown as Iterable<Node>) {
    if (node === caption) continue;
    if (node.nodeType === 1) inner.push(...contentOf(node as Element, base, depth + 1));
  }
  const picture = element.querySelector('img');
  if (picture !== null && words !== '') {
    const found = firstPicture(inner);
    if (found !== undefined) {
      // A caption is the picture's title in Markdown.
      found.properties['title'] = words;
      if (found.properties['alt'] === '') found.properties['alt'] = words;
      return [made('p', {}, [found])];
    }
  }
  return words === ''
    ? inner
    : [...inner, made('p', {}, [made('em', {}, [{ type: 'text', value: words }])])];
}

function firstPicture(nodes: readonly ElementContent[]): HastElement | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'img') return node;
    const found = firstPicture(node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

function detailsOf(element: Element, base: string, depth: number): ElementContent[] {
  const summary = element.querySelector('summary');
  const title = textOf(summary);
  summary?.remove();
  const body = childrenOf(element, base, depth);
  return title === ''
    ? body
    : [made('p', {}, [made('strong', {}, [{ type: 'text', value: title }])]), ...body];
}

// The chosen element as hast, with nothing in it that Markdown has no word for.

import type { ElementContent, Element as HastElement, Root } from 'hast';
import { resolved, textOf } from './dom.ts';

/** Left out with all that is in them. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript no-script template form button input select textarea svg canvas object applet map nav dialog link meta head title math tex-source'.split(
    ' ',
  ),
);
/** What plays or frames something is a link to it. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'embed', 'video', 'audio']);
/** Deeper elements give their text to the one above. */
const DEEPEST = 100;

const isText = (node: Node): boolean => node.nodeType === 3;

/** The tree below an element; addresses are made absolute. */
export function hastOf(element: Element, base: string): Root {
  return { type: 'root', children: childrenOf(element, base, 0) };
}

function childrenOf(element: Element, base: string, depth: number): ElementContent[] {
  const out: ElementContent[] = [];
  let texts: string[] = [];
  const settle = () => {
    const last = out.at(-1);
    if (last?.type === 'text' && texts.length > 0) last.value = texts.join('');
    texts = [];
  };
  for (const node of element.childNodes as unknown as Iterable<Node>) {
    if (isText(node)) {
      // Neighbours are one: what merges them later takes time by the square of their number.
      const last = out.at(-1);
      if (last?.type === 'text') texts.push(node.nodeValue ?? '');
      else {
        settle();
        texts = [node.nodeValue ?? ''];
        out.push({ type: 'text', value: '' });
      }
    } else if (node.nodeType === 1) {
      settle();
      out.push(...contentOf(node as Element, base, depth + 1));
    }
  }
  settle();
  return out;
}

const made = (
  tagName: string,
  properties: HastElement['properties'],
  children: ElementContent[],
): HastElement => ({
  type: 'element',
  tagName,
  properties,
  children,
});

function contentOf(element: Element, base: string, depth: number): ElementContent[] {
  const name = element.localName.toLowerCase();
  if (DROPPED.has(name) || isHidden(element)) return [];
  if (depth > DEEPEST) return [{ type: 'text', value: element.textContent ?? '' }];
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
        ? blocksOf(element, base, depth)
        : [made('table', {}, filledRows(element, base, depth))];
    case 'figure':
      return figureOf(element, base, depth);
    case 'details':
      return detailsOf(element, base, depth);
    case 'dt':
      return [made('p', {}, [made('strong', {}, children())])];
    case 'dl':
      return children();
    case 'dd':
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

/** A table without a head or with one cell a row, or with blocks in it, lays a page out. */
function isLayout(table: Element): boolean {
  if (table.querySelector('th, caption') !== null)
    return table.querySelector('pre, table') !== null;
  const rows = [...table.querySelectorAll('tr')];
  const cells = rows.map((row) => row.querySelectorAll('td').length);
  if (Math.max(0, ...cells) <= 1) return true;
  if (table.querySelector('table, h1, h2, h3, ul, ol, pre, blockquote, form') !== null) return true;
  return table.querySelectorAll('td p').length > rows.length * 2;
}

function blocksOf(element: Element, base: string, depth: number): ElementContent[] {
  return [...element.querySelectorAll('td, th, caption')]
    .filter((cell) => cell.closest('table') === element)
    .flatMap((cell) => [made('div', {}, childrenOf(cell, base, depth))]);
}

const MOST_SPAN = 100;

/** Rows with every cell in its place: what spans columns or rows is repeated in them. */
function filledRows(table: Element, base: string, depth: number): ElementContent[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const carried = new Map<number, { left: number; cell: HastElement }>();
  const out: HastElement[] = [];
  for (const row of rows) {
    const cells: HastElement[] = [];
    const fill = () => {
      for (
        let above = carried.get(cells.length);
        above !== undefined && above.left > 0;
        above = carried.get(cells.length)
      ) {
        above.left--;
        cells.push(above.cell);
      }
    };
    for (const cell of [...row.children] as Element[]) {
      if (!/^t[dh]$/.test(cell.localName)) continue;
      fill();
      const span = (name: string) =>
        Math.max(1, Math.min(MOST_SPAN, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
      const align = /\b(left|right|center)\b/.exec(
        `${cell.getAttribute('align') ?? ''} ${/text-align\s*:\s*(\w+)/.exec(cell.getAttribute('style') ?? '')?.[1] ?? ''}`,
      )?.[1];
      const made_ = made(
        cell.localName,
        align === undefined ? {} : { align },
        childrenOf(cell, base, depth),
      );
      const [columns, down] = [span('colspan'), span('rowspan')];
      for (let at = 0; at < columns && cells.length < 500; at++) {
        if (down > 1) carried.set(cells.length, { left: down - 1, cell: made_ });
        cells.push(made_);
      }
    }
    fill();
    if (cells.length > 0) out.push(made('tr', {}, cells));
  }
  const caption = table.querySelector('caption');
  const words = textOf(caption);
  return words === '' ? out : [made('caption', {}, [{ type: 'text', value: words }]), ...out];
}

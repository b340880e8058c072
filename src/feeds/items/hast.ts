// An item's HTML as a tree, with nothing in it that a stranger should not be able to say: no scripts, no
// forms, no address but http, https and mailto, no picture that only counts readers, no endless depth.

import type { Element, ElementContent, Root } from 'hast';
import { Parser } from 'htmlparser2';
import { addressOf, shownAddress } from '../parse/links.ts';

/** Signs of one item that are read, its depth and its elements. */
const LONGEST = 2_000_000;
const DEEPEST = 60;
const MOST_ELEMENTS = 30_000;

/** Left out with all that is in them. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style template noscript head title link meta base form input button select textarea option svg math canvas object applet map area dialog'.split(
    ' ',
  ),
);
/** What plays or frames something is a link to it. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'embed', 'video', 'audio', 'source']);
const INLINE: ReadonlySet<string> = new Set(
  'a b i u s em strong span code del ins small font sub sup mark kbd var cite q'.split(' '),
);
const HEADING = /^h[1-6]$/;

/** The tree of `html`; relative addresses are made absolute by `base`. Linear in the text. */
export function hastOf(html: string, base: string | undefined): Root {
  const root: Root = { type: 'root', children: [] };
  const stack: { readonly name: string; readonly children: ElementContent[] }[] = [
    { name: '', children: root.children as ElementContent[] },
  ];
  let dropped = 0;
  let elements = 0;
  /** Elements too deep, or too many: what is in them stands in the element above. */
  let flat = 0;
  const headings: Element[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (dropped > 0 || DROPPED.has(name)) {
          dropped++;
          return;
        }
        const top = stack.at(-1);
        if (!top || flat > 0 || stack.length > DEEPEST || elements++ > MOST_ELEMENTS) {
          flat++;
          return;
        }
        const element = elementOf(name, attributes, base);
        if (element) top.children.push(element);
        if (element && HEADING.test(name)) headings.push(element);
        stack.push({ name, children: element?.children ?? [] });
      },
      onclosetag() {
        if (dropped > 0) dropped--;
        else if (flat > 0) flat--;
        else if (stack.length > 1) {
          const { children, name } = stack.pop() ?? { children: [], name: '' };
          // Elements of a line with nothing in them say nothing, and many of them take the converter
          // time by the square of their number.
          if (INLINE.has(name) && isBlank(children)) stack.at(-1)?.children.pop();
        }
      },
      ontext(data) {
        const children = stack.at(-1)?.children;
        if (dropped > 0 || !children) return;
        const value = harmless(data);
        const last = children.at(-1);
        if (last?.type === 'text') last.value += value;
        else children.push({ type: 'text', value });
      },
    },
    { decodeEntities: true },
  );
  parser.end(html.slice(0, LONGEST));
  lowerHeadings(headings);
  return root;
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  base: string | undefined,
): Element | undefined {
  const element = (tagName: string, properties: Element['properties']): Element => ({
    type: 'element',
    tagName,
    properties,
    children: [],
  });
  if (FRAMES.has(name)) {
    const href = addressOf(attributes['src'], base);
    if (href === undefined) return name === 'source' ? undefined : element('div', {});
    const link = element('a', { href });
    link.children.push({ type: 'text', value: attributes['title'] || shownAddress(href) });
    return { ...element('p', {}), children: [link] };
  }
  if (name === 'img') return imageOf(attributes, base, element);
  if (name === 'a') {
    const { href = '' } = attributes;
    const mail = /^mailto:[^\s<>"]{3,200}$/i.test(href.trim()) ? href.trim() : undefined;
    const address = mail ?? (href.startsWith('#') ? undefined : addressOf(href, base));
    return address === undefined ? element('span', {}) : element('a', { href: address });
  }
  const kept: Element['properties'] = {};
  if (attributes['align'] && /^(?:left|right|center)$/i.test(attributes['align']))
    kept['align'] = attributes['align'].toLowerCase();
  if (name === 'ol' && /^\d{1,6}$/.test(attributes['start'] ?? ''))
    kept['start'] = Number(attributes['start']);
  const language = /(?:^|\s)(?:language|lang|highlight-source)-([\w+#-]{1,20})/.exec(
    attributes['class'] ?? '',
  )?.[1];
  if (language && (name === 'code' || name === 'pre')) kept['className'] = [`language-${language}`];
  return element(name, kept);
}

function imageOf(
  attributes: Readonly<Record<string, string>>,
  base: string | undefined,
  element: (tagName: string, properties: Element['properties']) => Element,
): Element | undefined {
  const size = (field: string): number => Number.parseFloat(attributes[field] ?? 'NaN');
  // A picture of one pixel counts readers.
  if (size('width') <= 2 || size('height') <= 2) return undefined;
  const src =
    addressOf(attributes['data-src'] ?? attributes['src'], base) ??
    addressOf(attributes['src'], base);
  if (src === undefined) return undefined;
  return element('img', {
    src,
    alt: harmless(attributes['alt'] ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    ...(attributes['title'] ? { title: harmless(attributes['title']).replace(/\s+/g, ' ') } : {}),
  });
}

const isBlank = (children: readonly ElementContent[]): boolean =>
  children.every((child) => child.type === 'text' && child.value.trim() === '');

/** The article's title is its only heading of the first level. */
function lowerHeadings(headings: readonly Element[]): void {
  if (!headings.some(({ tagName }) => tagName === 'h1')) return;
  for (const heading of headings) {
    heading.tagName = `h${Math.min(6, Number(heading.tagName[1]) + 1)}`;
  }
}

/** Without control characters, marks of direction and unpaired surrogates. */
function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu,
    '',
  );
}

// Elements of hast: how one is made, and which say nothing.

import type { Element, ElementContent } from 'hast';

export const made = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** Whether an element of a line has nothing in it: many of them take what minifies white space time by their square. */
export const isBlankInline = ({ tagName, children }: Element): boolean =>
  INLINE.has(tagName) &&
  children.every((child) => child.type === 'text' && child.value.trim() === '');

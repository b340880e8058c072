// Finding things in the elements of a feed, and their markup back as HTML.

import { escapeUTF8 } from 'entities';
import type { Element, Text } from './xml.ts';

export const isElement = (child: Element | Text): child is Element => 'children' in child;

/** The first child of one of `names`, in the order of the names. */
export function childOf(element: Element, ...names: readonly string[]): Element | undefined {
  for (const name of names) {
    for (const child of element.children) {
      if (isElement(child) && child.name === name) return child;
    }
  }
  return undefined;
}

export function childrenOf(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter(
    (child): child is Element => isElement(child) && names.includes(child.name),
  );
}

export function textOf(element: Element | undefined): string {
  if (!element) return '';
  return element.children.map((child) => (isElement(child) ? textOf(child) : child.text)).join('');
}

/** The text of the first child of `names` that has one, without blanks around it. */
export function fieldOf(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

export function innerHtml(element: Element): string {
  const out: string[] = [];
  writeInner(element, out);
  return out.join('');
}

function writeInner(element: Element, out: string[]): void {
  for (const child of element.children) {
    if (!isElement(child)) {
      out.push(child.text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign));
      continue;
    }
    const tag = child.tag.slice(child.tag.indexOf(':') + 1).toLowerCase();
    if (!/^[a-z][a-z0-9-]*$/.test(tag)) {
      writeInner(child, out);
      continue;
    }
    const attributes = Object.entries(child.attributes)
      .filter(([name]) => /^[a-z][a-z0-9-]*$/.test(name) && name !== 'xmlns')
      .map(([name, value]) => ` ${name}="${escapeUTF8(value)}"`);
    out.push(`<${tag}${attributes.join('')}>`);
    if (VOID.has(tag)) continue;
    writeInner(child, out);
    out.push(`</${tag}>`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Whether an element has markup within, and not text alone. */
export const hasMarkup = (element: Element): boolean => element.children.some(isElement);

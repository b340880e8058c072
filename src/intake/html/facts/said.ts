// Reading what a page says for machines: JSON-LD's fields, meta elements, names.

import { decodeHTMLStrict } from 'entities';
import type { PageHead } from './head.ts';

export type Data = Readonly<Record<string, unknown>>;

export const typesOf = (one: Data): string[] =>
  [one['@type']]
    .flat()
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));

/** An article before the page that it stands on. */
export const rank = (one: Data): number =>
  (typesOf(one).some((type) => /Article|Posting|Recipe|Report|Review/.test(type)) ? 2 : 0) +
  (one['headline'] ? 1 : 0);

export function field(objects: readonly Data[], name: string): string | undefined {
  for (const one of objects) {
    const value = [one[name]].flat()[0];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** The first meta element of some names, in the order of the names. */
export function meta(head: PageHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = head.metas.get(name)?.find((value) => value.trim() !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Text as pages put it into attributes: entities twice, markup in it. */
export const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:\w{2,40}|#\d{1,7}|#x[\da-f]{1,6});/gi, (one) => decodeHTMLStrict(one))
    .replace(/\s+/g, ' ')
    .trim();
/** The name of a person or organisation, however it is written. */
export const nameOf = (value: unknown): string | undefined => {
  const one = [value].flat()[0];
  if (typeof one === 'string') return one.trim() || undefined;
  const name = one !== null && typeof one === 'object' ? (one as Data)['name'] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
};

export const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
export const same = (a: string, b: string): boolean => words(a).join(' ') === words(b).join(' ');
export const isSite = (text: string, site: string | undefined): boolean =>
  site !== undefined && same(text, site);

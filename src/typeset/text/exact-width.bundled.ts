// exact-width.ts for the bundler: a plain require, evaluated at its first call.

declare function require(name: 'string-width'): typeof import('string-width');

type StringWidth = typeof import('string-width').default;

let stringWidth: StringWidth | undefined;

export function exactWidth(text: string): number {
  stringWidth ??= require('string-width').default;
  return stringWidth(text, { countAnsiEscapeCodes: true });
}

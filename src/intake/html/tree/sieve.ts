// Markup for trees: no scripts or styles, bounded depth, pieces of bounded size.

import { Parser } from 'htmlparser2';
import { CONTAINERS, DROPPED_ELEMENTS, EMPTY_ELEMENTS, KEPT_ATTRIBUTES } from './sieve-names.ts';

/** Elements nest so deep; what is deeper stands in the element above. */
const DEEPEST = 160;
/** Open elements beyond which all are closed, and characters after which that is looked at. */
const TALLEST = 2000;
const PART = 1 << 14;

/** A piece ends before the next block when it has so many elements or weighs so much; at twice that, anywhere. */
interface Size {
  readonly elements: number;
  readonly weight: number;
}
/** The first: most pages are smaller. */
const WHOLE: Size = { elements: 30_000, weight: 1_000_000 };
/** Those that follow, of a page that is not looked at as a whole anyway. */
const SMALL: Size = { elements: 3000, weight: 100_000 };
/** Characters of tags that weigh as much as one of text: attributes are looked at, text is worked on. */
const LIGHT = 8;

export interface Piece {
  readonly markup: string;
  /** It goes on with the rows of a table that the piece before has begun. */
  readonly inTable: boolean;
}

interface Open {
  readonly tag: string;
  readonly markup: string;
  /** Items so far, in a list with numbers. */
  items: number;
  hasHead: boolean;
}

/** Markup for trees, piece by piece; together they hold all text of the page. Linear in the page. */
export function* sieved(page: string): Generator<Piece> {
  const ready: Piece[] = [];
  const stack: Open[] = [];
  /** Elements that are left out with their content, and such that are too deep. */
  let dropped = 0;
  let flat = 0;
  let parts: string[] = [];
  let weight = 0;
  let elements = 0;
  let inTable = false;
  let size = WHOLE;

  const put = (text: string, light: number): void => {
    weight += text.length / light;
    // Single signs come one by one: some millions of parts are more than their text.
    if (parts.push(text) > 4096) parts = [parts.join('')];
  };
  const cut = (): void => {
    const closing = stack.map(({ tag }) => `</${tag}>`).reverse();
    ready.push({ markup: parts.concat(closing).join(''), inTable });
    parts = stack.map(reopened);
    [weight, elements, size] = [0, 0, SMALL];
    inTable = /^(?:table|tbody|thead)$/.test(stack.at(-1)?.tag ?? '');
  };
  const isOver = (times: number): boolean =>
    weight > size.weight * times || elements > size.elements * times;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const isTex = name === 'script' && /^math\/(?:tex|mml)/i.test(attributes['type'] ?? '');
    const isEmpty = EMPTY_ELEMENTS.has(name);
    if (dropped > 0 || DROPPED_ELEMENTS.has(name) || (name === 'script' && !isTex)) {
      if (!isEmpty) dropped++;
      return;
    }
    if (stack.length >= DEEPEST) {
      if (!isEmpty) flat++;
      return;
    }
    const isBlock = CONTAINERS.has(name) || BLOCKS.test(name);
    if (isOver(2) || (isBlock && isOver(1) && stack.every(({ tag }) => CONTAINERS.has(tag)))) cut();
    elements++;
    // A formula's source is a script to MathJax; to us it is text.
    const tag = isTex ? 'tex-source' : name === 'noscript' ? 'no-script' : name;
    const markup = tagOf(tag, attributes);
    put(markup, LIGHT);
    const above = stack.at(-1);
    if (name === 'li' && above) above.items++;
    const table = name === 'th' ? stack.findLast((one) => one.tag === 'table') : undefined;
    if (table) table.hasHead = true;
    if (!isEmpty) stack.push({ tag, markup, items: 0, hasHead: false });
  };
  const close = (name: string): void => {
    if (EMPTY_ELEMENTS.has(name)) return;
    if (dropped > 0) dropped--;
    else if (flat > 0) flat--;
    else {
      const closed = stack.pop();
      if (closed !== undefined) put(`</${closed.tag}>`, LIGHT);
    }
  };
  const text = (value: string): void => {
    if (dropped > 0) return;
    for (let at = 0; at < value.length; at += PART) {
      const part = value.slice(at, at + PART);
      put(escaped(part), 1);
      if (isOver(2) && (/\s$/.test(part) || isOver(2.1))) cut();
    }
  };
  const parserOf = () =>
    new Parser(
      { onopentag: open, onclosetag: close, ontext: text },
      { decodeEntities: true, recognizeSelfClosing: false },
    );
  let parser = parserOf();
  for (let at = 0; at < page.length; at += PART) {
    parser.write(page.slice(at, at + PART));
    // The tokenizer's own stack costs time by the square of its height.
    if (flat + dropped > TALLEST) {
      parser.end();
      parser = parserOf();
    }
    yield* ready.splice(0);
  }
  parser.end();
  cut();
  yield* ready;
}

const BLOCKS = /^(?:p|h[1-6]|li|tr|dt|dd|hr|pre|blockquote|figure|details|address)$/;

/** A tag that begins an element anew in the next piece. */
function reopened({ tag, markup, items, hasHead }: Open): string {
  const start = Number.parseInt(/ start="(\d{1,9})"/.exec(markup)?.[1] ?? '1', 10);
  if (tag === 'ol') return `<ol start="${start + items}">`;
  // What is known by its identifier is there once.
  const bare = markup.replace(/ id="[^"]*"/, '');
  return hasHead ? `${bare.slice(0, -1)} data-head>` : bare;
}

function tagOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  let markup = `<${tag}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (KEPT_ATTRIBUTES.test(key) && value.length < 20_000)
      markup += ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`;
  }
  return `${markup}>`;
}

// A tree has a node for each reference: two signs that mean nothing stand for & and < until it is read.
const escaped = (text: string): string =>
  text.replace(/[&<\uf8f0\uf8f1]/g, (sign) =>
    sign === '&' ? '\uf8f0' : sign === '<' ? '\uf8f1' : '',
  );

/** Text of a tree of sieved markup as the page has it. */
export const unsieved = (text: string): string =>
  /[\uf8f0\uf8f1]/.test(text)
    ? text.replace(/[\uf8f0\uf8f1]/g, (sign) => (sign === '\uf8f0' ? '&' : '<'))
    : text;

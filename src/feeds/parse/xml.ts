// XML as far as it goes, well-formed or not, an item at a time: memory follows the item.

import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import type { FeedFault } from './feed.ts';
import { type Bindings, bindingsBelow, NO_BINDINGS, vocabularyOf } from './namespaces.ts';

export interface Element {
  /** As written. */
  readonly tag: string;
  /** `title`, `dc:date`: in lower case, with the usual prefix; the document's own vocabulary has none. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | Text)[];
  /** The nearest xml:base above, resolved; undefined where nothing gives one. */
  readonly base: string | undefined;
  readonly lang: string | undefined;
}

export interface Text {
  readonly text: string;
}

/** Deeper than this no feed is; the tokenizer's search for an open element is linear in the depth. */
const DEEPEST = 300;
/** Elements of one item, and of all that is no item's. */
const MOST_ELEMENTS = 50_000;
const ITEMS: ReadonlySet<string> = new Set(['item', 'entry']);
const HOMES: ReadonlySet<string> = new Set(['channel', 'feed', 'rdf', 'rdf:rdf', 'rss', 'items']);

class Enough extends Error {}

export interface Reading {
  /** The outermost element without its items; undefined where the text has no element. */
  readonly root: Element | undefined;
  readonly faults: readonly FeedFault[];
}

/** Reads a feed's XML; `onItem` says false when it has enough. Linear. Never throws. */
export function readXml(
  text: string,
  base: string | undefined,
  onItem: (item: Element, root: Element) => boolean,
): Reading {
  const faults = new Set<FeedFault>();
  const stack: Open[] = [];
  let root: Element | undefined;
  let core = '';
  let item: Open | undefined;
  let elements = 0;
  let inCdata = false;
  let pieces: string[] = [];

  const flushText = (): void => {
    if (pieces.length === 0) return;
    const top = stack.at(-1);
    if (top) top.element.children.push({ text: pieces.join('') });
    pieces = [];
  };
  const finish = (open: Open): void => {
    if (open.done || !root) return;
    open.done = true;
    if (item === open) item = undefined;
    elements = 0;
    if (!onItem(open.element, root)) {
      faults.add('too-many');
      throw new Enough();
    }
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        flushText();
        const above = stack.at(-1);
        const bindings = bindingsBelow(above?.bindings ?? NO_BINDINGS, attributes);
        const colon = tag.indexOf(':');
        const vocabulary = vocabularyOf(colon < 0 ? '' : tag.slice(0, colon), bindings);
        const local = tag.slice(colon + 1).toLowerCase();
        if (!root && vocabulary !== 'rdf') core = vocabulary;
        const own = vocabulary === core || vocabulary === '' || vocabulary === 'rss';
        const element: Element = {
          tag,
          name: own ? local : `${vocabulary}:${local}`,
          attributes: decodedAttributes(attributes),
          children: [],
          base: baseOf(attributes['xml:base'], above?.element.base ?? base),
          lang: attributes['xml:lang'] ?? above?.element.lang,
        };
        const isItem =
          ITEMS.has(element.name) && above !== undefined && homeOf(stack, item) !== undefined;
        const open: Open = { element, bindings, done: false };
        root ??= element;
        if (isItem) {
          // An item that was never closed ends where the next begins.
          if (item) finish(item);
          item = open;
        } else if (above && elements++ < MOST_ELEMENTS) above.element.children.push(element);
        stack.push(open);
        if (stack.length > DEEPEST) {
          faults.add('too-deep');
          throw new Enough();
        }
      },
      onclosetag(_, isImplied) {
        flushText();
        const open = stack.pop();
        // The tokenizer calls the end of `<a/>` implied as well.
        const isSelfClosed = text.startsWith('/>', parser.endIndex - 1);
        if (isImplied && !isSelfClosed) faults.add(ended ? 'cut-off' : 'nesting');
        if (!open || !ITEMS.has(open.element.name) || item !== open) return;
        // What is cut off inside of an element may be half a text or half an address.
        if (!ended || !cutInside) finish(open);
      },
      ontext(data) {
        if (stack.length > 0) pieces.push(inCdata ? data : decodedText(data, faults));
      },
      oncdatastart: () => {
        inCdata = true;
      },
      oncdataend: () => {
        inCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  let ended = false;
  let cutInside = false;
  try {
    parser.write(text);
    // At the end the tokenizer hands over what an unfinished tag or section holds.
    ended = true;
    cutInside = stack.at(-1) !== item || /<[^>]{0,2000}$/.test(text.slice(-2001));
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  if (hasControls(text)) faults.add('control');
  return { root, faults: [...faults] };
}

interface Open {
  readonly element: Element;
  readonly bindings: Bindings;
  done: boolean;
}

/** The element an item may begin in: a channel or feed, or the item before that was never closed. */
function homeOf(stack: readonly Open[], item: Open | undefined): Open | undefined {
  const above = stack.at(-1);
  if (!above) return undefined;
  if (HOMES.has(above.element.name)) return above;
  // Inside of a text of the item, `item` and `entry` may be anything.
  return above === item ? above : undefined;
}

/** XML's and HTML's references; unknown ones stay. Entities a document declares never count. */
function decodedText(data: string, faults: Set<FeedFault>): string {
  if (!data.includes('&')) return data;
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(data)) faults.add('entity');
  return decodeHTMLStrict(data);
}

function decodedAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const decoded: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    decoded[name.toLowerCase()] = value.includes('&') ? decodeHTMLStrict(value) : value;
  }
  return decoded;
}

function baseOf(own: string | undefined, above: string | undefined): string | undefined {
  if (own === undefined) return above;
  const resolved = URL.parse(decodeHTMLStrict(own.trim()), above);
  return resolved && /^https?:$/.test(resolved.protocol) ? resolved.href : above;
}

function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
}

// A page's markup brought to what a tree can be built of: no scripts, no styles, bounded in depth and number.

import { Parser } from 'htmlparser2';

/** Elements that are kept, and how deep they may nest. */
const MOST_ELEMENTS = 60_000;
const DEEPEST = 160;
/** Open elements beyond which the rest of a page is not read, and characters after which that is looked at. */
const TALLEST = 2000;
const PART = 1 << 14;
/** Characters of a page that are read. */
const LONGEST_PAGE = 10_000_000;

const DROPPED: ReadonlySet<string> = new Set(
  'style template canvas object applet dialog input select textarea datalist option optgroup'.split(
    ' ',
  ),
);
const EMPTY: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Attributes that say something about the text. */
const KEPT =
  /^(?:id|class|href|src|srcset|alt|title|lang|dir|rel|role|itemprop|itemscope|itemtype|datetime|pubdate|colspan|rowspan|align|start|type|name|content|cite|encoding|display|poster|hidden|style|open|value|width|height|data-(?:src|srcset|lazy-src|lazy-srcset|original|original-src|hi-res-src|orig-file|lang|language|line|url|tex|title)|aria-(?:hidden|label)|epub:type|mathvariant|linethickness|fence|notation|accent)$/;

/** Markup for the tree. Linear in the page; what is too much of it is left out. */
export function sieved(page: string): string {
  const out: string[] = [];
  const stack: string[] = [];
  let dropped = 0;
  let elements = 0;
  /** Elements too deep or too many: what is in them stands in the element above. */
  const flat: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (dropped > 0) {
          if (!EMPTY.has(name)) dropped++;
          return;
        }
        const isTex = name === 'script' && /^math\/(?:tex|mml)/i.test(attributes['type'] ?? '');
        if (DROPPED.has(name) || (name === 'script' && !isTex)) {
          if (!EMPTY.has(name)) dropped++;
          return;
        }
        if (stack.length >= DEEPEST || elements >= MOST_ELEMENTS) {
          if (!EMPTY.has(name)) flat.push(name);
          return;
        }
        elements++;
        // A formula's source is a script to MathJax; to us it is text.
        const tag = isTex ? 'tex-source' : name === 'noscript' ? 'no-script' : name;
        let markup = `<${tag}`;
        for (const [key, value] of Object.entries(attributes)) {
          if (KEPT.test(key) && value.length < 20_000)
            markup += ` ${key}="${escaped(value, true)}"`;
        }
        out.push(`${markup}>`);
        if (!EMPTY.has(name)) stack.push(tag);
      },
      onclosetag(name) {
        if (EMPTY.has(name)) return;
        if (dropped > 0) dropped--;
        else if (flat.length > 0) flat.pop();
        else {
          const tag = stack.pop();
          if (tag !== undefined) out.push(`</${tag}>`);
        }
      },
      ontext(text) {
        if (dropped === 0) out.push(escaped(text, false));
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  const read = page.slice(0, LONGEST_PAGE);
  for (let at = 0; at < read.length; at += PART) {
    // The tokenizer's own stack costs time by the square of its height.
    if (flat.length + dropped > TALLEST) break;
    parser.write(read.slice(at, at + PART));
  }
  parser.end();
  return out.join('');
}

const escaped = (text: string, isAttribute: boolean): string =>
  isAttribute
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    : text.replace(/[&<\uf8f0\uf8f1]/g, (sign) =>
        sign === '&' ? '\uf8f0' : sign === '<' ? '\uf8f1' : '',
      );

/** Text as it was before `sieved` put single signs in the place of & and <: a tree has a node for each reference. */
export const unsieved = (text: string): string =>
  text.replace(/[\uf8f0\uf8f1]/g, (sign) => (sign === '\uf8f0' ? '&' : '<'));

// A page's markup brought to what a tree can be built of: no scripts, no styles, bounded in depth and number.

import { Parser } from 'htmlparser2';

/** Elements that are kept, and how deep they may nest. */
const MOST_ELEMENTS = 60_000;
const DEEPEST = 160;
/** Characters of a page that are read. */
export const LONGEST_PAGE = 10_000_000;

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

/** Markup for the tree, and whether something was left out for being too much. */
export interface Sieved {
  readonly html: string;
  readonly isCut: boolean;
}

/** Linear in the page. */
export function sieved(page: string): Sieved {
  const out: string[] = [];
  const stack: string[] = [];
  let dropped = 0;
  let elements = 0;
  /** Elements too deep or too many: what is in them stands in the element above. */
  const flat: string[] = [];
  let isCut = page.length > LONGEST_PAGE;
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
          isCut ||= elements >= MOST_ELEMENTS;
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
  parser.end(page.slice(0, LONGEST_PAGE));
  return { html: out.join(''), isCut };
}

const escaped = (text: string, isAttribute: boolean): string => {
  const bare = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return isAttribute ? bare.replaceAll('"', '&quot;') : bare;
};

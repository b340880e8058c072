// What a page says about itself outside of its text: title, meta elements, links, JSON-LD. One pass, no tree.

import { Parser } from 'htmlparser2';

export interface PageHead {
  readonly title: string;
  /** `content` of meta elements by their lower-case `name`, `property` or `itemprop`, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** `href` of link elements by each of their relations. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Parsed JSON-LD, each object of a graph or list by itself. */
  readonly data: readonly Readonly<Record<string, unknown>>[];
  /** BCP 47, as the root element has it. */
  readonly lang?: string;
  readonly base?: string;
  /** Elements of the page, as far as it was read. */
  readonly elements: number;
}

/** Longer scripts of data are passed over. Characters. */
const LONGEST_DATA = 500_000;
const MOST_OBJECTS = 500;
const LONGEST_TITLE = 2000;
/** Open elements beyond which the rest is not read, and characters after which that is looked at. */
const TALLEST = 2000;
const PART = 1 << 14;

/** Reads a page's head, and what stands of it in the body. Linear in the page. */
export function headOf(html: string): PageHead {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const data: Record<string, unknown>[] = [];
  let [title, lang, base] = ['', '', ''];
  let titles = 0;
  let inTitle = false;
  let script: string | undefined;
  let inSvg = 0;
  let depth = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      elements++;
      if (name === 'svg') inSvg++;
      else if (name === 'html') lang ||= attributes['lang'] ?? attributes['xml:lang'] ?? '';
      else if (name === 'title' && inSvg === 0) inTitle = titles++ === 0;
      else if (name === 'base') base ||= attributes['href'] ?? '';
      else if (name === 'meta') {
        const { content = '' } = attributes;
        for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
          const named = attributes[key]?.toLowerCase().trim();
          if (named && content.trim() !== '') push(metas, named, content.trim());
        }
      } else if (name === 'link') {
        const { href, rel = '' } = attributes;
        if (href) for (const one of rel.toLowerCase().split(/\s+/)) push(links, one, href);
      } else if (name === 'script') {
        script = /ld\+json/i.test(attributes['type'] ?? '') ? '' : undefined;
      }
    },
    ontext(text) {
      if (inTitle && title.length < LONGEST_TITLE) title += text;
      else if (script !== undefined && script.length < LONGEST_DATA) script += text;
    },
    onclosetag(name) {
      depth--;
      if (name === 'svg') inSvg = Math.max(0, inSvg - 1);
      else if (name === 'title') inTitle = false;
      else if (name === 'script' && script !== undefined) {
        collect(parsed(script), data, 0);
        script = undefined;
      }
    },
  });
  // A head stands at the beginning, and data at the end at the latest; the rest has no need of being read.
  for (let at = 0; at < html.length && depth < TALLEST; at += PART) {
    parser.write(html.slice(at, at + PART));
  }
  parser.end();
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    metas,
    links,
    data,
    elements,
    ...(lang === '' ? {} : { lang }),
    ...(base === '' ? {} : { base }),
  };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known.length < 50) known.push(value);
}

/** JSON as pages write it: wrapped in comments, with raw line ends in its strings. */
function parsed(text: string): unknown {
  const bare = text
    .trim()
    .replace(
      /^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/g,
      '',
    )
    .replace(/;\s*$/, '');
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or none.
    }
  }
  return undefined;
}

function collect(value: unknown, into: Record<string, unknown>[], depth: number): void {
  if (value === null || typeof value !== 'object' || depth > 6 || into.length > MOST_OBJECTS)
    return;
  if (Array.isArray(value)) for (const one of value) collect(one, into, depth + 1);
  else {
    const record = value as Record<string, unknown>;
    into.push(record);
    collect(record['@graph'], into, depth + 1);
    collect(record['mainEntity'], into, depth + 1);
    collect(record['mainEntityOfPage'], into, depth + 1);
  }
}

// Feeds of every format as a generator makes them, whole and broken. Deterministic by number.

import { escapeUTF8 } from 'entities';

/** A feed, and what a reader must find in it. */
export interface MadeFeed {
  readonly bytes: Buffer;
  readonly titles: readonly string[];
  readonly format: string;
}

const WORDS = 'Wahl Börse Kälte 日本 naïve R&D <b> „Zitat“ 1<2 Ünïcode 😀 ende'.split(' ');
const FORMATS = ['rss', 'rdf', 'atom', 'atom03', 'json'] as const;

/** The feed with number `n`. */
export function madeFeed(n: number): MadeFeed {
  const random = numbers(n);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const format = pick(FORMATS);
  const titles = Array.from({ length: Math.floor(random() * 12) }, (_, at) =>
    [`N${at}`, ...Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(WORDS))].join(
      ' ',
    ),
  );
  const items = titles.map((title, at) => {
    const link = `https://example.org/${n}/${at}`;
    const text = `<p>${escapeUTF8(title)} <a href="/x">x</a></p>`;
    return { title, link, text, id: random() < 0.5 ? link : `id-${n}-${at}` };
  });
  const text = format === 'json' ? jsonOf(items) : xmlOf(format, items, random);
  return { bytes: Buffer.from(text), titles, format };
}

interface Item {
  readonly title: string;
  readonly link: string;
  readonly text: string;
  readonly id: string;
}

function jsonOf(items: readonly Item[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: items.map(({ id, link, title, text }) => ({ id, url: link, title, content_html: text })),
  });
}

function xmlOf(format: string, items: readonly Item[], random: () => number): string {
  const atom = format.startsWith('atom');
  // A title is HTML in RSS, and plain text in Atom unless it says otherwise.
  const titleOf = ({ title }: Item): string =>
    atom
      ? `<title>${escapeUTF8(title)}</title>`
      : random() < 0.5
        ? `<title>${escapeUTF8(escapeUTF8(title))}</title>`
        : `<title><![CDATA[${escapeUTF8(title)}]]></title>`;
  const body = items.map((item) => {
    const text = escapeUTF8(item.text);
    return atom
      ? `<entry><id>${item.id}</id>${titleOf(item)}<link href="${item.link}"/><content type="${format === 'atom' ? 'html' : 'text/html'}" mode="escaped">${text}</content><updated>2026-11-01T00:00:00Z</updated></entry>`
      : `<item>${titleOf(item)}<link>${item.link}</link><guid>${item.id}</guid><description>${text}</description><pubDate>Sun, 01 Nov 2026 10:00:00 GMT</pubDate></item>`;
  });
  const all = body.join('\n');
  if (format === 'rss')
    return `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>R</title>${all}</channel></rss>`;
  if (format === 'rdf') {
    return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>R</title></channel>${all}</rdf:RDF>`;
  }
  const space = format === 'atom' ? 'http://www.w3.org/2005/Atom' : 'http://purl.org/atom/ns#';
  return `<feed xmlns="${space}"><title>A</title>${all}</feed>`;
}

/** The same feed, broken by number: cut off, bytes changed, tags lost, nested in nonsense. */
export function brokenFeed(n: number): Buffer {
  const { bytes } = madeFeed(n);
  const random = numbers(n + 1_000_000);
  const at = Math.floor(random() * bytes.length);
  switch (n % 5) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([0, 27, 0xff, 0x80]),
        bytes.subarray(at),
      ]);
    case 2:
      return Buffer.from(
        bytes
          .toString()
          .replaceAll(/<\/(?:title|item|entry)>/g, (tag) => (random() < 0.3 ? '' : tag)),
      );
    case 3:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from('<![CDATA['), bytes.subarray(at)]);
    default:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from('&bogus; <x y="> & \u202e'),
        bytes.subarray(at),
      ]);
  }
}

/** Mulberry32: the same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// Vocabulary of an element by its namespace's address, or usual prefix where undeclared.

const KNOWN: readonly (readonly [prefix: string, ...addresses: string[]])[] = [
  [
    'atom',
    'www.w3.org/2005/atom',
    'purl.org/atom/ns',
    'example.com/newformat',
    'example.com/necho',
    'purl.org/echo',
    'uri/of/echo/namespace#',
  ],
  [
    'rss',
    'purl.org/rss/1.0',
    'my.netscape.com/rdf/simple/0.9',
    'channel.netscape.com/rdf/simple/0.9',
    'my.netscape.com/publish/formats/rss-0.91.dtd',
    'backend.userland.com/rss',
    'backend.userland.com/rss2',
    'backend.userland.com/rss091',
    'blogs.law.harvard.edu/tech/rss',
    'cyber.law.harvard.edu/rss/rss.html',
    'cyber.harvard.edu/rss/rss.html',
    'backend.userland.com/blogchannelmodule',
    'purl.org/net/rss1.1',
    'www.rssboard.org/rss-specification',
  ],
  ['rdf', 'www.w3.org/1999/02/22-rdf-syntax-ns'],
  ['content', 'purl.org/rss/1.0/modules/content'],
  ['dc', 'purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0', 'purl.org/metadata/dublin_core'],
  ['dcterms', 'purl.org/dc/terms'],
  [
    'media',
    'search.yahoo.com/mrss',
    'search.yahoo.com/mrss/',
    'www.rssboard.org/media-rss',
    'tools.search.yahoo.com/mrss',
  ],
  ['itunes', 'www.itunes.com/dtds/podcast-1.0.dtd', 'example.com/dtds/podcast-1.0.dtd'],
  ['xhtml', 'www.w3.org/1999/xhtml', 'www.w3.org/tr/xhtml1'],
  ['sy', 'purl.org/rss/1.0/modules/syndication'],
  ['feedburner', 'rssnamespace.org/feedburner/ext/1.0'],
  ['xml', 'www.w3.org/xml/1998/namespace'],
];

const PREFIXES: ReadonlyMap<string, string> = new Map(
  KNOWN.flatMap(([prefix, ...addresses]) =>
    addresses.map((address): [string, string] => [shortened(address), prefix]),
  ),
);
const USUAL: ReadonlySet<string> = new Set(KNOWN.map(([prefix]) => prefix));

/** Prefix as written -> usual prefix; '' for what no prefix is written before. */
export type Bindings = ReadonlyMap<string, string>;

export const NO_BINDINGS: Bindings = new Map();

/** The bindings below an element with `attributes`. */
export function bindingsBelow(
  above: Bindings,
  attributes: Readonly<Record<string, string>>,
): Bindings {
  let own: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    if (name.length > 5 && name[5] !== ':') continue;
    own ??= new Map(above);
    const address = attributes[name] ?? '';
    // An address that is not known makes a vocabulary of its own; none at all takes the binding away.
    own.set(
      name.slice(6),
      address === '' ? '' : (PREFIXES.get(shortened(address)) ?? `?${address}`),
    );
  }
  return own ?? above;
}

/** The vocabulary of a prefix as written: a usual prefix, '' for none, or one that nothing is known of. */
export function vocabularyOf(prefix: string, bindings: Bindings): string {
  const bound = bindings.get(prefix);
  if (bound !== undefined) return bound;
  if (prefix === '') return '';
  const usual = prefix.toLowerCase();
  if (usual === 'atom10' || usual === 'atom03' || usual === 'a10') return 'atom';
  return USUAL.has(usual) ? usual : `?${usual}`;
}

function shortened(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');
}

// What is said of pages, texts and books that come in, and of the network. Loaded by who needs it.

/** Of a request that failed; the codes are those of http/. */
export interface FailureWords {
  readonly code: string;
  readonly host: string;
  readonly status?: number;
  readonly detail?: string;
  readonly limit?: number;
  readonly retryAfter?: number;
}

const STATUS: Readonly<Record<number, string>> = {
  401: 'it wants a name and a password (401)',
  402: 'it wants to be paid (402)',
  403: 'it does not let us in (403)',
  404: 'there is no such page (404)',
  407: 'the proxy wants a name and a password (407)',
  410: 'the page is gone for good (410)',
  429: 'we asked too often (429)',
  451: 'it is withheld for legal reasons (451)',
};

const TLS: Readonly<Record<string, string>> = {
  expired: 'has a certificate that has expired',
  'not-yet': 'has a certificate that is not valid yet; is the clock right?',
  'other-name': 'has a certificate for another name',
  'self-signed': 'has a certificate that it signed itself',
  'unknown-issuer': 'has a certificate from an issuer that is not known here',
  revoked: 'has a certificate that was revoked',
};

const seconds = (milliseconds: number): string => {
  const count = Math.ceil(milliseconds / 1000);
  return count > 90 ? `${Math.ceil(count / 60)} minutes` : `${count} seconds`;
};

export const adding = {
  failure: ({
    code,
    host,
    status = 0,
    detail = '',
    limit = 0,
    retryAfter,
  }: FailureWords): string => {
    switch (code) {
      case 'address':
        return 'this is no web address';
      case 'private':
        return `${host} is on your own network, where a page from outside must not lead`;
      case 'offline':
        return `can't reach ${host}: there seems to be no connection to the network`;
      case 'unresolved':
        return `there is no host called ${host}`;
      case 'refused':
        return `${host} takes no connections`;
      case 'timeout':
        return detail === 'connect'
          ? `${host} can't be reached in time`
          : `${host} does not answer in time`;
      case 'cut':
        return `${host} broke off the connection`;
      case 'tls':
        return `${host} ${TLS[detail] ?? 'and this program find no safe way to talk'}`;
      case 'status': {
        const said = STATUS[status];
        const wait = retryAfter === undefined ? '' : `; again in ${seconds(retryAfter)}`;
        if (said !== undefined) return `${host}: ${said}${wait}`;
        return status >= 500
          ? `${host} has trouble of its own (${status})${wait}`
          : `${host} answers with ${status}${wait}`;
      }
      case 'redirects':
        return detail === 'many'
          ? `${host} sends us on and on`
          : `${host} sends us to what is no web address`;
      case 'large':
        return `it is larger than ${Math.round(limit / 1024 / 1024)} MB`;
      case 'encoding':
        return `${host} sends what can't be unpacked`;
      case 'proxy':
        return `the proxy does not lead to ${host}`;
      case 'protocol':
        return `${host} does not speak HTTP`;
      case 'aborted':
        return 'it was stopped';
      default:
        return `${host} can't be reached${detail === '' ? '' : ` (${detail})`}`;
    }
  },
  refusal: {
    empty: 'there is nothing to read in it',
    links: 'it is a list of links, no article',
    login: 'it is behind a login',
    consent: 'it is behind a question for consent',
    script: 'it is empty without a browser’s scripts',
    missing: 'the page says that there is no such page',
    format:
      'it is nothing that can be read: pages, texts, Markdown, EPUB books and lists of addresses can',
    broken: 'it is too broken to be read',
    locked: 'it is locked (DRM or a password)',
    large: 'it is beyond the limits of size or depth',
    feed: 'it is a feed: news follow is for those',
  },
  kind: { added: 'added', updated: 'updated', unchanged: 'there already', edited: 'left as it is' },
  edited: (id: string): string => `${id} has changes of yours and was left as it is`,
  failed: (source: string, why: string): string => `${source}: ${why}`,
  done: (title: string, kind: string): string => `“${title}”: ${kind}`,
  label: 'Adding',
  rate: (perSecond: string): string => `${perSecond} a second`,
  failures: (count: number): string => (count === 1 ? '1 failed' : `${count} failed`),
  summary: (counts: readonly (readonly [count: number, kind: string])[]): string =>
    counts.map(([count, kind]) => `${count} ${kind}`).join(', '),
  saved: 'Saved',
  noSources: 'add what?',
  noSourcesHint: 'news add https://example.org/article, or a file, or - for standard input',
  noFile: (name: string): string => `there is no file ${name}`,
  removed: (id: string): string => `removed ${id}`,
  removeWhich: 'remove what?',
  removeAsk: (titles: readonly string[], more: number): string =>
    `Remove ${titles.map((title) => `“${title}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}? [y/N] `,
  removeYes: /^y(?:es)?$/i,
  removeNeedsYes: 'nobody is there to be asked',
  removeNeedsYesHint: 'news remove --yes takes them away without asking.',
  removeForeign: (id: string): string => `${id} is not in your own folder, and stays`,
  removeForeignHint: (folder: string): string => `Your own folder is ${folder}.`,
};

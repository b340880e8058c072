// What is said of feeds. Loaded by who needs it.

export const following = {
  /** How many articles came. */
  added: (count: number): string => `${count} new`,
  changed: (count: number): string => `${count} changed`,
  already: (series: string): string => `${series} follows it already`,
  noFeed: 'there is no feed at this address, and none that it names',
  taken: (series: string): string => `the series ${series} follows another feed`,
  failed: (what: string, why: string): string => `${what}: ${why}`,
  disk: (reason: string): string => `can't write: ${reason}`,
  edited: (id: string): string => `${id} has changes of yours and was left as it is`,
  locked: (series: string): string => `${series} is being fetched by another process`,
  label: 'Fetching',
  rate: (perSecond: string): string => `${perSecond} a second`,
  listed: (followed: number, already: number, failed: number): string =>
    [
      `${followed} followed`,
      ...(already > 0 ? [`${already} already`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
    ].join(', '),
  keptAll: (count: number): string =>
    `${count === 1 ? 'The one that failed is' : `The ${count} that failed are`} kept, and tried again.`,
  noSources: 'follow what?',
  noSourcesHint:
    'news follow https://example.org/feed.xml, a page that names a feed, or an OPML file',
  noFile: (name: string): string => `there is no file ${name}`,
  noList: (name: string): string => `${name} is no list of feeds`,
  noListHint: 'An OPML file is one; other programs export it.',
  emptyList: (name: string): string => `${name} names no feed`,
  none: 'Nothing is followed.',
  noneHint: 'news follow ADDRESS follows a feed.',
  noSuch: (series: string): string => `no feed is followed as ${series}`,
  noSuchHint: 'news following shows what is.',
  nothingDue: 'Nothing is due.',
  /** Feeds done, of how many. */
  counting: (done: number, total: number): string => `Fetching: ${done} of ${total}`,
  fetchedAll: (added: number, failed: number): string =>
    `${added === 0 ? 'Nothing new' : `${added} new`}${failed > 0 ? `, ${failed} in trouble: ! says why` : ''}`,
  unfollowed: (series: string): string => `${series} is followed no more; its articles stay`,
  removed: (series: string, count: number): string =>
    `${series} is followed no more; ${count === 1 ? '1 article' : `${count} articles`} removed`,
  signIn: (host: string): string => `${host} does not take the name and the password`,
  noAccount: (host: string): string => `it is not said how to sign in at ${host}`,
  noAccountHint: (host: string, file: string): string =>
    `Write into ${file}: servers: {${host}: {user: NAME, password-command: COMMAND}}`,
  noPassword: (host: string, why: string): string =>
    `what gives the password for ${host} gives none${why === '' ? '' : ` (${why})`}`,
  noServer: (host: string): string =>
    `${host} does not answer as a server of feeds does (Miniflux, FreshRSS)`,
  noPasswordHere: 'a password has no place in an argument',
  noPasswordHereHint: 'The guide says where it has: news help following-feeds',
  noFeedsThere: (host: string): string => `nothing is subscribed to at ${host}`,
  stillFollowed: (series: string, why: string): string => `${series} is still followed: ${why}`,
  unfollowWhat: 'follow what no more?',
  unfollowWhatHint: 'news unfollow SERIES, or --from ADDRESS for all feeds of a server',
  noServerSuch: (host: string): string => `no feed is followed from ${host}`,
  interrupted: 'stopped; what was fetched stays',
  column: { unread: 'unread', fetched: 'fetched', cost: 'cost', trouble: 'trouble' },
  unread: (count: number): string => `${count} unread`,
  never: 'never fetched',
  gone: 'gone for good (410); it rests',
  articles: (count: number): string => (count === 1 ? '1 article' : `${count} articles`),
  /** Of the last, days since the first fetch. */
  pace: (changes: number, days: number): string =>
    days < 1 || changes === 0 ? '' : `news ${(changes / days).toFixed(1)} times a day`,
  fault: {
    'cut-off': 'the feed is cut off',
    nesting: 'the feed’s elements are closed in the wrong order',
    entity: 'the feed has entities that nobody declared, or a bare &',
    control: 'the feed has control characters',
    charset: 'the feed is not in the encoding that it names',
    'too-deep': 'the feed is nested too deep to be read to its end',
    'too-many': 'the feed has more items than are read',
  },
  broken: (faults: readonly string[]): string => `read all the same: ${faults.join('; ')}`,
  exported: 'Feeds of news',
};

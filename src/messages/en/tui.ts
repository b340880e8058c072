// What the full-screen reader says, in English. It knows nothing of layout.

export const tui = {
  program: 'news',
  /** `2 of 3`. */
  place: (number: string, count: string): string => `${number} of ${count}`,
  minutes: (count: string): string => `${count} min`,
  minutesLong: (count: string, one: boolean): string => `${count} ${one ? 'minute' : 'minutes'}`,
  minutesLeft: (count: string): string => `${count} min left`,
  readOf: (read: string, count: string): string => `${read} of ${count} read`,
  begun: 'begun',
  read: 'read',
  unread: 'unread',
  loading: 'Opening …',
  tooSmall: 'Too small: 20 × 6 needed',
  /** The end of an article. */
  end: {
    next: 'Next',
    last: 'This was the last article of the series.',
    alone: 'End of the article.',
  },
  empty: {
    library: 'No articles here yet.',
    libraryHint: 'Put Markdown files into the folder that “news config” names, or start with “--from FOLDER”.',
    filter: (text: string): string => `Nothing matches “${text}”.`,
    filterHint: 'Backspace takes a letter back, Esc shows everything.',
    unread: 'Everything is read.',
    unreadHint: 'u shows the articles you have read too.',
    article: 'This article is empty.',
  },
  filter: {
    label: 'Filter',
    count: (count: string, of: string): string => `${count} of ${of}`,
    unreadOnly: 'unread only',
  },
  find: {
    label: 'Find',
    count: (current: string, count: string): string => `${current} of ${count}`,
    none: 'no hit',
    words: 'Marked',
  },
  search: {
    title: 'Search the library',
    none: (text: string): string => `Nothing found for “${text}”.`,
    didYouMean: (text: string): string => `Did you mean “${text}”?`,
    count: (count: string, one: boolean): string => `${count} ${one ? 'article' : 'articles'}`,
    hint: 'Words that an article should contain',
  },
  contents: { title: 'Contents', none: 'This article has no headings.' },
  note: { title: (label: string): string => `Note ${label}` },
  helpTitle: 'Keys',
  helpShelf: 'Shelf',
  helpReader: 'Article',
  helpTyping: 'While typing',
  notice: {
    copied: (address: string): string => `Copied ${address}`,
    nothingToCopy: 'This article has no address to copy.',
    noSource: 'This article names no source.',
    opened: (address: string): string => `Opened ${address}`,
    openFailed: (why: string): string => `The browser did not open: ${why}`,
    editFailed: (why: string): string => `The editor failed: ${why}`,
    editedGone: 'The file is gone.',
    suspendFailed: (why: string): string => `Could not suspend: ${why}`,
    historyFailed: (why: string): string => `The history could not be written: ${why}`,
    loadFailed: (why: string): string => `The article could not be opened: ${why}`,
    searchFailed: (why: string): string => `The search failed: ${why}`,
    noLinks: 'No link on this screen.',
    noSuchTarget: (address: string): string => `No such article or heading: ${address}`,
    nothingBack: 'Nothing to go back to.',
    firstOfSeries: 'This is the first article of the series.',
    lastOfSeries: 'This is the last article of the series.',
    atEnd: 'The end.',
    atEndNext: (title: string): string => `The end. → opens “${title}”.`,
    markedRead: 'Marked as read.',
    markedUnread: 'Marked as unread.',
    width: (columns: string): string => `Text width ${columns}`,
    reloaded: 'Shown anew: the file has changed.',
  },
  errors: {
    unknownCommand: (name: string): string => `keys: there is no command “${name}”`,
    knownCommands: (names: string): string => `There are: ${names}`,
    keyClash: (key: string, one: string, other: string): string => `keys: “${key}” is claimed by both ${one} and ${other}`,
    keyClashHint: 'Give one of the two another key in the configuration.',
    badKeys: (command: string): string => `keys: ${command} needs a key or a list of keys`,
    interrupted: 'interrupted',
    notATerminal: 'the full-screen reader needs a terminal',
  },
  /** Words of the footer: short. */
  hint: {
    open: 'open', filter: 'filter', search: 'search', unread: 'unread', help: 'help', quit: 'quit',
    article: 'article', scroll: 'read', find: 'find', contents: 'contents', done: 'done', earlier: 'earlier', back: 'back', follow: 'follow', copy: 'copy',
    close: 'close', choose: 'choose', hits: 'hits', go: 'go', link: 'next link', all: 'all',
  },
  /** What each command does, for the help. */
  help: {
    up: 'up', down: 'down', open: 'open the article', filter: 'filter by title',
    search: 'search the text of the library', nextSeries: 'next series', previousSeries: 'previous series',
    unread: 'only unread articles, or all', mark: 'mark as read or unread', pageDown: 'a page on', pageUp: 'a page back',
    first: 'to the first', last: 'to the last', clear: 'end the filter', help: 'these keys', suspend: 'suspend', quit: 'quit',
    previousArticle: 'previous article of the series', nextArticle: 'next article of the series',
    lineUp: 'a line up', lineDown: 'a line down', halfDown: 'half a page on', halfUp: 'half a page back',
    start: 'to the beginning', end: 'to the end', find: 'find in the article', nextHit: 'next hit', previousHit: 'previous hit',
    contents: 'contents', nextLink: 'next link on the screen', previousLink: 'previous link', follow: 'follow the link',
    back: 'back to where you came from', source: 'source in the browser', copy: 'copy the link', edit: 'edit the file',
    wider: 'wider text', narrower: 'narrower text', shelf: 'back to the shelf',
    accept: 'take it', cancel: 'leave it', erase: 'take a letter back', eraseWord: 'take a word back', eraseAll: 'empty the line',
    close: 'close',
  },
  /** How keys are called. */
  keys: {
    enter: 'Enter', escape: 'Esc', space: 'Space', tab: 'Tab', 'shift-tab': 'Shift-Tab', backspace: 'Backspace',
    pagedown: 'PgDn', pageup: 'PgUp', home: 'Home', end: 'End', delete: 'Del', insert: 'Ins', ctrl: 'Ctrl',
  },
  /** Words for the ear, in screen-reader mode. */
  spoken: {
    shelf: 'Shelf', article: 'Article', heading: 'Heading', selected: 'selected', progress: (percent: string): string => `${percent} read`,
    linkFocused: (text: string): string => `Link: ${text}`, footnote: 'Footnote', results: 'Results', keys: 'Keys', hit: 'Hit',
  },
};

/** Every language says all of it. */
export type TuiMessages = typeof tui;

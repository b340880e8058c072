// The keys of each screen, as data: commands with their keys and the words of their help.

import type { TuiMessages } from '../../messages/en/tui.ts';

export type KeyContext = 'shelf' | 'reader' | 'typing' | 'list' | 'note' | 'select' | 'speak';

export interface Binding {
  readonly command: string;
  readonly keys: readonly string[];
  readonly help: keyof TuiMessages['help'];
}

export const SHELF = [
  { command: 'shelf.up', keys: ['up', 'k', 'ctrl-y'], help: 'up' },
  { command: 'shelf.down', keys: ['down', 'j', 'ctrl-e'], help: 'down' },
  { command: 'shelf.open', keys: ['enter', 'right', 'l'], help: 'open' },
  { command: 'shelf.filter', keys: ['/'], help: 'filter' },
  { command: 'shelf.search', keys: ['s'], help: 'search' },
  { command: 'shelf.series', keys: ['tab'], help: 'nextSeries' },
  { command: 'shelf.seriesBack', keys: ['shift-tab'], help: 'previousSeries' },
  { command: 'shelf.unread', keys: ['u'], help: 'unread' },
  { command: 'shelf.starred', keys: ['S'], help: 'starred' },
  { command: 'shelf.mark', keys: ['m'], help: 'mark' },
  { command: 'shelf.star', keys: ['*'], help: 'star' },
  { command: 'shelf.fetch', keys: ['r'], help: 'fetch' },
  { command: 'shelf.fetchAll', keys: ['R'], help: 'fetchAll' },
  { command: 'shelf.troubles', keys: ['!'], help: 'troubles' },
  { command: 'shelf.add', keys: ['a'], help: 'add' },
  { command: 'shelf.remove', keys: ['D'], help: 'remove' },
  { command: 'shelf.undo', keys: ['z'], help: 'undo' },
  { command: 'shelf.pageDown', keys: ['pagedown', 'space', 'ctrl-f'], help: 'pageDown' },
  { command: 'shelf.pageUp', keys: ['pageup', 'b', 'ctrl-b'], help: 'pageUp' },
  { command: 'shelf.halfDown', keys: ['ctrl-d'], help: 'halfDown' },
  { command: 'shelf.halfUp', keys: ['ctrl-u'], help: 'halfUp' },
  { command: 'shelf.goto', keys: [':'], help: 'goto' },
  { command: 'shelf.first', keys: ['g', 'home'], help: 'first' },
  { command: 'shelf.last', keys: ['G', 'end'], help: 'last' },
  { command: 'shelf.clear', keys: ['escape'], help: 'clear' },
  { command: 'shelf.help', keys: ['?'], help: 'help' },
  { command: 'shelf.suspend', keys: ['ctrl-z'], help: 'suspend' },
  { command: 'shelf.quit', keys: ['q'], help: 'quit' },
] as const satisfies readonly Binding[];

export const READER = [
  { command: 'reader.previous', keys: ['left', 'h'], help: 'previousArticle' },
  { command: 'reader.next', keys: ['right', 'l'], help: 'nextArticle' },
  { command: 'reader.up', keys: ['up', 'k', 'ctrl-y'], help: 'lineUp' },
  { command: 'reader.down', keys: ['down', 'j', 'ctrl-e'], help: 'lineDown' },
  { command: 'reader.pageDown', keys: ['space', 'f', 'pagedown', 'ctrl-f'], help: 'pageDown' },
  { command: 'reader.pageUp', keys: ['b', 'pageup', 'ctrl-b'], help: 'pageUp' },
  { command: 'reader.halfDown', keys: ['d', 'ctrl-d'], help: 'halfDown' },
  { command: 'reader.halfUp', keys: ['u', 'ctrl-u'], help: 'halfUp' },
  { command: 'reader.first', keys: ['g', 'home'], help: 'start' },
  { command: 'reader.last', keys: ['G', 'end'], help: 'end' },
  { command: 'reader.goto', keys: [':'], help: 'goto' },
  { command: 'reader.percent', keys: ['%'], help: 'percent' },
  { command: 'reader.find', keys: ['/'], help: 'find' },
  { command: 'reader.nextHit', keys: ['n'], help: 'nextHit' },
  { command: 'reader.previousHit', keys: ['N'], help: 'previousHit' },
  { command: 'reader.contents', keys: ['t'], help: 'contents' },
  { command: 'reader.backlinks', keys: ['B'], help: 'backlinks' },
  { command: 'reader.panLeft', keys: ['<'], help: 'panLeft' },
  { command: 'reader.panRight', keys: ['>'], help: 'panRight' },
  { command: 'reader.picture', keys: ['i'], help: 'picture' },
  { command: 'reader.bars', keys: ['|'], help: 'bars' },
  { command: 'reader.sources', keys: ['S'], help: 'sources' },
  { command: 'reader.search', keys: ['s'], help: 'search' },
  { command: 'reader.nextLink', keys: ['tab'], help: 'nextLink' },
  { command: 'reader.previousLink', keys: ['shift-tab'], help: 'previousLink' },
  { command: 'reader.follow', keys: ['enter'], help: 'follow' },
  { command: 'reader.back', keys: ['backspace'], help: 'back' },
  { command: 'reader.source', keys: ['o'], help: 'source' },
  { command: 'reader.copy', keys: ['y'], help: 'copy' },
  { command: 'reader.add', keys: ['A'], help: 'addLink' },
  { command: 'reader.edit', keys: ['e'], help: 'edit' },
  { command: 'reader.mark', keys: ['m'], help: 'mark' },
  { command: 'reader.star', keys: ['*'], help: 'star' },
  { command: 'reader.select', keys: ['v'], help: 'select' },
  { command: 'reader.notes', keys: ['c'], help: 'notes' },
  { command: 'reader.speak', keys: ['a'], help: 'speak' },
  { command: 'reader.undo', keys: ['z'], help: 'undo' },
  { command: 'reader.wider', keys: ['+', '='], help: 'wider' },
  { command: 'reader.narrower', keys: ['-'], help: 'narrower' },
  { command: 'reader.shelf', keys: ['escape'], help: 'shelf' },
  { command: 'reader.help', keys: ['?'], help: 'help' },
  { command: 'reader.suspend', keys: ['ctrl-z'], help: 'suspend' },
  { command: 'reader.quit', keys: ['q'], help: 'quit' },
] as const satisfies readonly Binding[];

/** While a line is typed: filter, find, search. Every other key types itself. */
export const TYPING = [
  { command: 'typing.accept', keys: ['enter'], help: 'accept' },
  { command: 'typing.cancel', keys: ['escape'], help: 'cancel' },
  { command: 'typing.erase', keys: ['backspace', 'ctrl-h'], help: 'erase' },
  { command: 'typing.eraseWord', keys: ['ctrl-w'], help: 'eraseWord' },
  { command: 'typing.eraseAll', keys: ['ctrl-u'], help: 'eraseAll' },
  { command: 'typing.up', keys: ['up', 'ctrl-p'], help: 'up' },
  { command: 'typing.down', keys: ['down', 'ctrl-n'], help: 'down' },
  { command: 'typing.suspend', keys: ['ctrl-z'], help: 'suspend' },
] as const satisfies readonly Binding[];

/** In a box with lines to move through: contents, help. */
export const LIST = [
  { command: 'list.up', keys: ['up', 'k', 'ctrl-y'], help: 'up' },
  { command: 'list.down', keys: ['down', 'j', 'ctrl-e'], help: 'down' },
  {
    command: 'list.pageDown',
    keys: ['pagedown', 'space', 'f', 'ctrl-f', 'ctrl-d'],
    help: 'pageDown',
  },
  { command: 'list.pageUp', keys: ['pageup', 'b', 'ctrl-b', 'ctrl-u'], help: 'pageUp' },
  { command: 'list.first', keys: ['g', 'home'], help: 'first' },
  { command: 'list.last', keys: ['G', 'end'], help: 'last' },
  { command: 'list.turn', keys: ['|'], help: 'nextColumn' },
  { command: 'list.accept', keys: ['enter', 'right', 'l'], help: 'accept' },
  { command: 'list.write', keys: ['n'], help: 'writeNote' },
  { command: 'list.edit', keys: ['e'], help: 'editNote' },
  { command: 'list.remove', keys: ['D', 'delete'], help: 'removeNote' },
  {
    command: 'list.close',
    keys: ['escape', 'q', '?', 't', 'B', 'c', 'i', 'S', 'left', 'h', 'backspace'],
    help: 'close',
  },
  { command: 'list.suspend', keys: ['ctrl-z'], help: 'suspend' },
] as const satisfies readonly Binding[];

export const NOTE = [
  { command: 'note.up', keys: ['up', 'k'], help: 'lineUp' },
  { command: 'note.down', keys: ['down', 'j', 'space'], help: 'lineDown' },
  { command: 'note.nextLink', keys: ['tab'], help: 'nextLink' },
  { command: 'note.previousLink', keys: ['shift-tab'], help: 'previousLink' },
  { command: 'note.follow', keys: ['enter'], help: 'follow' },
  { command: 'note.close', keys: ['escape', 'q', 'backspace'], help: 'close' },
  { command: 'note.suspend', keys: ['ctrl-z'], help: 'suspend' },
] as const satisfies readonly Binding[];

export const SELECT = [
  { command: 'select.longer', keys: ['right', 'l'], help: 'wordLonger' },
  { command: 'select.shorter', keys: ['left', 'h'], help: 'wordShorter' },
  { command: 'select.down', keys: ['down', 'j'], help: 'sentenceLonger' },
  { command: 'select.up', keys: ['up', 'k'], help: 'sentenceShorter' },
  { command: 'select.pageDown', keys: ['pagedown', 'space', 'J'], help: 'blockLonger' },
  { command: 'select.pageUp', keys: ['pageup', 'b', 'K'], help: 'blockShorter' },
  { command: 'select.next', keys: ['tab'], help: 'nextSentence' },
  { command: 'select.previous', keys: ['shift-tab'], help: 'previousSentence' },
  { command: 'select.otherEnd', keys: ['o'], help: 'otherEnd' },
  { command: 'select.highlight', keys: ['enter'], help: 'highlight' },
  { command: 'select.write', keys: ['n'], help: 'writeNote' },
  { command: 'select.edit', keys: ['e'], help: 'editNote' },
  { command: 'select.copy', keys: ['y'], help: 'copyText' },
  { command: 'select.close', keys: ['escape', 'v', 'q'], help: 'close' },
  { command: 'select.suspend', keys: ['ctrl-z'], help: 'suspend' },
] as const satisfies readonly Binding[];

/** While an article is read aloud. */
export const SPEAK = [
  { command: 'speak.next', keys: ['right', 'down', 'l', 'j'], help: 'sentenceOn' },
  { command: 'speak.previous', keys: ['left', 'up', 'h', 'k'], help: 'sentenceBack' },
  { command: 'speak.faster', keys: ['+', '='], help: 'faster' },
  { command: 'speak.slower', keys: ['-'], help: 'slower' },
  { command: 'speak.stop', keys: ['a', 'escape'], help: 'stop' },
  { command: 'speak.suspend', keys: ['ctrl-z'], help: 'suspend' },
  { command: 'speak.quit', keys: ['q'], help: 'quit' },
] as const satisfies readonly Binding[];

export type Command =
  | (typeof SHELF)[number]['command']
  | (typeof READER)[number]['command']
  | (typeof TYPING)[number]['command']
  | (typeof LIST)[number]['command']
  | (typeof NOTE)[number]['command']
  | (typeof SELECT)[number]['command']
  | (typeof SPEAK)[number]['command'];

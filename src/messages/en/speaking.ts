// What `news speak` says to the reader, and the words that it speaks besides an article's own.

export const speaking = {
  noEngine: 'there is no program that can speak',
  noEngineHint: (names: readonly string[]): string =>
    `Install one of ${names.join(', ')}, or set $NEWS_SPEECH to a command that reads a text on standard input.`,
  failed: (engine: string, reason: string): string => `${engine} can't speak: ${reason}`,
  failedHint: 'news speak --sentences prints the sentences for another program.',
  cannotWrite: (engine: string): string => `${engine} writes no files`,
  cannotWriteHint: 'say and espeak-ng do, with $NEWS_SPEECH unset.',
  notWritten: (name: string, reason: string): string => `can't write ${name}: ${reason}`,
  noWave: (name: string): string => `news speak writes WAV, and ${name} is none`,
  noWaveHint: 'The name of the file ends in .wav.',
  oneOfBoth: 'news speak takes --to or --sentences, not both',
  oneOfBothHint: 'news speak --help shows examples.',
  stopped: 'stopped',
  spoken: {
    link: 'link',
    mailAddress: 'mail address',
    picture: (text: string): string => (text === '' ? 'Picture.' : `Picture: ${text}`),
    code: (language: string | undefined, lines: number): string =>
      `${language === undefined ? 'Code' : `Code, ${language}`}, ${lines} ${lines === 1 ? 'line' : 'lines'}.`,
    diagram: 'Diagram.',
    formula: (line: string | undefined): string => (line === undefined ? 'formula' : line),
    done: 'Done',
    open: 'Open',
    alert: {
      note: 'Note.',
      tip: 'Tip.',
      important: 'Important.',
      warning: 'Warning.',
      caution: 'Caution.',
    },
  },
};

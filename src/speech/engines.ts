// The programs that can speak, as data: which there is, and with which arguments. Starts none of them.

/** A call of a program that reads what is to be said on its standard input. */
export interface Call {
  readonly command: string;
  readonly args: readonly string[];
  /** Variables that it gets besides those of the surroundings. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Engine {
  /** As the reader knows it. */
  readonly name: string;
  /** Says what comes in, and ends when that was said. */
  readonly speak: (lang: string | undefined, text: string) => Call;
  /** Writes what comes in as WAV to a file; missing where the program can't. */
  readonly write?: (lang: string | undefined, path: string) => Call;
  /** Silences a server that goes on after its client was ended. */
  readonly silence?: Call;
}

/** Names of the programs that are tried, the best first. */
export const KNOWN = ['say', 'spd-say', 'espeak-ng'] as const;

/** The engine: `$NEWS_SPEECH`, else the first known one that `isThere` finds and can do the `task`. */
export function engineFor(
  own: string | undefined,
  isThere: (program: string) => boolean,
  task: 'speak' | 'write' = 'speak',
): Engine | undefined {
  if (own) return ownEngine(own);
  const engines = KNOWN.filter(isThere).map((name) => ENGINES[name]);
  return engines.find((engine) => engine[task] !== undefined) ?? engines[0];
}

/** A command line of the reader's, for a shell as `$EDITOR` is; it is told the language in a variable. */
function ownEngine(line: string): Engine {
  return {
    name: line,
    speak: (lang) => ({
      command: '/bin/sh',
      args: ['-c', line],
      variables: { NEWS_SPEECH_LANG: lang ?? '' },
    }),
  };
}

/** Of a language tag what the programs take: language, and region of English, French and Portuguese. */
function voice(lang: string | undefined): string | undefined {
  const [, language, region] =
    /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?\b/i.exec(lang ?? '') ?? [];
  if (language === undefined) return undefined;
  const low = language.toLowerCase();
  const place = region?.toLowerCase();
  const isKnown = ['en-gb', 'en-us', 'pt-br', 'pt-pt', 'fr-fr', 'fr-be', 'fr-ch'].includes(
    `${low}-${place}`,
  );
  return isKnown ? `${low}-${place}` : low;
}

const espeakVoice = (lang: string | undefined): string[] => {
  const name = voice(lang);
  return name === undefined ? [] : ['-v', name];
};

const ENGINES: Readonly<Record<(typeof KNOWN)[number], Engine>> = {
  say: {
    name: 'say',
    speak: () => ({ command: 'say', args: ['-f', '-'] }),
    write: (_, path) => ({
      command: 'say',
      args: ['-o', path, '--file-format=WAVE', '--data-format=LEI16@22050', '-f', '-'],
    }),
  },
  'spd-say': {
    name: 'spd-say',
    speak: (lang, text) => {
      const name = voice(lang)?.split('-')[0];
      const language = name === undefined ? [] : ['-l', name];
      return { command: 'spd-say', args: ['--wait', ...language, '--', text] };
    },
    silence: { command: 'spd-say', args: ['--cancel'] },
  },
  'espeak-ng': {
    name: 'espeak-ng',
    speak: (lang) => ({ command: 'espeak-ng', args: [...espeakVoice(lang), '--stdin'] }),
    write: (lang, path) => ({
      command: 'espeak-ng',
      args: [...espeakVoice(lang), '-w', path, '--stdin'],
    }),
  },
};

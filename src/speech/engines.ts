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
  /** Says what comes in, and ends when that was said; `rate` 1 is the engine's own, 2 twice as fast. */
  readonly speak: (lang: string | undefined, text: string, rate?: number) => Call;
  /** Writes what comes in as WAV to a file; missing where the program can't. */
  readonly write?: (lang: string | undefined, path: string) => Call;
  /** Silences a server that goes on after its client was ended. */
  readonly silence?: Call;
}

/** Names of the programs that are tried, the best first. */
export const KNOWN = ['say', 'spd-say', 'espeak-ng', 'powershell.exe'] as const;

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
    speak: (lang, _text, rate = 1) => ({
      command: '/bin/sh',
      args: ['-c', line],
      variables: { NEWS_SPEECH_LANG: lang ?? '', NEWS_SPEECH_RATE: String(rate) },
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

/** Words a minute that engines speak by themselves. */
const USUAL = { say: 175, espeak: 175 } as const;

/** Voices that every macOS has, by language. */
const SAY_VOICES: Readonly<Record<string, string>> = {
  de: 'Anna',
  en: 'Samantha',
  'en-gb': 'Daniel',
  es: 'Mónica',
  fr: 'Thomas',
  it: 'Alice',
};

const sayVoice = (lang: string | undefined): string[] => {
  const tag = voice(lang) ?? '';
  const name = SAY_VOICES[tag] ?? SAY_VOICES[tag.split('-')[0] ?? ''];
  return name === undefined ? [] : ['-v', name];
};

/** Reads standard input aloud with the voices of Windows; its rate goes from -10 to 10, a factor of three each. */
const windowsScript = (lang: string | undefined, rate: number): string =>
  [
    'Add-Type -AssemblyName System.Speech',
    '[Console]::InputEncoding = [Text.Encoding]::UTF8',
    '$s = New-Object System.Speech.Synthesis.SpeechSynthesizer',
    `$s.Rate = ${Math.max(-10, Math.min(10, Math.round((10 * Math.log(rate)) / Math.log(3))))}`,
    `$v = $s.GetInstalledVoices() | Where-Object { $_.VoiceInfo.Culture.Name -like '${voice(lang)?.split('-')[0] ?? 'en'}*' } | Select-Object -First 1`,
    'if ($v) { $s.SelectVoice($v.VoiceInfo.Name) }',
    '$s.Speak([Console]::In.ReadToEnd())',
  ].join('; ');

const ENGINES: Readonly<Record<(typeof KNOWN)[number], Engine>> = {
  say: {
    name: 'say',
    speak: (lang, _text, rate = 1) => ({
      command: 'say',
      args: [
        ...sayVoice(lang),
        ...(rate === 1 ? [] : ['-r', String(Math.round(USUAL.say * rate))]),
        ...['-f', '-'],
      ],
    }),
    write: (lang, path) => ({
      command: 'say',
      args: [
        ...sayVoice(lang),
        '-o',
        path,
        '--file-format=WAVE',
        '--data-format=LEI16@22050',
        '-f',
        '-',
      ],
    }),
  },
  'spd-say': {
    name: 'spd-say',
    speak: (lang, text, rate = 1) => {
      const name = voice(lang)?.split('-')[0];
      const language = name === undefined ? [] : ['-l', name];
      // From -100 to 100, where 100 is about three times as fast.
      const speed = Math.round(Math.max(-100, Math.min(100, (100 * Math.log(rate)) / Math.log(3))));
      const faster = rate === 1 ? [] : ['-r', String(speed)];
      return { command: 'spd-say', args: ['--wait', ...language, ...faster, '--', text] };
    },
    silence: { command: 'spd-say', args: ['--cancel'] },
  },
  'espeak-ng': {
    name: 'espeak-ng',
    speak: (lang, _text, rate = 1) => ({
      command: 'espeak-ng',
      args: [
        ...espeakVoice(lang),
        ...(rate === 1 ? [] : ['-s', String(Math.round(USUAL.espeak * rate))]),
        '--stdin',
      ],
    }),
    write: (lang, path) => ({
      command: 'espeak-ng',
      args: [...espeakVoice(lang), '-w', path, '--stdin'],
    }),
  },
  'powershell.exe': {
    name: 'powershell.exe',
    speak: (lang, _text, rate = 1) => ({
      command: 'powershell.exe',
      args: ['-NoProfile', '-NonInteractive', '-Command', windowsScript(lang, rate)],
    }),
  },
};

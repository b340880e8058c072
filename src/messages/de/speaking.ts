// Was `news speak` dem Leser sagt, und was es außer den Wörtern eines Artikels spricht.

import type { speaking as en } from '../en/speaking.ts';

export const speaking: typeof en = {
  noEngine: 'es gibt kein Programm, das sprechen kann',
  noEngineHint: (names) =>
    `Eines von ${names.join(', ')} installieren oder $NEWS_SPEECH auf einen Befehl setzen, der Text von der Standardeingabe liest.`,
  failed: (engine, reason) => `${engine} kann nicht sprechen: ${reason}`,
  failedHint: 'news speak --sentences gibt die Sätze für ein anderes Programm aus.',
  cannotWrite: (engine) => `${engine} schreibt keine Dateien`,
  cannotWriteHint: 'say und espeak-ng tun es, wenn $NEWS_SPEECH nicht gesetzt ist.',
  notWritten: (name, reason) => `${name} ist nicht zu schreiben: ${reason}`,
  noWave: (name) => `news speak schreibt WAV, und ${name} ist keines`,
  noWaveHint: 'Der Name der Datei endet auf .wav.',
  oneOfBoth: 'news speak nimmt --to oder --sentences, nicht beides',
  oneOfBothHint: 'news speak --help zeigt Beispiele.',
  stopped: 'angehalten',
  spoken: {
    link: 'Link',
    mailAddress: 'Mailadresse',
    picture: (text) => (text === '' ? 'Bild.' : `Bild: ${text}`),
    code: (language, lines) =>
      `${language === undefined ? 'Programmtext' : `Programmtext, ${language}`}, ${lines} ${lines === 1 ? 'Zeile' : 'Zeilen'}.`,
    diagram: 'Diagramm.',
    formula: (line) => (line === undefined ? 'Formel' : line),
    done: 'Erledigt',
    open: 'Offen',
    alert: {
      note: 'Hinweis.',
      tip: 'Tipp.',
      important: 'Wichtig.',
      warning: 'Warnung.',
      caution: 'Vorsicht.',
    },
  },
};

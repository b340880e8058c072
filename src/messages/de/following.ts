// Was über Feeds gesagt wird. Geladen, wo es gebraucht wird.

import type { following as english } from '../en/following.ts';

export const following: typeof english = {
  added: (count) => `${count} neu`,
  changed: (count) => `${count} geändert`,
  already: (series) => `${series} folgt dem schon`,
  noFeed: 'unter dieser Adresse ist kein Feed und keiner, den sie nennt',
  taken: (series) => `die Serie ${series} folgt einem anderen Feed`,
  failed: (what, why) => `${what}: ${why}`,
  disk: (reason) => `lässt sich nicht schreiben: ${reason}`,
  edited: (id) => `${id} hat eigene Änderungen und bleibt, wie es ist`,
  locked: (series) => `${series} wird gerade von einem anderen Prozess geholt`,
  label: 'Holen',
  rate: (perSecond) => `${perSecond} je Sekunde`,
  listed: (followed, already, failed) =>
    [
      `${followed} abonniert`,
      ...(already > 0 ? [`${already} schon da`] : []),
      ...(failed > 0 ? [`${failed} gescheitert`] : []),
    ].join(', '),
  keptAll: (count) =>
    count === 1
      ? 'Der gescheiterte wird behalten und wieder versucht.'
      : `Die ${count} gescheiterten werden behalten und wieder versucht.`,
  noSources: 'wem folgen?',
  noSourcesHint:
    'news follow https://example.org/feed.xml, eine Seite, die einen Feed nennt, oder eine OPML-Datei',
  noFile: (name) => `es gibt keine Datei ${name}`,
  noList: (name) => `${name} ist keine Liste von Feeds`,
  noListHint: 'Eine OPML-Datei ist eine; andere Programme geben sie aus.',
  emptyList: (name) => `${name} nennt keinen Feed`,
  none: 'Noch wird keinem Feed gefolgt.',
  noneHint: 'news follow ADRESSE folgt einem Feed.',
  noSuch: (series) => `als ${series} wird keinem Feed gefolgt`,
  noSuchHint: 'news following zeigt, welchen.',
  nothingDue: 'Nichts ist fällig.',
  counting: (done, total) => `Holen: ${done} von ${total}`,
  fetchedAll: (added, failed) =>
    `${added === 0 ? 'Nichts Neues' : `${added} neu`}${failed > 0 ? `, ${failed} gestört: ! sagt, warum` : ''}`,
  unfollowed: (series) => `${series} wird nicht mehr gefolgt; die Artikel bleiben`,
  removed: (series, count) =>
    `${series} wird nicht mehr gefolgt; ${count === 1 ? '1 Artikel' : `${count} Artikel`} entfernt`,
  signIn: (host) => `${host} nimmt Namen und Passwort nicht an`,
  noAccount: (host) => `es steht nirgends, wie man sich bei ${host} anmeldet`,
  noAccountHint: (host, file) =>
    `In ${file} gehört: servers: {${host}: {user: NAME, password-command: BEFEHL}}`,
  noPassword: (host, why) =>
    `was das Passwort für ${host} geben soll, gibt keins${why === '' ? '' : ` (${why})`}`,
  noServer: (host) => `${host} antwortet nicht wie ein Server von Feeds (Miniflux, FreshRSS)`,
  noPasswordHere: 'ein Passwort gehört in kein Argument',
  noPasswordHereHint: 'Das Handbuch sagt, wohin: news help feeds-folgen',
  noFeedsThere: (host) => `bei ${host} ist nichts abonniert`,
  stillFollowed: (series, why) => `${series} wird weiter gefolgt: ${why}`,
  unfollowWhat: 'wem nicht mehr folgen?',
  unfollowWhatHint: 'news unfollow SERIE, oder --from ADRESSE für alle Feeds eines Servers',
  noServerSuch: (host) => `von ${host} wird keinem Feed gefolgt`,
  interrupted: 'angehalten; was geholt ist, bleibt',
  column: { unread: 'ungelesen', fetched: 'geholt', cost: 'Aufwand', trouble: 'Störung' },
  unread: (count) => `${count} ungelesen`,
  never: 'nie geholt',
  gone: 'für immer weg (410); er ruht',
  articles: (count) => (count === 1 ? '1 Artikel' : `${count} Artikel`),
  pace: (changes, days) =>
    days < 1 || changes === 0
      ? ''
      : `${(changes / days).toFixed(1).replace('.', ',')}-mal am Tag Neues`,
  fault: {
    'cut-off': 'der Feed ist abgeschnitten',
    nesting: 'die Elemente des Feeds sind in falscher Folge geschlossen',
    entity: 'der Feed hat Entitäten, die niemand vereinbart hat, oder ein bloßes &',
    control: 'der Feed hat Steuerzeichen',
    charset: 'der Feed ist nicht in der Kodierung, die er nennt',
    'too-deep': 'der Feed ist zu tief geschachtelt, um ihn zu Ende zu lesen',
    'too-many': 'der Feed hat mehr Einträge, als gelesen werden',
  },
  broken: (faults) => `trotzdem gelesen: ${faults.join('; ')}`,
  exported: 'Feeds von news',
};

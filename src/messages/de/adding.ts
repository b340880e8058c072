// Every sentence in German; the order follows the English table.

import type { adding as english } from '../en/adding.ts';

const STATUS: Readonly<Record<number, string>> = {
  401: 'verlangt Name und Passwort (401)',
  402: 'verlangt Geld (402)',
  403: 'lässt uns nicht hinein (403)',
  404: 'diese Seite gibt es nicht (404)',
  407: 'der Proxy verlangt Name und Passwort (407)',
  410: 'diese Seite gibt es nicht mehr (410)',
  429: 'wir haben zu oft gefragt (429)',
  451: 'aus rechtlichen Gründen nicht zu haben (451)',
};

const TLS: Readonly<Record<string, string>> = {
  expired: 'hat ein abgelaufenes Zertifikat',
  'not-yet': 'hat ein Zertifikat, das noch nicht gilt; geht die Uhr richtig?',
  'other-name': 'hat ein Zertifikat für einen anderen Namen',
  'self-signed': 'hat ein selbst unterschriebenes Zertifikat',
  'unknown-issuer': 'hat ein Zertifikat von einem Aussteller, der hier nicht bekannt ist',
  revoked: 'hat ein widerrufenes Zertifikat',
};

const seconds = (milliseconds: number): string => {
  const count = Math.ceil(milliseconds / 1000);
  return count > 90 ? `${Math.ceil(count / 60)} Minuten` : `${count} Sekunden`;
};

export const adding: typeof english = {
  failure: ({ code, host, status = 0, detail = '', limit = 0, retryAfter }) => {
    switch (code) {
      case 'address':
        return 'das ist keine Webadresse';
      case 'private':
        return `${host} liegt im eigenen Netz, und dahin darf keine Seite von außen führen`;
      case 'offline':
        return `${host} ist nicht zu erreichen: Es scheint keine Verbindung zum Netz zu geben`;
      case 'unresolved':
        return `einen Rechner namens ${host} gibt es nicht`;
      case 'refused':
        return `${host} nimmt keine Verbindungen an`;
      case 'timeout':
        return detail === 'connect'
          ? `${host} ist nicht rechtzeitig zu erreichen`
          : `${host} antwortet nicht rechtzeitig`;
      case 'cut':
        return `${host} hat die Verbindung abgebrochen`;
      case 'tls':
        return `${host} ${TLS[detail] ?? 'und dieses Programm finden keine sichere Verbindung'}`;
      case 'status': {
        const said = STATUS[status];
        const wait = retryAfter === undefined ? '' : `; wieder in ${seconds(retryAfter)}`;
        if (said !== undefined) return `${host}: ${said}${wait}`;
        return status >= 500
          ? `${host} hat selbst Schwierigkeiten (${status})${wait}`
          : `${host} antwortet mit ${status}${wait}`;
      }
      case 'redirects':
        return detail === 'many'
          ? `${host} schickt uns im Kreis`
          : `${host} verweist auf etwas, das keine Webadresse ist`;
      case 'large':
        return `größer als ${Math.round(limit / 1024 / 1024)} MB`;
      case 'encoding':
        return `${host} schickt etwas, das sich nicht auspacken lässt`;
      case 'proxy':
        return `der Proxy führt nicht zu ${host}`;
      case 'protocol':
        return `${host} spricht kein HTTP`;
      case 'aborted':
        return 'abgebrochen';
      default:
        return `${host} ist nicht zu erreichen${detail === '' ? '' : ` (${detail})`}`;
    }
  },
  refusal: {
    empty: 'darin ist nichts zu lesen',
    links: 'eine Liste von Links, kein Artikel',
    login: 'steht hinter einer Anmeldung',
    consent: 'steht hinter einer Frage nach Zustimmung',
    script: 'ohne die Skripte eines Browsers leer',
    missing: 'die Seite sagt, dass es sie nicht gibt',
    format:
      'nichts, was sich lesen lässt: Das sind Seiten, Texte, Markdown, EPUB-Bücher und Listen von Adressen',
    broken: 'zu beschädigt, um es zu lesen',
    locked: 'verschlossen (DRM oder Passwort)',
    large: 'jenseits der Grenzen von Größe oder Tiefe',
    feed: 'ein Feed: Dafür gibt es news follow',
  },
  kind: {
    added: 'hinzugefügt',
    updated: 'erneuert',
    unchanged: 'schon da',
    edited: 'unberührt',
  },
  edited: (id) => `${id} ist von Hand geändert und bleibt, wie es ist`,
  failed: (source, why) => `${source}: ${why}`,
  done: (title, kind) => `„${title}“: ${kind}`,
  label: 'Füge hinzu',
  rate: (perSecond) => `${perSecond} je Sekunde`,
  failures: (count) => `${count} gescheitert`,
  summary: (counts) => counts.map(([count, kind]) => `${count} ${kind}`).join(', '),
  saved: 'Gespeichert',
  noSources: 'Was soll hinzu?',
  noSourcesHint:
    'news add https://example.org/artikel, oder eine Datei, oder - für die Standardeingabe',
  noFile: (name) => `eine Datei ${name} gibt es nicht`,
  removed: (id) => `${id} entfernt`,
  removeWhich: 'Was soll weg?',
  removeAsk: (titles, more) =>
    `${titles.map((title) => `„${title}“`).join(', ')}${more > 0 ? ` und ${more} weitere` : ''} entfernen? [j/N] `,
  removeYes: /^(?:j|ja|y|yes)$/i,
  removeNeedsYes: 'niemand ist da, den man fragen könnte',
  removeNeedsYesHint: 'news remove --yes entfernt, ohne zu fragen.',
  removeForeign: (id) => `${id} liegt nicht im eigenen Ordner und bleibt`,
  removeForeignHint: (folder) => `Der eigene Ordner ist ${folder}.`,
};

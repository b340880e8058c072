// What `news check` says of a fault, in German; the order follows the English table.

import type { Messages } from '../table.ts';

const TYPES: Readonly<Record<string, string>> = {
  text: 'ein Text',
  list: 'eine Liste von Texten',
  boolean: 'true oder false',
  source: 'eine Adresse oder ein Paar aus name und url',
};

const sentences: Messages['check']['fault'] = {
  yaml: ({ text }) => `Die Kopfdaten sind kein YAML: ${text}`,
  toml: ({ text }) => `Die Kopfdaten sind kein TOML: ${text}`,
  'front-matter-open': () => 'Den Kopfdaten fehlt das schließende ---',
  'not-a-mapping': () => 'Kopfdaten sind Felder wie „title: …“',
  'wrong-type': ({ field, expected }) => `${field} muss ${TYPES[String(expected)]} sein`,
  empty: ({ field }) => `${field} ist leer`,
  'not-a-date': ({ field, value }) => `${field}: „${value}“ ist kein Datum; es hieße 2024-08-28`,
  'not-a-language': ({ field, value }) =>
    `${field}: „${value}“ ist keine Sprache; es hieße de oder en-GB`,
  'not-a-url': ({ field, value }) => `${field}: „${value}“ ist keine Webadresse`,
  'not-an-order': ({ field, value }) =>
    `${field}: „${value}“ ist keine Ordnung; es hieße number, date oder -date`,
  'unknown-field': ({ field, meant }) => `Es gibt kein Feld „${field}“; gemeint ist „${meant}“`,
  unreadable: ({ reason }) => `ist nicht zu lesen (${reason})`,
  'too-large': ({ size, limit }) => `hat ${size} Bytes; gelesen werden höchstens ${limit}`,
  'invalid-bytes': () => 'enthält Bytes, die kein UTF-8 sind',
  'no-alternative': ({ target }) => `Dem Bild ${target} fehlt der Alternativtext`,
  'note-undefined': ({ label }) => `Zur Fußnote ${label} gibt es keinen Text`,
  formula: ({ reason }) => `Eine Formel ist nicht zu lesen: ${reason}`,
  diagram: ({ lang }) =>
    `Dieses Diagramm (${lang}) ist nicht zu zeichnen; gezeigt wird seine Quelle`,
  'note-unused': ({ label }) => `Auf die Fußnote ${label} verweist nichts`,
  'note-twice': ({ label }) => `Die Fußnote ${label} hat einen zweiten Text`,
  'label-undefined': ({ label }) => `Zu „${label}“ gibt es keine Adresse`,
  template: ({ tag }) => `Eine Vorlage, die wegbleibt: ${tag}`,
  'link-empty': () => 'Der Link hat keine Adresse',
  'link-dead': ({ target }) => `Der Link führt ins Leere: ${target}`,
  'link-unsafe': ({ target }) => `Diesem Link kann niemand folgen: ${target}`,
  'heading-missing': ({ target }) => `Diese Überschrift gibt es nicht: ${target}`,
  'code-open': () => 'Dem Codeblock fehlt das Ende',
  'unsafe-text': ({ sign }) => `enthält ${sign}, das so nicht zu sehen wäre`,
  'id-double': ({ slug, other }) => `heißt „${slug}“ wie ${other}`,
  'id-missing': () => 'Der Dateiname ergibt keinen Namen für den Artikel',
  'place-double': ({ number, other }) => `hat die Nummer ${number} wie ${other}`,
  'place-missing': ({ from, to }) =>
    from === to ? `Davor fehlt die Nummer ${from}` : `Davor fehlen die Nummern ${from} bis ${to}`,
  'name-date': ({ value }) => `„${value}“ im Dateinamen ist kein Datum`,
};

export const check: Messages['check'] = {
  fault: sentences,
  summary: (files, faults) => {
    if (faults === 0) return `${files} Artikel, kein Fehler.`;
    return `${files} Artikel, ${faults} Fehler.`;
  },
};

// What `news check` says of a fault.

export type Told = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, string>> = {
  text: 'a text',
  list: 'a list of texts',
  boolean: 'true or false',
  source: 'an address, or a map of name and url',
};

const sentences = {
  yaml: ({ text }: Told): string => `the front matter is no YAML: ${text}`,
  toml: ({ text }: Told): string => `the front matter is no TOML: ${text}`,
  'front-matter-open': (): string => 'the front matter has no closing ---',
  'not-a-mapping': (): string => 'the front matter must be fields such as “title: …”',
  'wrong-type': ({ field, expected }: Told): string =>
    `${field} must be ${TYPES[String(expected)]}`,
  empty: ({ field }: Told): string => `${field} is empty`,
  'not-a-date': ({ field, value }: Told): string =>
    `${field}: “${value}” is no date; write 2024-08-28`,
  'not-a-language': ({ field, value }: Told): string =>
    `${field}: “${value}” is no language; write de or en-GB`,
  'not-a-url': ({ field, value }: Told): string => `${field}: “${value}” is no web address`,
  'not-an-order': ({ field, value }: Told): string =>
    `${field}: “${value}” is no order; write number, date or -date`,
  'unknown-field': ({ field, meant }: Told): string =>
    `there is no field “${field}”; “${meant}” is meant`,
  unreadable: ({ reason }: Told): string => `can't be read (${reason})`,
  'too-large': ({ size, limit }: Told): string =>
    `has ${size} bytes; ${limit} is the most that is read`,
  'invalid-bytes': (): string => 'holds bytes that are no UTF-8',
  'no-alternative': ({ target }: Told): string => `the picture ${target} has no alternative text`,
  'note-undefined': ({ label }: Told): string => `there is no text for footnote ${label}`,
  formula: ({ reason }: Told): string => `a formula can’t be read: ${reason}`,
  diagram: ({ lang }: Told): string => `this ${lang} diagram can’t be drawn; its source is shown`,
  'note-unused': ({ label }: Told): string => `nothing refers to footnote ${label}`,
  'note-twice': ({ label }: Told): string => `footnote ${label} has a second text`,
  'label-undefined': ({ label }: Told): string => `there is no address for “${label}”`,
  template: ({ tag }: Told): string => `a template, which is left out: ${tag}`,
  'link-empty': (): string => 'the link has no address',
  'link-dead': ({ target }: Told): string => `the link leads nowhere: ${target}`,
  'link-unsafe': ({ target }: Told): string => `nobody can follow this link: ${target}`,
  'heading-missing': ({ target }: Told): string => `there is no such heading: ${target}`,
  'code-open': (): string => 'the code has no closing fence',
  'unsafe-text': ({ sign }: Told): string =>
    `holds ${sign}, which a reader would not see as written`,
  'id-double': ({ slug, other }: Told): string => `has the same name “${slug}” as ${other}`,
  'id-missing': (): string => 'the file name gives no name to call the article by',
  'place-double': ({ number, other }: Told): string => `has the same number ${number} as ${other}`,
  'place-missing': ({ from, to }: Told): string =>
    from === to
      ? `number ${from} is missing before it`
      : `numbers ${from} to ${to} are missing before it`,
  'name-date': ({ value }: Told): string => `the file name's “${value}” is no date`,
};

export const check = {
  /** What is wrong, one sentence a code; a fault without one does not compile. */
  fault: sentences as Readonly<Record<keyof typeof sentences, (told: Told) => string>>,
  summary: (files: number, faults: number): string => {
    const looked = files === 1 ? '1 article' : `${files} articles`;
    if (faults === 0) return `${looked}, nothing wrong.`;
    return `${looked}, ${faults === 1 ? '1 fault' : `${faults} faults`}.`;
  },
};

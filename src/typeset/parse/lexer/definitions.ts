// Links and footnotes defined anywhere in a text, found as far as they are asked for.

export interface LinkDefinition {
  readonly href: string;
  readonly title: string;
}

/** A footnote's own text, lexed when the note is set, and how deep it lies in quotes and lists. */
export interface NoteSource {
  readonly text: string;
  readonly depth: number;
}

/** Labels longer than this are no labels (CommonMark 0.31, 6.3). */
const LONGEST_LABEL = 1000;
const NOTE_LABEL = /^\^[^\]\s]{1,200}$/;

/** The definitions of one text. The first for a label counts. */
export class Definitions {
  /** All addresses by label, each found when it is asked for. */
  readonly links: Readonly<Record<string, LinkDefinition>> = new Proxy(
    {},
    { get: (_, label) => this.link(String(label)) },
  );
  /** Those met so far, by label as marked compares it. */
  readonly #links = new Map<string, LinkDefinition>();
  readonly #notes = new Map<string, NoteSource>();
  #labels: ReadonlySet<string> | undefined = new Set();
  #readOn: () => boolean = () => false;

  /** From now on, what is not known is looked for in `text` by `readOn`, which says when it is at the end. */
  expect(text: string, readOn: () => boolean): void {
    this.#labels = labelsIn(text);
    this.#readOn = readOn;
  }

  addLink(label: string, definition: LinkDefinition): void {
    if (!this.#links.has(label)) this.#links.set(label, definition);
  }

  addNote(label: string, source: NoteSource): void {
    if (!this.#notes.has(label)) this.#notes.set(label, source);
  }

  /** The footnote of a label; in lower case, since these match whatever their case. */
  note(label: string): NoteSource | undefined {
    return this.#find(`^${label}`, () => this.#notes.get(label));
  }

  /** The address of a label, given as it is written or as marked compares it. */
  link(label: string): LinkDefinition | undefined {
    // What looks like a footnote's label defines one, and never an address.
    if (NOTE_LABEL.test(label)) return undefined;
    const key = comparable(label);
    return this.#find(key, () => this.#links.get(key));
  }

  #find<Definition>(label: string, look: () => Definition | undefined): Definition | undefined {
    let found = look();
    if (found !== undefined || this.#labels?.has(label) === false) return found;
    while (found === undefined && this.#readOn()) found = look();
    return found;
  }
}

export function comparable(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}

/** Labels of all that may be a definition; undefined where one may hold brackets or line ends. */
function labelsIn(text: string): ReadonlySet<string> | undefined {
  const labels = new Set<string>();
  for (let end = text.indexOf(']:'); end >= 0; end = text.indexOf(']:', end + 2)) {
    const from = Math.max(0, end - LONGEST_LABEL);
    const before = text.slice(from, end);
    const start = before.lastIndexOf('[');
    const label = before.slice(start + 1);
    if (start < 0 || before[start - 1] === '\\' || label.includes('\n')) return undefined;
    labels.add(comparable(label));
    const note = before.lastIndexOf('[^');
    if (note >= 0) labels.add(before.slice(note + 1).toLowerCase());
  }
  return labels;
}

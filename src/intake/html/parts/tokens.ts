// Words that stand for formulas and footnote marks through extraction, and are put back.

export class Tokens {
  readonly #kept: string[] = [];
  readonly #stem: string;

  constructor(page: string) {
    let stem = 'Xnewstoken';
    while (page.includes(stem)) stem += 'q';
    this.#stem = stem;
  }

  word(markdown: string): string {
    this.#kept.push(markdown);
    return `${this.#stem}${this.#kept.length - 1}X`;
  }

  /** The Markdown that a text is where it is one word alone. */
  alone(text: string): string | undefined {
    const found = new RegExp(`^\\s*${this.#stem}(\\d+)X\\s*$`).exec(text);
    return found === null ? undefined : this.#kept[Number(found[1])];
  }

  /** A text with Markdown in the place of the words. */
  restored(text: string): string {
    if (this.#kept.length === 0) return text;
    return text.replace(
      new RegExp(`${this.#stem}(\\d+)X`, 'g'),
      (_, at: string) => this.#kept[Number(at)] ?? '',
    );
  }

  get count(): number {
    return this.#kept.length;
  }
}

// The kinds of value of settings, as flags and config file write them.

/** What was expected instead, for a sentence: names to choose from, or a kind. */
export type Expected =
  | { readonly kind: 'one-of'; readonly names: readonly string[] }
  | { readonly kind: 'number' | 'megabytes' | 'boolean' | 'text' | 'list' | 'map' };

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: Expected };

export type Parser<T> = (written: unknown) => Parsed<T>;

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const not = (expected: Expected): Parsed<never> => ({ ok: false, expected });

export function oneOf<const T extends string>(names: readonly T[]): Parser<T> {
  return (written) => {
    const name = names.find((candidate) => candidate === written);
    return name === undefined ? not({ kind: 'one-of', names }) : ok(name);
  };
}

/** A whole number of columns, 0 or more; 0 stands for no limit. */
export const columnCount: Parser<number> = (written) => {
  const number = typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : written;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? ok(number)
    : not({ kind: 'number' });
};

/** A whole number of megabytes; more than 500 would not fit into one text of V8's (2^29 signs). */
export const megabytes: Parser<number> = (written) => {
  const count = columnCount(written);
  return count.ok && count.value >= 1 && count.value <= 500 ? count : not({ kind: 'megabytes' });
};

export const boolean: Parser<boolean> = (written) =>
  typeof written === 'boolean' ? ok(written) : not({ kind: 'boolean' });

export const text: Parser<string> = (written) =>
  typeof written === 'string' && written !== '' ? ok(written) : not({ kind: 'text' });

/** A folder's path, or `false` to keep none. */
export const textOrFalse: Parser<string | false> = (written) =>
  written === false ? ok(false) : text(written);

/** Texts; a single text stands for a list of one. */
export const texts: Parser<readonly string[]> = (written) => {
  const list = typeof written === 'string' ? [written] : written;
  return Array.isArray(list) && list.every((entry) => typeof entry === 'string')
    ? ok(list)
    : not({ kind: 'list' });
};

/** A map whose meaning is another module's business: themes, keys. */
export const map: Parser<Readonly<Record<string, unknown>>> = (written) =>
  typeof written === 'object' && written !== null && !Array.isArray(written)
    ? ok(written as Record<string, unknown>)
    : not({ kind: 'map' });

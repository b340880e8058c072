// What the exports of many programs say in as many ways: tags, times, yes and no. Pure.

/** Names in a text (`a, b`, `a|b`, `["a","b"]`, `['a', 'b']`), a list of texts or of objects, or an object's keys. */
export function tagsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    const text = value.trim();
    const list = /^\[(.*)\]$/s.exec(text)?.[1];
    return (list ?? text)
      .split(/[,|]/)
      .map((tag) => tag.trim().replace(/^(["'])(.*)\1$/, '$2'))
      .filter((tag) => tag !== '');
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) => {
      if (typeof one === 'string') return one === '' ? [] : [one];
      const name = isRecord(one)
        ? (one['label'] ?? one['name'] ?? one['title'] ?? one['slug'])
        : undefined;
      return typeof name === 'string' && name !== '' ? [name] : [];
    });
  }
  return isRecord(value) ? Object.keys(value) : [];
}

/** ISO 8601 of a time in seconds or milliseconds since 1970 or in any written form that JavaScript reads. */
export function timeOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number =
    typeof value === 'number'
      ? value
      : /^\d{9,16}$/.test(String(value))
        ? Number(value)
        : Number.NaN;
  // Microseconds (Chrome), milliseconds, seconds.
  const scale = number > 1e14 ? 1e-3 : number > 1e11 ? 1 : 1000;
  const written = String(value).replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2');
  const at = Number.isNaN(number) ? Date.parse(written) : number * scale;
  if (Number.isNaN(at) || at < 0 || at > 4e12) return undefined;
  return new Date(at).toISOString();
}

/** A mark that is set: true, 1, yes. */
export const isSet = (value: unknown): boolean =>
  value === true || value === 1 || /^(?:1|true|yes)$/i.test(String(value ?? ''));

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first text among some values that is one and not empty. */
export function textOf(...values: readonly unknown[]): string | undefined {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim() : undefined;
}

/** Where the text is a web address: that address, without credentials. */
export function addressOf(...values: readonly unknown[]): string | undefined {
  for (const value of values) {
    if (typeof value !== 'string' || !/^\s*https?:\/\//i.test(value)) continue;
    if (value.length < 8192 && URL.canParse(value.trim())) return value.trim();
  }
  return undefined;
}

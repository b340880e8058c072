// Changes one setting in the config file's text; comments, order and layout stay.

import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, parseDocument } from 'yaml';

// Said as errors, several documents are left alone too.
const parse = (source: string) => parseDocument(source, { prettyErrors: false, logLevel: 'error' });

/** The text with `key` set in the first way that reads back as meant; undefined for no YAML map. */
export function withSetting(source: string, key: string, value: number): string | undefined {
  try {
    const document = parse(source);
    const { contents } = document;
    if (document.errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
    const wanted = { ...(document.toJS() as object | null), [key]: value };
    const own = contents?.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
    const [from, to] = (isNode(own) && own.range) || [source.length, source.length];
    const end = source.includes('\r\n') ? '\r\n' : '\n';
    const line = source === '' || source.endsWith('\n') ? '' : end;
    const edited =
      from < to
        ? `${source.slice(0, from)}${value}${source.slice(to)}`
        : `${source}${line}${key}: ${value}${end}`;
    document.set(key, value);
    return [edited, String(document)].find((text) => {
      const after = parse(text);
      return after.errors.length === 0 && isDeepStrictEqual(after.toJS(), wanted);
    });
  } catch {
    // More aliases than anybody writes by hand.
    return undefined;
  }
}

// Values as YAML, in the plainest form that means the same to every reader of it. Pure.

import { readSimpleYaml } from '../article/simple-yaml.ts';

export type YamlValue = string | number | boolean | readonly string[];

/** `key: value` lines; undefined values and empty lists are left out. */
export function yamlLines(values: Readonly<Record<string, YamlValue | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${valueText(value as YamlValue)}\n`)
    .join('');
}

function valueText(value: YamlValue): string {
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'object') return String(value);
  const plain = `[${value.join(', ')}]`;
  return isRead(plain, value) ? plain : `[${value.map(quoted).join(', ')}]`;
}

function textOf(text: string): string {
  if (isRead(text, text)) return text;
  const single = `'${text}'`;
  return isRead(single, text) ? single : quoted(text);
}

/** In double quotes, escaped as JSON does it, which is YAML too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isRead(written: string, value: string | readonly string[]): boolean {
  const read = readSimpleYaml(`key: ${written}`)?.['key'];
  return JSON.stringify(read) === JSON.stringify(value);
}

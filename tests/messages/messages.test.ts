import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../src/messages/messages.ts';

const en = messagesFor('en');
const de = messagesFor('de');

describe('dates and numbers', () => {
  it('are written as each language writes them', () => {
    expect(en.format.longDate('2024-08-28')).toBe('28 August 2024');
    expect(de.format.longDate('2024-08-28')).toBe('28. August 2024');
    expect(en.format.shortDate('2024-03-01')).toBe('1 Mar 2024');
    expect(de.format.shortDate('2024-03-01')).toBe('1. März 2024');
    expect(en.format.number(1234567)).toBe('1,234,567');
    expect(de.format.number(12500)).toBe('12.500');
    expect(de.format.number(999)).toBe('999');
  });

  it('leave what is no date as it is', () => {
    expect(en.format.longDate('soon')).toBe('soon');
    expect(de.format.longDate('2024-99-99')).toBe('2024-99-99');
  });
});

describe('the tables of words', () => {
  /** Every text in a table, with its path; functions are called with sample arguments. */
  function sentences(table: unknown, path = ''): [string, string][] {
    if (typeof table === 'string') return [[path, table]];
    if (typeof table === 'function') {
      const samples = [['x', 'y', 'z'], [['x', 'y'], 2], [2, 3], [1]];
      for (const args of samples) {
        try {
          const said: unknown = table(...args);
          if (typeof said === 'string') return [[path, said]];
        } catch {
          // Another kind of argument, then.
        }
      }
      return [[path, '']];
    }
    if (typeof table !== 'object' || table === null) return [];
    return Object.entries(table).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
  }

  it('have the same entries in both languages, none of them empty', () => {
    const english = sentences(en);
    const german = sentences(de);
    expect(german.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect([...english, ...german].filter(([, text]) => text === '')).toEqual([]);
  });

  it('use the quotation marks of their language', () => {
    const text = sentences(de)
      .map(([, sentence]) => sentence)
      .join('\n');
    expect(text).not.toMatch(/[“][a-zäöü]/);
  });
});

// Holds the bundled German articles to a copy desk's rules of form and typography.
// Knows nothing of how the program reads or sets them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articles, FOLDER, files, tableOf } from './ki-wirtschaft.ts';

const MONTHS =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'.split('|');

/** How many words, numbers included, stand in a text. */
function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** The text without tables and footnotes. */
function runningText(body: string): string {
  return body.replace(/^(\||\[\^).*$/gmu, '');
}

/** ISO month and day of a label such as `8. Mai 2025` or `November und Dezember 2024`. */
function isoOf(label: string): string {
  const month = MONTHS.findIndex((name) => label.includes(name)) + 1;
  const day = /^\d+/u.exec(label)?.[0] ?? '1';
  return [label.slice(-4), String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
}

describe('the series', () => {
  it('has a title, a summary and a language', () => {
    const series = parse(readFileSync(join(FOLDER, 'series.yaml'), 'utf8'));
    expect(series).toEqual({
      title: 'KI und Wirtschaft',
      summary: expect.stringMatching(/\S/u),
      lang: 'de',
    });
  });

  it('runs from Dell over Klarna to OpenAI and Anthropic', () => {
    expect(files.map((file) => file.slice(0, file.indexOf('-', 3)))).toEqual([
      '01-dell',
      '02-klarna',
      '03-openai',
    ]);
  });

  it('has one article that is newer than all others', () => {
    const dates = articles.map(({ front }) => String(front.date)).sort();
    expect(dates.at(-1)).not.toBe(dates.at(-2));
  });

  it.each([
    ['klarna', 1],
    ['stellenabbau', 1],
    ['dell', 1],
    ['openai', 1],
    ['ki', 2],
  ])('answers the word "%s" with %i of its articles', (word, count) => {
    const matches = articles.filter(({ file, front }) =>
      `${file.slice(3, -3)} ${front.title}`
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((part) => part.startsWith(word)),
    );
    expect(matches).toHaveLength(count);
  });
});

describe.each(articles)('$file', ({ file, front, body }) => {
  it('has full front matter', () => {
    expect(front).toEqual({
      title: expect.stringMatching(/\S/u),
      date: expect.stringMatching(/^2024-08-(2[6-9]|3[01])$/u),
      lang: 'de',
      tags: expect.arrayContaining(['KI']),
      summary: expect.stringMatching(/^\p{Lu}[^.!?]*(\d\.\d{3}[^.!?]*)*\.$/u),
    });
  });

  it('is as long as an article of three minutes', () => {
    expect(countWords(runningText(body))).toBeGreaterThanOrEqual(450);
    expect(countWords(runningText(body))).toBeLessThanOrEqual(650);
    expect(countWords(body)).toBeLessThanOrEqual(700);
  });

  it('has two to four headings, all of the second level', () => {
    const levels = [...body.matchAll(/^(#+) /gmu)].map((match) => match[1]);
    expect(new Set(levels)).toEqual(new Set(['##']));
    expect(levels.length).toBeGreaterThanOrEqual(2);
    expect(levels.length).toBeLessThanOrEqual(4);
  });

  it('sets what happened later apart, dated and in order', () => {
    const [, later] = body.split('\n\n---\n\n## Was seither geschah\n');
    expect(later).toBeDefined();
    expect(later).not.toMatch(/^## /mu);
    const dates = [...later!.matchAll(/^- \*\*(.+?):\*\* \S/gmu)].map((match) => isoOf(match[1]!));
    expect(dates).toHaveLength(later!.match(/^- /gmu)!.length);
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]! > String(front.date)).toBe(true);
  });

  it('links to articles that exist, and not to itself', () => {
    const targets = [...body.matchAll(/\]\(([^)]+)\)/gu)].map((match) => match[1]!);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) {
      expect(existsSync(join(FOLDER, target)), target).toBe(true);
      expect(target).not.toBe(file);
    }
  });

  it('gives every footnote its partner, in the order of the text', () => {
    const marks = [...body.matchAll(/(?<!^)\[\^(\w+)\]/gmu)].map((match) => match[1]);
    const notes = [...body.matchAll(/^\[\^(\w+)\]: \S/gmu)].map((match) => match[1]);
    expect(notes.length).toBeGreaterThan(0);
    expect(notes).toEqual([...new Set(marks)]);
  });

  it.each<[string, RegExp]>([
    ['a straight quotation mark or apostrophe', /["'‘’”]/gu],
    ['a hyphen or an em dash for a dash', /\S -+ |—/gu],
    ['a hyphen for a minus or a range', /(^|[\s(|])-\d|\d-\d/gmu],
    ['three dots for an ellipsis', /\.\.\./gu],
    ['a double, trailing or misplaced space', / {2}| $| [,;:.!?\]]|\[ /gmu],
    ['a number of five digits without a point', /\d{5}/gu],
    ['a breaking space before a unit', /\d (%|Prozent|M(illi|rd)|US-|Minuten|Wochen|Tage)/gu],
    ['a breaking space in a date', new RegExp(`\\d\\. (${MONTHS.join('|')})`, 'gu')],
    ['the word Backlog', /backlog/giu],
  ])('does without %s', (_name, fault) => {
    const cells = tableOf(body).toSpliced(1, 1).flat();
    const text = [front.summary, ...cells, body.replace(/^\|.*$/gmu, '')].join('\n');
    expect(
      [...text.matchAll(fault)].map(({ 0: found, index }) => found + text.slice(index, index + 30)),
    ).toEqual([]);
  });

  it('closes every quotation that it opens', () => {
    expect(body.match(/„/gu)?.length).toBe(body.match(/“/gu)?.length);
  });

  it('aligns the columns of figures to the right', () => {
    const [header, marks, ...rows] = tableOf(body);
    expect(header!.length).toBeGreaterThanOrEqual(3);
    expect(marks).toEqual(
      marks!.map((_, column) => expect.stringMatching(column ? /-:$/u : /^:-/u)),
    );
    for (const row of rows) expect(row).toHaveLength(header!.length);
  });
});

// Holds the figures of the bundled German articles to each other, and Klarna's to what is known.
// Knows nothing of form and typography.

import { describe, expect, it } from 'vitest';
import { type Article, articles, tableOf } from './ki-wirtschaft.ts';

const NBSP = '\u00a0';
const [dell, klarna, openai] = articles as [Article, Article, Article];

/** A German figure as a number: `1.234,5`, `−24 %`. */
function figure(text: string): number {
  return Number(
    text
      .replace(/[.%\s]/gu, '')
      .replace('−', '-')
      .replace(',', '.'),
  );
}

/** A figure as these articles write it, with a fixed number of decimals. */
function german(value: number, decimals = 0): string {
  return value.toFixed(decimals).replace('.', ',');
}

/** Days since 1970 of a date such as `28.8.2024`. */
function dayOf(text: string): number {
  const [day, month, year] = text.split('.').map(Number);
  return Date.UTC(year!, month! - 1, day) / 86_400_000;
}

describe('the figures', () => {
  it('of Dell add up within their rounding', () => {
    const revenue = new Map(tableOf(dell.body).map(([name, amount]) => [name, figure(amount!)]));
    const of = (name: string) => revenue.get(name)!;
    const sum = (a: string, b: string) => of(`davon ${a}`) + of(`davon ${b}`);
    expect(Math.abs(sum('Server und Netzwerk', 'Speicher') - of('Infrastruktur'))).toBeLessThan(
      0.15,
    );
    expect(Math.abs(sum('Firmenkunden', 'Privatkunden') - of('PC'))).toBeLessThan(0.15);
    expect(of('Infrastruktur') + of('PC')).toBeLessThan(of('Konzern'));
  });

  it('that Dell did not publish follow from those it did', () => {
    const servers = 7.7 - 7.7 / 1.8;
    for (const text of [
      `${german(25.0 - 22.9, 1)} Milliarden weniger`,
      `rund ${german(servers, 1)} Milliarden mehr ein`,
      `rund ${german(servers - (25.0 - 22.9), 1)} Milliarden geschrumpft`,
      `${german((3.2 / 2.6 - 1) * 100)} Prozent mehr als im ersten`,
      `errechnet rund ${german((3.1 / 1.7 - 1) * 100)} Prozent mehr`,
      `rund ${german((3.1 / 7.7) * 100)} Prozent des Umsatzes mit Servern`,
      `in rund ${german((3.8 / 3.1) * 13)} Wochen`,
      `gut ${Math.floor((11.7 / 8.2) * 13)} Wochen`,
      `von ${german(22.9 * 0.235, 1)} auf ${german(25.03 * 0.212, 1)} Milliarden`,
    ]) {
      expect(dell.body.replaceAll(NBSP, ' ')).toContain(text);
    }
  });

  it('of Klarna give the percentages beside them and in the text', () => {
    const rows = tableOf(klarna.body).slice(3);
    let before = 5000;
    for (const [, staff, change] of rows) {
      const after = figure(staff!);
      expect(figure(change!)).toBe(Math.round((after / before - 1) * 100));
      before = after;
    }
    expect(klarna.body).toContain(`rund ${german((1.27 / (3800 / 5000) - 1) * 100)}${NBSP}Prozent`);
  });

  it('of the days since the pledges follow from the dates', () => {
    const rows = tableOf(openai.body).slice(2);
    const first = dayOf(rows[0]![1]!);
    expect(rows.map((row) => figure(row[2]!))).toEqual(rows.map((row) => dayOf(row[1]!) - first));
    expect(openai.body).toContain(`## ${rows.at(-1)![2]}${NBSP}Tage`);
  });
});

it.each<[string, RegExp]>([
  ['a year before', /5\.000 Menschen/u],
  ['now', /Heute sind es 3\.800/u],
  ['the aim', /rund 2\.000/u],
  ['nearly half', /Fast die Hälfte der heutigen Stellen/u],
  ['over the coming years', /in den kommenden Jahren/u],
  ['where', /Marketing und Kundenservice/u],
  ['who says so', /Sebastian Siemiatkowski, Mitgründer und Chef/u],
  ['gains in efficiency', /Effizienzgewinne/u],
  ['why', /Betriebskosten sollen sinken, die Rentabilität soll steigen/u],
  ['how', /natürliche Fluktuation\. Faktisch ist das ein Einstellungsstopp/u],
  ['better pay', /Wer bleibt, soll mehr verdienen/u],
  ['the call for the government', /ruft zugleich nach der Regierung/u],
  ['the warning', /Risiken würden unterschätzt/u],
  ['older workers', /besonders für Ältere/u],
  ['the unions', /Gewerkschaften warnen und fordern Schutzgesetze/u],
  ['the listing', /bereitet einen Börsengang vor und will für Investoren attraktiver/u],
  ['the trend', /Trend: Auch Nvidia und Microsoft investieren stark in KI/u],
])('Klarna tells %s', (_name, fact) => {
  expect(klarna.body.split('\n---\n')[0]).toMatch(fact);
});

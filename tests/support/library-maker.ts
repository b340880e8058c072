// Makes libraries of any size with German and English articles, the same for the same seed. Vocabulary and
// grammar are its own: words follow each other as their kinds do, frequent ones as often as in real text.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LibraryPlan {
  /** Articles in all, spread over series. */
  readonly articles: number;
  /** Articles a series. */
  readonly perSeries?: number;
  readonly seed?: number;
}

/** A made article, before it is written. */
export interface MadeArticle {
  readonly series: string;
  readonly file: string;
  readonly text: string;
}

/** Writes a library below `root` and says how many series it has. */
export function makeLibrary(root: string, plan: LibraryPlan): number {
  let series = '';
  let count = 0;
  for (const article of madeArticles(plan)) {
    const folder = join(root, article.series);
    if (article.series !== series) {
      series = article.series;
      count++;
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, 'series.yaml'),
        `title: ${title(series)}\nlang: ${langOf(series)}\n`,
      );
    }
    writeFileSync(join(folder, article.file), article.text);
  }
  return count;
}

/** The articles of a plan, series by series; every other series is German. */
export function* madeArticles({
  articles,
  perSeries = 100,
  seed = 1,
}: LibraryPlan): Generator<MadeArticle> {
  for (let index = 0; index < articles; index++) {
    const number = Math.floor(index / perSeries);
    const lang = number % 2 === 0 ? 'de' : 'en';
    const series = `${lang}-${String(number + 1).padStart(4, '0')}`;
    yield { series, ...article(lang, (index % perSeries) + 1, random(seed * 1_000_003 + index)) };
  }
}

type Lang = 'de' | 'en';
type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = {
  de: {
    heads:
      'Stellen Arbeits Wirtschafts Energie Strom Verkehrs Wasser Handels Bildungs Forschungs Klima Gesundheits Haushalts Sicherheits Verwaltungs Lohn Preis Markt Daten Bau'.split(
        ' ',
      ),
    tails:
      'Abbau Markt Plan Politik Bericht Vertrag Steuer Krise Wachstum Prüfung Behörde Verband Anlage Netz Messung Förderung Ordnung Leistung Fläche Brücke'.split(
        ' ',
      ),
    nouns:
      'Stadt Land Haus Werk Jahr Woche Frage Antwort Zahl Grenze Region Firma Gericht Minister Bürger Schule Straße Fluss Hafen Tür Bücher Häuser Ärzte Räte'.split(
        ' ',
      ),
    verbs:
      'prüft plant baut senkt erhöht fordert meldet zeigt bremst fördert verlängert öffnet schließt ändert überprüft verkündet'.split(
        ' ',
      ),
    adjectives:
      'neue große kleine starke späte frühe hohe öffentliche private ländliche günstige schwierige jährliche zuverlässige'.split(
        ' ',
      ),
    links: 'und aber weil obwohl nachdem während denn sodass'.split(' '),
    articles: 'die eine diese jede keine'.split(' '),
    ends: 'im Sommer|seit dem Frühjahr|nach langer Prüfung|ohne weitere Kosten|für alle Beteiligten|in der ganzen Region|über Nacht|zum ersten Mal'.split(
      '|',
    ),
  },
  en: {
    heads:
      'power water trade school road market labour health budget data price wage storm river bridge harbour'.split(
        ' ',
      ),
    tails:
      'plan report cut review contract network growth crisis agency union tax survey order field'.split(
        ' ',
      ),
    nouns:
      'city country house factory year week question answer number border region company court minister citizen river door library'.split(
        ' ',
      ),
    verbs:
      'reviews plans builds lowers raises demands reports shows slows supports extends opens closes changes announces'.split(
        ' ',
      ),
    adjectives:
      'new large small strong late early high public private rural cheap difficult yearly reliable'.split(
        ' ',
      ),
    links: 'and but because although after while so'.split(' '),
    articles: 'the a this every no'.split(' '),
    ends: 'in summer|since spring|after a long review|without further cost|for everyone involved|across the region|overnight|for the first time'.split(
      '|',
    ),
  },
} as const;

const SYLLABLES =
  'ba be bo da del do fa fel gar gri ha hol jo ka kel kor la len lo ma mer mo na nor pa per ra ren ro sa sel sten ta tor va ver wal win za'.split(
    ' ',
  );

const pick = <T>(list: readonly T[], next: Random): T =>
  list[Math.floor(next() * list.length)] as T;

/** Early entries more often than late ones, as words are used. */
const frequent = <T>(list: readonly T[], next: Random): T =>
  list[Math.floor(next() ** 2 * list.length)] as T;

function name(next: Random): string {
  const length = 2 + Math.floor(next() * 2);
  let word = '';
  for (let i = 0; i < length; i++) word += frequent(SYLLABLES, next);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function noun(lang: Lang, next: Random): string {
  const words = WORDS[lang];
  const kind = next();
  if (kind < 0.15) return name(next);
  if (kind < 0.55) return frequent(words.nouns, next);
  const [head, tail] = [frequent(words.heads, next), frequent(words.tails, next)];
  return lang === 'de' ? head + tail.toLowerCase() : `${head} ${tail}`;
}

function clause(lang: Lang, next: Random): string {
  const { articles, adjectives, verbs, ends } = WORDS[lang];
  const adjective = next() < 0.4 ? `${frequent(adjectives, next)} ` : '';
  const end = next() < 0.5 ? ` ${pick(ends, next)}` : '';
  return `${pick(articles, next)} ${adjective}${noun(lang, next)} ${frequent(verbs, next)} ${pick(articles, next)} ${noun(lang, next)}${end}`;
}

function sentence(lang: Lang, next: Random): string {
  const more = next() < 0.5 ? `, ${frequent(WORDS[lang].links, next)} ${clause(lang, next)}` : '';
  const text = clause(lang, next) + more;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function paragraph(lang: Lang, next: Random): string {
  const sentences = Array.from({ length: 3 + Math.floor(next() * 4) }, () => sentence(lang, next));
  if (next() < 0.3) sentences[0] = `**${sentences[0] ?? ''}**`;
  if (next() < 0.2)
    sentences.push(`[${noun(lang, next)}](https://example.org/${Math.floor(next() * 1e6)})`);
  return sentences.join(' ');
}

function article(lang: Lang, number: number, next: Random): Omit<MadeArticle, 'series'> {
  const heading = `${noun(lang, next)} ${frequent(WORDS[lang].verbs, next)} ${noun(lang, next)}`;
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(next() * 3650) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const parts = [
    `---\ntitle: ${heading}\ndate: ${day}\nauthor: ${name(next)} ${name(next)}\ntags: [${frequent(WORDS[lang].nouns, next)}, ${frequent(WORDS[lang].heads, next)}]\nsummary: ${sentence(lang, next)}\n---\n`,
  ];
  let size = 0;
  const wanted = 2800 + next() * 2400;
  while (size < wanted) {
    const kind = next();
    const part =
      kind < 0.12
        ? `## ${noun(lang, next)}\n`
        : kind < 0.2
          ? `${Array.from({ length: 4 }, () => `- ${clause(lang, next)}`).join('\n')}\n`
          : `${paragraph(lang, next)}\n`;
    size += part.length;
    parts.push(part);
  }
  const slug = heading.toLowerCase().replace(/[^\p{L}]+/gu, '-');
  return { file: `${String(number).padStart(3, '0')}-${slug}.md`, text: parts.join('\n') };
}

function title(series: string): string {
  return `${langOf(series) === 'de' ? 'Reihe' : 'Series'} ${Number(series.slice(3))}`;
}

function langOf(series: string): string {
  return series.slice(0, 2);
}

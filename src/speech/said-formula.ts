// Formulas in words, by speech-rule-engine: loaded where a formula is to be said, for the languages whose rules
// ship with the program.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formulaLine, mathMarkup } from '../formulas/formula.ts';
import { ruleEngine } from './rule-engine.ts';

/** What the rules of speech need: names of signs, and how each language says them. */
export const RULES = ['base', 'en', 'de'] as const;

/** A longer formula is not said: its sentence would have no end. Characters of MathML. */
const LONGEST = 20_000;

/** The words of a formula, or undefined where it can't be read. */
export type SayFormula = (tex: string, display: boolean) => string | undefined;

/** How formulas are said in a language (BCP 47): in its words, else in one line of signs. */
export async function formulaSayer(lang: string): Promise<SayFormula> {
  const locale = RULES.find((name) => name !== 'base' && name === lang.slice(0, 2).toLowerCase());
  if (locale === undefined || rulesFile('base') === undefined) return formulaLine;
  const engine = await ruleEngine();
  const custom = async (name: string) => {
    const file = rulesFile(name);
    return file === undefined ? '{}' : readFileSync(file, 'utf8');
  };
  await engine.setupEngine({
    locale,
    domain: 'clearspeak',
    modality: 'speech',
    markup: 'none',
    custom,
  });
  return (tex, display) => {
    const markup = mathMarkup(tex, display);
    if (typeof markup !== 'string' || markup.length > LONGEST) return formulaLine(tex);
    const math = /<math[\s\S]*<\/math>/.exec(markup)?.[0] ?? '';
    try {
      const said = engine.toSpeech(math.replace(/<annotation[\s\S]*<\/annotation>/, ''));
      return said.trim() || undefined;
    } catch {
      return formulaLine(tex);
    }
  };
}

/** Where the rules of a name lie: beside the built program, or in their package. */
function rulesFile(name: string): string | undefined {
  const own = fileURLToPath(new URL('.', import.meta.url));
  const built = [join(own, 'speech'), join(own, '..', 'speech')].map((at) =>
    join(at, `${name}.json`),
  );
  const found = built.find((path) => existsSync(path));
  if (found !== undefined || !import.meta.url.endsWith('.ts')) return found;
  const main = createRequire(import.meta.url).resolve('speech-rule-engine');
  return join(main, '..', 'mathmaps', `${name}.json`);
}

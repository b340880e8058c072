// Runs every command of the guide and the README and puts the answers in: node tests/guide/rewrite.ts [FILE…]

import { readFileSync, writeFileSync } from 'node:fs';
import { stepsOf, withAnswers } from './blocks.ts';
import { pages } from './pages.ts';
import { run } from './session.ts';

const wanted = process.argv.slice(2);
for (const { path, name, language } of pages()) {
  if (wanted.length > 0 && !wanted.some((part) => path.includes(part))) continue;
  const markdown = readFileSync(path, 'utf8');
  const steps = stepsOf(markdown);
  if (steps.length === 0) continue;
  const fresh = withAnswers(markdown, steps, await run(steps, language));
  if (fresh === markdown) continue;
  writeFileSync(path, fresh);
  process.stdout.write(`${name}\n`);
}

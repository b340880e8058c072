// The long run: `npm run fuzz`, or `npm run fuzz document typeset`. NEWS_FUZZ_RUNS sets the cases a
// target (200,000), NEWS_FUZZ_SEED repeats a run. A found case is kept in tests/fuzz/fixtures, shrunk,
// and tried by every later run of the tests.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { TARGETS, type Target } from './targets.ts';

const runs = Number(process.env['NEWS_FUZZ_RUNS'] ?? 200_000);
const seed = Number(process.env['NEWS_FUZZ_SEED'] ?? Date.now() % 2_147_483_647);
const wanted = process.argv.slice(2);
let found = 0;

async function fuzz({ name, arbitrary, check }: Target): Promise<void> {
  const start = performance.now();
  const property = fc.asyncProperty(arbitrary, async (input) => {
    await check(input as never);
  });
  const details = await fc.check(property, { numRuns: runs, seed });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${name}: ${details.numRuns} cases in ${seconds} s, seed ${seed}${details.failed ? ', FAILED' : ''}`,
  );
  if (!details.failed) return;
  found++;
  const [input] = details.counterexample ?? [];
  const file = join(import.meta.dirname, 'fixtures', `${name}-${seed}.json`);
  writeFileSync(file, `${JSON.stringify({ target: name, input }, null, 2)}\n`);
  console.log(`  ${String(details.errorInstance)}\n  kept in ${file}`);
}

for (const target of TARGETS) {
  if (wanted.length === 0 || wanted.includes(target.name)) await fuzz(target);
}
process.exitCode = found > 0 ? 1 : 0;

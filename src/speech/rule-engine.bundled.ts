// rule-engine.ts for the bundler: the modules of the package; build.ts replaces what they ask of the system.

import type { RuleEngine } from './rule-engine.ts';

/** The package's own types know nothing of functions among the features. */
export const ruleEngine = async (): Promise<RuleEngine> =>
  (await import('speech-rule-engine/mjs/common/system.js')) as unknown as RuleEngine;

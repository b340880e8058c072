// speech-rule-engine at its first use, as its package ships it.

import { createRequire } from 'node:module';

/** The part of speech-rule-engine that is used. */
export interface RuleEngine {
  setupEngine(features: {
    readonly locale: string;
    readonly domain: string;
    readonly modality: string;
    readonly markup: string;
    /** The rules and names of a language, as JSON. */
    readonly custom: (name: string) => Promise<string>;
  }): Promise<unknown>;
  toSpeech(mathml: string): string;
}

export const ruleEngine = async (): Promise<RuleEngine> =>
  createRequire(import.meta.url)('speech-rule-engine') as RuleEngine;

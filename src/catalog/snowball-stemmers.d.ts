// The part of snowball-stemmers that stemmer.ts uses; the package ships no types.

declare module 'snowball-stemmers' {
  export interface Stemmer {
    stem(word: string): string;
  }
  export function newStemmer(language: 'german' | 'english'): Stemmer;
}

// What the stemmers' package exports, of what is used here.

declare module 'snowball-stemmers' {
  export interface Stemmer {
    stem(word: string): string;
  }
  export function newStemmer(language: 'german' | 'english'): Stemmer;
}

// What is used of the `hyphen` package, which ships no types of its own.

declare module 'hyphen/*' {
  interface Hyphenator {
    /** `text` with a soft hyphen at each place its patterns allow. */
    hyphenateSync(text: string, options?: { readonly minWordLength?: number }): string;
  }
  const hyphenator: Hyphenator;
  export default hyphenator;
}

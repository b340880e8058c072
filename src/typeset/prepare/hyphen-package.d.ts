// What is used of the `hyphen` package, which ships no types of its own.

declare module 'hyphen/patterns/*' {
  const definition:
    | import('./hyphen-patterns.ts').PatternDefinition
    // The build packs them.
    | import('./hyphen-patterns.ts').PackedPatterns;
  export default definition;
}

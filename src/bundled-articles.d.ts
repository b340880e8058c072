// The articles as a module: build-standalone.ts writes it from the files in articles/.

declare module 'bundled-articles' {
  const articles: {
    /** Changes whenever an article does. */
    readonly hash: string;
    /** Path below the folder, and text. */
    readonly files: readonly (readonly [path: string, text: string])[];
  };
  export default articles;
}

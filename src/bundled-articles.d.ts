// The articles as two modules: build-standalone.ts writes them from the files in articles/.

declare module 'bundled-articles' {
  /** Changes whenever an article does. */
  export const hash: string;
}

declare module 'bundled-article-files' {
  /** Path below the folder, and text. */
  export type BundledFiles = readonly (readonly [path: string, text: string])[];
  /** Large, and only needed where they are not laid out yet. */
  export const files: BundledFiles;
}

// The part of marked-terminal that inline.ts uses; the package ships no types.

declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

  export function markedTerminal(options: {
    readonly strong: (text: string) => string;
    readonly em: (text: string) => string;
    readonly del: (text: string) => string;
    readonly text: (text: string) => string;
    readonly emoji: boolean;
    readonly unescape: boolean;
  }): MarkedExtension;
}

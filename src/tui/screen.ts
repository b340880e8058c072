// The reader's root for Ink, which owns the terminal's life: alternate screen, suspending, signals,
// errors. For the ear Ink prints the lines too; for the eye drawer.ts does.

import { Box, Text, useApp } from 'ink';
import { createElement, type ReactElement, useLayoutEffect, useSyncExternalStore } from 'react';

/** What the screen needs of the running reader. */
export interface ScreenSource {
  /** Lines to be read aloud; the same array as long as nothing changed. */
  rows(): readonly string[];
  subscribe(listener: () => void): () => void;
  /** Called when the screen is there, with Ink's controls; the answer is called when it goes, however it goes. */
  mounted(app: ReturnType<typeof useApp>): () => void;
}

interface ScreenProps {
  readonly source: ScreenSource;
}

/** Takes the terminal and leaves the drawing to others. */
export function BlankScreen({ source }: ScreenProps): null {
  useMounted(source);
  return null;
}

/** The lines one below the other. */
export function SpokenScreen({ source }: ScreenProps): ReactElement {
  const rows = useSyncExternalStore(source.subscribe, source.rows);
  useMounted(source);
  return createElement(
    Box,
    { flexDirection: 'column' },
    rows.map((text, index) => createElement(Text, { key: index }, text)),
  );
}

function useMounted(source: ScreenSource): void {
  const app = useApp();
  // A layout effect's end is run at once when Ink unmounts, even while the process is ending.
  useLayoutEffect(() => source.mounted(app), [source, app]);
}

// Rows onto the terminal through Ink: one styled text a row.

import { Box, Text, useApp } from 'ink';
import {
  createElement,
  memo,
  type ReactElement,
  useLayoutEffect,
  useSyncExternalStore,
} from 'react';

export interface ScreenSource {
  /** Painted rows; the same array as long as nothing changed. */
  rows(): readonly string[];
  subscribe(listener: () => void): () => void;
  /** Called when the screen is there, with Ink's controls; the answer is called when it goes, however it goes. */
  mounted(app: ReturnType<typeof useApp>): () => void;
}

const Row = memo(function Row({ text }: { readonly text: string }): ReactElement {
  return createElement(Text, { wrap: 'truncate' }, text);
});

export function Screen({ source }: { readonly source: ScreenSource }): ReactElement {
  const rows = useSyncExternalStore(source.subscribe, source.rows);
  const app = useApp();
  // A layout effect's end is run at once when Ink unmounts, even while the process is ending.
  useLayoutEffect(() => source.mounted(app), [source, app]);
  return createElement(Box, { flexDirection: 'column' }, keyed(rows));
}

/** Keyed by content: a row that moves keeps its node (a fifth of a frame while scrolling). */
function keyed(rows: readonly string[]): readonly ReactElement[] {
  const seen = new Map<string, number>();
  return rows.map((text) => {
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    // biome-ignore lint/correctness/useJsxKeyInIterable: the key is among the properties.
    return createElement(Row, { key: `${before} ${text}`, text });
  });
}

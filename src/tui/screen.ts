// Rows onto the terminal, through Ink: one text a row, ready with its styles. It knows nothing of
// what the rows show.

import { Box, Text, useApp } from 'ink';
import {
  createElement,
  memo,
  type ReactElement,
  useLayoutEffect,
  useSyncExternalStore,
} from 'react';

/** What the screen needs of the running reader. */
export interface ScreenSource {
  /** Painted rows; the same array as long as nothing changed. */
  rows(): readonly string[];
  subscribe(listener: () => void): () => void;
  /** Called when the screen is there, with Ink's controls; the answer is called when it goes, however it goes. */
  mounted(app: ReturnType<typeof useApp>): () => void;
}

const Row = memo(function Row({ text }: { readonly text: string }): ReactElement {
  // Ink gives an empty text no row at all.
  return createElement(Text, { wrap: 'truncate' }, text === '' ? ' ' : text);
});

export function Screen({ source }: { readonly source: ScreenSource }): ReactElement {
  const rows = useSyncExternalStore(source.subscribe, source.rows);
  const app = useApp();
  // A layout effect's end is run at once when Ink unmounts, even while the process is ending.
  useLayoutEffect(() => source.mounted(app), [source, app]);
  return createElement(
    Box,
    { flexDirection: 'column' },
    // biome-ignore lint/correctness/useJsxKeyInIterable: the key is among the properties, the row's place.
    rows.map((text, index) => createElement(Row, { key: index, text })),
  );
}

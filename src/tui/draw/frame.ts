// The whole screen as rows: the screen in view, with its box over it. Pure; printing is elsewhere.

import { isTooSmall } from '../pages/geometry.ts';
import { sheetOf } from '../state/scroll-state.ts';
import { barsBox, sourcesBox } from './overlays/aside.ts';
import { backlinksBox } from './overlays/backlinks.ts';
import { withBox } from './overlays/box.ts';
import { contentsBox } from './overlays/contents.ts';
import { helpBox } from './overlays/help.ts';
import { noteBox } from './overlays/note.ts';
import { notesBox } from './overlays/notes.ts';
import { pictureScreen } from './overlays/picture.ts';
import { searchBox } from './overlays/search.ts';
import { troublesBox } from './overlays/troubles.ts';
import { fitRow, type Row } from './row.ts';
import { readerScreen } from './screens/reader.ts';
import { shelfScreen } from './screens/shelf.ts';
import { tooSmallScreen } from './screens/too-small.ts';
import { chrome, type View } from './view.ts';

/** The screen's rows: exactly as many as it has, none wider than it is. */
export function frame(view: View): readonly Row[] {
  const { size } = view.state;
  const rows = drawn(view);
  return Array.from({ length: size.rows }, (_, index) =>
    fitRow(rows[index] ?? [], size.columns, ''),
  );
}

function drawn(view: View): readonly Row[] {
  const { state, world } = view;
  if (isTooSmall(state.size)) return tooSmallScreen(view);
  const under =
    state.screen === 'reader' && state.reader !== undefined
      ? readerScreen(view, state.reader)
      : chrome(view, shelfScreen);
  const { overlay } = state;
  switch (overlay?.kind) {
    case undefined:
      return under;
    case 'help':
      return withBox(view, under, helpBox(view, overlay));
    case 'troubles':
      return withBox(view, under, troublesBox(view, overlay));
    case 'contents':
      return withBox(view, under, contentsBox(view, overlay, sheetOf(state, world)));
    case 'notes':
      return withBox(view, under, notesBox(view, overlay));
    case 'backlinks':
      return withBox(view, under, backlinksBox(view, overlay));
    case 'search':
      return withBox(view, under, searchBox(view, overlay));
    case 'bars':
      return withBox(view, under, barsBox(view, overlay));
    case 'sources':
      return withBox(view, under, sourcesBox(view, overlay));
    case 'picture':
      return state.reader === undefined ? under : pictureScreen(view, state.reader, overlay);
    case 'note':
      return withBox(view, under, noteBox(view, overlay, sheetOf(state, world)));
  }
}

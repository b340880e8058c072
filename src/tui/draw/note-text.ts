// A footnote in the footer's one row.

import type { PageLink } from '../../typeset/page/page.ts';
import type { Sheet } from '../pages/sheet.ts';
import type { View } from './view.ts';

export function noteText(view: View, sheet: Sheet | undefined, link: PageLink): string {
  const note = sheet?.page.notes.find(({ number }) => link.href === `#note-${number}`);
  const said = (note?.lines ?? [])
    .map(({ runs }) => runs.map((part) => (part.decoration ? '' : part.text)).join(''))
    .join(' ');
  return `${view.world.messages.note.title(view.wording.number(note?.number ?? 0))}: ${said}`;
}

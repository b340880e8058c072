// Links in an article: the focus, following, footnotes, and the way back; and what is copied. Pure.

import { decoded } from '../../library/article/clean.ts';
import type { PageLink } from '../../typeset/page/page.ts';
import { findHits } from '../pages/find.ts';
import { leafText, leavesBetween, type ShownLeaf } from '../pages/leaves.ts';
import { linksBetween, type Sheet } from '../pages/sheet.ts';
import { fittedReader, openArticle } from './open-state.ts';
import { bodyRows, scrolledTo, shownLine, stopHere } from './scroll-state.ts';
import { noEffects, type ReaderView, type State, type Update, type World } from './state.ts';

/** How many places `Backspace` remembers. */
const DEEPEST = 200;

/** Moves the focus through the links on the screen, round the ends. */
export function moveFocus(state: State, sheet: Sheet, direction: 1 | -1, world: World): State {
  const reader = state.reader as ReaderView;
  const links = linksBetween(sheet, reader.top, reader.top + bodyRows(state));
  if (links.length === 0) return { ...state, notice: world.messages.notice.noLinks };
  const here = reader.focus === undefined ? -1 : links.indexOf(reader.focus);
  const next =
    here < 0
      ? direction > 0
        ? 0
        : links.length - 1
      : (here + direction + links.length) % links.length;
  return { ...state, reader: { ...reader, focus: links[next] as number } };
}

/** The state with the place on the screen remembered for `Backspace`. */
export function rememberedHere(state: State, world: World): State {
  return { ...state, back: [...state.back, ...stopHere(state, world)].slice(-DEEPEST) };
}

export function followLink(state: State, sheet: Sheet, world: World): Update {
  const { focus } = state.reader as ReaderView;
  const link = focus === undefined ? undefined : sheet.page.links[focus];
  return link === undefined ? noEffects(state) : follow(state, sheet, link, world);
}

/** Follows a link of the article: into the browser, to an article, a heading, a footnote or back from it. */
export function follow(state: State, sheet: Sheet, link: PageLink, world: World): Update {
  const { card } = state.reader as ReaderView;
  const missing = { ...state, notice: world.messages.notice.noSuchTarget(link.href) };
  switch (link.kind) {
    case 'web':
    case 'mail':
      return { state, effects: [{ kind: 'open', address: link.href }] };
    case 'article': {
      const target = world.linked().target(card, link.href);
      if (target === undefined) return noEffects(missing);
      const heading = fragmentOf(link.href);
      return openArticle(
        rememberedHere(state, world),
        target,
        world,
        heading === undefined ? {} : { aim: { heading } },
      );
    }
    case 'heading': {
      const heading = sheet.page.headings.find((one) => one.slug === fragmentOf(link.href));
      return noEffects(
        heading === undefined
          ? missing
          : withoutFocus(
              scrolledTo(rememberedHere(state, world), sheet, sheet.head.length + heading.line),
            ),
      );
    }
    case 'note': {
      const note = noteOf(sheet, link);
      if (note < 0) return noEffects(missing);
      const first = noteLinks(sheet, note)[0];
      return noEffects({
        ...state,
        overlay: { kind: 'note', note, top: 0, ...(first === undefined ? {} : { focus: first }) },
      });
    }
    case 'note-back': {
      // Those of a long article are in the order in which they were set.
      const [mark, line] = sheet.page.links.reduce<readonly [number, number]>(
        (first, one, index) =>
          one.kind === 'note' && one.href === link.href && one.line < first[1]
            ? [index, one.line]
            : first,
        [-1, Number.POSITIVE_INFINITY],
      );
      if (mark < 0) return noEffects(missing);
      const there = shownLine(rememberedHere(state, world), sheet, sheet.head.length + line);
      return noEffects({ ...there, reader: { ...(there.reader as ReaderView), focus: mark } });
    }
  }
}

/** The decoded part of an address behind `#`. */
export function fragmentOf(href: string): string | undefined {
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return undefined;
  return decoded(href.slice(at + 1));
}

/** Index into `page.notes` of the footnote that a mark belongs to: `#note-3` is the third. */
function noteOf(sheet: Sheet, link: PageLink): number {
  return sheet.page.notes.findIndex((note) => link.href === `#note-${note.number}`);
}

/** Indexes of the links within a footnote, without the way back. */
export function noteLinks(sheet: Sheet, note: number): readonly number[] {
  const found = new Set<number>();
  for (const line of sheet.page.notes[note]?.lines ?? []) {
    for (const { link } of line.runs)
      if (link !== undefined && sheet.page.links[link]?.kind !== 'note-back') found.add(link);
  }
  return [...found];
}

/** Back to the place that was left last, exactly. */
export function goBack(state: State, world: World): Update {
  const stop = state.back.at(-1);
  if (stop === undefined) return noEffects({ ...state, notice: world.messages.notice.nothingBack });
  const back = state.back.slice(0, -1);
  const reader = state.reader as ReaderView;
  if (reader.card.id !== stop.card.id)
    return openArticle({ ...state, back }, stop.card, world, { stop });
  const { focus: _focus, ...rest } = reader;
  const there: State = {
    ...state,
    back,
    reader: {
      ...rest,
      place: stop.place,
      again: stop,
    },
  };
  return noEffects(fittedReader(there, world));
}

function withoutFocus(state: State): State {
  const { focus: _focus, ...reader } = state.reader as ReaderView;
  return { ...state, reader };
}

/** Copies the address of the link in focus, else the paragraph, code or table in view, else the article's address. */
export function copied(state: State, sheet: Sheet, world: World): Update {
  const { focus, card } = state.reader as ReaderView;
  const { notice } = world.messages;
  const link = focus === undefined ? undefined : sheet.page.links[focus];
  const shown = link ? undefined : leafInFocus(state, sheet, (index) => world.block(card, index));
  if (shown === undefined) {
    const address = link?.href ?? card.source?.url;
    return address === undefined
      ? noEffects({ ...state, notice: notice.nothingToCopy })
      : copying(state, address, notice.copied(address));
  }
  const { leaf, line } = shown;
  const text = leafText(leaf);
  const said = notice.copiedBlock(leaf.kind, text.split('\n', 1)[0] ?? '', lineCount(text));
  return copying({ ...state, copied: line }, text, said);
}

const copying = (state: State, text: string, notice: string): Update => ({
  state: { ...state, notice },
  effects: [{ kind: 'copy', text }],
});

/** What holds the last hit on the screen, else begins first on it; if just copied, the next down. */
function leafInFocus(
  state: State,
  sheet: Sheet,
  block: Parameters<typeof leavesBetween>[3],
): ShownLeaf | undefined {
  const { top, find } = state.reader as ReaderView;
  const end = top + bodyRows(state);
  const leaves = leavesBetween(sheet, top, end, block).filter(
    ({ leaf }) => leaf.kind !== 'heading' && leafText(leaf) !== '',
  );
  const { copied = Number.POSITIVE_INFINITY } = state;
  const hit = find === undefined ? undefined : findHits(sheet, find.query).at(find.current)?.[0];
  const isHit = find !== undefined && find.current >= 0 && hit !== undefined && hit.line < end;
  return (
    leaves.find(({ line }) => line > copied) ??
    (isHit ? leaves.findLast(({ line }) => line <= hit.line) : undefined) ??
    leaves.find(({ begins }) => begins) ??
    leaves[0]
  );
}

const lineCount = (text: string): number => text.split('\n').length;

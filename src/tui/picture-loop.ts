// Draws pictures on and near the screen; far ones and other sizes are taken out of the terminal.

import type { Card } from '../library/article/card.ts';
import { isLastAnswer } from '../pictures/protocols/question.ts';
import type { PictureRow } from '../typeset/page/page.ts';
import { largePicture } from './pages/geometry.ts';
import type { TuiPictures } from './pages/options.ts';
import { lineAt } from './pages/sheet.ts';
import { sheetOf } from './state/scroll-state.ts';
import type { Action, State, World } from './state/state.ts';

/** Screens before and after the one in view whose pictures are drawn ahead, and those that are kept. */
const AHEAD = 1;
const KEPT = 2;
/** Answers that are kept before the last is there; a terminal gives four. */
const MOST_ANSWERS = 20;

export interface PictureLoop {
  /** Looks what pictures the state as it is now needs; called whenever it has changed. */
  look(): void;
  /** Takes in what the terminal says of itself. */
  answer(text: string): void;
  /** Draws everything anew: the screen has another size, or was another program's. */
  renew(): void;
  close(): void;
}

interface Asked {
  readonly card: Card;
  readonly picture: PictureRow;
}

export function pictureLoop(
  pictures: TuiPictures,
  world: World,
  stage: () => { get(): State; dispatch(action: Action): void },
  write: (text: string) => void,
): PictureLoop {
  const asked = new Map<string, Asked>();
  const names = new Map<string, number>();
  // An address may be as long as the picture that it is.
  const nameOf = (href: string): number => {
    const name = names.get(href) ?? names.size;
    names.set(href, name);
    return name;
  };
  let answers: string[] = [];
  let isAsked = false;
  let isClosed = false;
  const send = (text: string): void => {
    if (text !== '') write(text);
  };
  const drop = (key: string, { card, picture }: Asked): void => {
    asked.delete(key);
    send(pictures.drop(card, picture));
  };
  const draw = (key: string, one: Asked): void => {
    asked.set(key, one);
    if (!isAsked && pictures.question !== undefined) send(pictures.question);
    isAsked = true;
    const { card, picture } = one;
    void pictures.draw(card, picture).then((begin) => {
      // It may have been scrolled away meanwhile, or be drawn otherwise.
      if (isClosed || asked.get(key) !== one) return;
      send(begin);
      stage().dispatch({ kind: 'drawn', id: card.id });
    });
  };
  const all = (): void => {
    for (const [key, one] of [...asked]) drop(key, one);
  };
  const look = (): void => {
    if (isClosed) return;
    const state = stage().get();
    const near = nearOnes(state, world, KEPT, pictures, nameOf);
    for (const [key, one] of [...asked]) if (!near.has(key)) drop(key, one);
    for (const [key, one] of nearOnes(state, world, AHEAD, pictures, nameOf))
      if (!asked.has(key)) draw(key, one);
  };
  return {
    look,
    answer(text) {
      if (answers.length < MOST_ANSWERS) answers.push(text);
      if (isClosed || !isLastAnswer(text)) return;
      const isNew = pictures.heard(answers);
      answers = [];
      if (!isNew) return;
      // What is drawn stays until it is drawn anew.
      const before = [...asked];
      asked.clear();
      for (const [key, one] of before) draw(key, { ...one });
    },
    renew() {
      if (pictures.isText()) return;
      all();
      isAsked = false;
      look();
    },
    close() {
      isClosed = true;
      all();
    },
  };
}

/** The pictures within so many screens of the one in view, and the one that takes the whole screen. */
function nearOnes(
  state: State,
  world: World,
  screens: number,
  pictures: TuiPictures,
  nameOf: (href: string) => number,
): ReadonlyMap<string, Asked> {
  const found = new Map<string, Asked>();
  const { reader, overlay } = state;
  if (state.screen !== 'reader' || reader?.status !== 'ready') return found;
  const { card } = reader;
  const add = (picture: PictureRow) =>
    found.set(`${card.id} ${picture.columns} ${picture.rows} ${nameOf(picture.href)}`, {
      card,
      picture,
    });
  if (overlay?.kind === 'picture') {
    const room = largePicture(state.size);
    const fit = pictures.large(card, overlay.href, room.columns, room.rows);
    if (fit !== undefined) add({ href: overlay.href, row: 0, ...fit });
  }
  const sheet = sheetOf(state, world);
  if (sheet === undefined) return found;
  const { rows } = state.size;
  const from = Math.max(0, reader.top - screens * rows);
  for (let at = from; at < reader.top + (1 + screens) * rows; at++) {
    for (const { picture } of lineAt(sheet, at)?.runs ?? [])
      if (picture !== undefined) add(picture);
  }
  return found;
}

// The titles of a text's neighbours at its end, under Zurück and Weiter, as copied from a web page. Pure.

import type { IncomingNeighbour } from '../incoming.ts';

const BACK =
  /^[«‹←<\s]*(?:zurück|vorheriger?s?(?: artikel| beitrag| teil)?|voriger?s?(?: artikel| beitrag| teil)?|previous(?: article| post| part)?|prev|back)[\s:»›]*$/i;
const ON =
  /^[\s«‹]*(?:weiter|nächster?s?(?: artikel| beitrag| teil)?|next(?: article| post| part| up)?|vor)[\s:»›→>]*$/i;
const IN_LINE =
  /^[«‹←<\s]*(zurück|vorheriger (?:artikel|beitrag|teil)|previous(?: article| post)?|weiter|nächster (?:artikel|beitrag|teil)|next(?: article| post)?)\s*:\s*(\S.*?)[\s»›→>]*$/i;

/** Lines that are looked at, blank ones not counted. */
const FOOT = 10;
const LONGEST = 250;

export interface Foot {
  readonly lines: readonly string[];
  readonly previous?: IncomingNeighbour;
  readonly next?: IncomingNeighbour;
}

/** Takes the neighbours off a text's end: a label, once or twice, then a title, on lines of their own. */
export function takeNeighbours(lines: readonly string[]): Foot {
  const places: number[] = [];
  for (let at = lines.length - 1; at >= 0 && places.length < FOOT; at--) {
    if ((lines[at] ?? '').trim() !== '') places.unshift(at);
  }
  for (let from = 0; from < places.length; from++) {
    const foot = places.slice(from).map((at) => (lines[at] ?? '').trim());
    const found = neighboursIn(foot);
    if (found) return { lines: lines.slice(0, places[from]), ...found };
  }
  return { lines };
}

function neighboursIn(
  foot: readonly string[],
): { readonly previous?: IncomingNeighbour; readonly next?: IncomingNeighbour } | undefined {
  let previous: string | undefined;
  let next: string | undefined;
  let at = 0;
  while (at < foot.length) {
    const line = foot[at] as string;
    const [, label = '', title] = IN_LINE.exec(line) ?? [];
    if (title !== undefined) {
      if (isBack(label)) previous = title;
      else next = title;
      at++;
      continue;
    }
    const back = BACK.test(line);
    if (!back && !ON.test(line)) return undefined;
    const same = back ? BACK : ON;
    at++;
    if (same.test(foot[at] ?? '')) at++;
    const name = foot[at];
    // A label without a title: the first of a series, or the last.
    if (name === undefined || BACK.test(name) || ON.test(name)) continue;
    if (name.length > LONGEST) return undefined;
    if (back) previous = name;
    else next = name;
    at++;
  }
  if (previous === undefined && next === undefined) return undefined;
  return {
    ...(previous === undefined ? {} : { previous: { title: previous } }),
    ...(next === undefined ? {} : { next: { title: next } }),
  };
}

const isBack = (label: string): boolean => /^(?:z|vorh|prev)/i.test(label);

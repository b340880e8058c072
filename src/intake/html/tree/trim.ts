// What does not belong to an article although it was chosen with it: German and English pages' habits.

import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isDateLine } from '../../written-dates.ts';
import type { PageFacts } from '../facts/metadata.ts';
import { textIn } from './markdown.ts';

/** Signs from which on a paragraph is surely text. */
const LONG = 140;

const ANYWHERE =
  /^(?:anzeige|werbung|advertisement|sponsored|(?:lesen sie|lies|read) (?:auch|mehr|also|more|next)\b.*|mehr zum thema:?.*|mehr dazu:?.*|weiterlesen|siehe auch:?|related(?: articles| posts| stories)?:?.*|recommended(?: for you)?|das könnte (?:sie|dich) auch interessieren.*|auch interessant:?.*|teilen|drucken|merken|share(?: this)?(?: article| on .*)?|tweet|print|e-?mail|kommentare?(?: \(\d+\))?|comments?(?: \(\d+\))?|leave a (?:comment|reply)|copy link|link kopieren|zurück|weiter|nach oben|back to top|skip to .*|zum inhalt springen|jetzt (?:abonnieren|anmelden|lesen).*|subscribe(?: now| to .*)?|sign (?:in|up)(?: .*)?|log in|newsletter|follow us.*|folgen sie uns.*|continue reading.*|advertisement.*continues.*|article continues.*|empfohlener (?:redaktioneller )?inhalt|externer inhalt|vorlesen|audio|artikel (?:anhören|merken|teilen)|loading\.*|wird geladen\.*|table of contents|inhaltsverzeichnis|edit|bearbeiten|\d+ (?:min(?:uten?)?|minutes?)(?: read| lesezeit)?|lesezeit:? .*|reading time:? .*)[.!:›»→\s]*$/i;
const CREDIT =
  /^(?:(?:foto|bild|photo|image|quelle|source|credit|grafik|illustration)s?\s*(?::|©)|©|\(c\)\s)/i;
const LAST =
  /^(?:über (?:den|die) autor|about the author|zum autor|zur autorin|autor(?:in)?:|tags?:|schlagwörter|schlagworte|themen:|topics:|filed under|posted in|kategorien?:|categories:|newsletter|abonnieren|subscribe|kommentare|comments|\d+ (?:kommentare?|comments?|responses?)|teile diesen|diesen artikel (?:teilen|drucken)|share this|related|mehr zum thema|das könnte|auch interessant|weitere artikel|more from|more stories|read next|see also:?$|verwandte (?:artikel|themen)|quelle:|source:|copyright|all rights reserved|alle rechte vorbehalten|jetzt kommentieren|previous post|next post|vorheriger (?:artikel|beitrag)|nächster (?:artikel|beitrag)|hat dir der artikel|support (?:us|our)|spenden|become a (?:member|patron)|originally published|dieser (?:artikel|text) erschien)/i;

/** Takes the noise out of a tree in place; of a piece of a page, what stands at the ends that it has. */
export function trim(tree: Root, facts: PageFacts, ends: 'both' | 'start' | 'none' = 'both'): Root {
  const blocks = tree.children.filter((block) => !isNoise(block));
  let from = 0;
  // Before the first paragraph of some length: breadcrumbs, bylines, datelines, the title again.
  const first = blocks.findIndex((block) => isText(block));
  for (let at = 0; at < (first < 0 ? blocks.length : first) && ends !== 'none'; at++) {
    if (isOpening(blocks[at]!, facts)) blocks[at] = EMPTY;
  }
  const isNothing = (block: RootContent) => block === EMPTY || block.type === 'thematicBreak';
  while (ends !== 'none' && from < blocks.length && isNothing(blocks[from]!)) from++;
  let to = blocks.length;
  // After the last one: who wrote it, what else there is, where to subscribe.
  const last = blocks.findLastIndex((block) => isText(block));
  for (let at = Math.max(from, last + 1); at < blocks.length && ends === 'both'; at++) {
    if (isClosing(blocks[at]!)) {
      to = at;
      break;
    }
  }
  while (ends === 'both' && to > from && /^(?:heading|thematicBreak)$/.test(blocks[to - 1]!.type))
    to--;
  tree.children = blocks.slice(from, to).filter((block) => block !== EMPTY);
  return tree;
}

const EMPTY: RootContent = { type: 'paragraph', children: [] };

const plain = (node: Nodes): string => textIn(node).replace(/\s+/g, ' ').trim();

function isText(block: RootContent): boolean {
  if (block.type === 'code' || block.type === 'table' || block.type === 'blockquote') return true;
  if (block.type === 'list') return !isLinks(block) && plain(block).length > LONG;
  return block.type === 'paragraph' && plain(block).length >= LONG && !LAST.test(plain(block));
}

function isNoise(block: RootContent): boolean {
  const text = plain(block);
  if (block.type === 'paragraph' || block.type === 'heading') {
    if (text === '') return !hasPicture(block);
    return (
      text.length < 90 && (ANYWHERE.test(text) || (block.type === 'paragraph' && CREDIT.test(text)))
    );
  }
  if (block.type === 'list') {
    if (text.length === 0) return true;
    return (
      block.children.every((item) => ANYWHERE.test(plain(item))) ||
      (isLinks(block) &&
        text.length < 60 * block.children.length &&
        block.children.length > 2 &&
        isShort(block))
    );
  }
  return block.type === 'blockquote' && ANYWHERE.test(text);
}

const isShort = (block: RootContent): boolean =>
  block.type === 'list' && block.children.every((item) => plain(item).split(' ').length <= 3);

/** A list in which every item is a link and nothing more. */
function isLinks(block: RootContent): boolean {
  return (
    block.type === 'list' &&
    block.children.every((item) => {
      const own = item.children.flatMap((child) =>
        child.type === 'paragraph' ? child.children : [child as unknown as PhrasingContent],
      );
      return (
        own.length > 0 &&
        own.every(
          (part) => part.type === 'link' || (part.type === 'text' && part.value.trim().length < 3),
        )
      );
    })
  );
}

const hasPicture = (node: Nodes): boolean =>
  node.type === 'image' || ('children' in node && (node.children as Nodes[]).some(hasPicture));

const words = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function isOpening(block: RootContent, { title, site, authors, summary }: PageFacts): boolean {
  const text = plain(block);
  if (text === '') return false;
  const own = words(text);
  if (title !== undefined && own === words(title)) return true;
  if (site !== undefined && own === words(site)) return true;
  if (isLinks(block)) return true;
  if (text.length > LONG) return false;
  if (summary !== undefined && own === words(summary)) return false;
  if (isDateLine(text)) return true;
  const isByline =
    /^(?:by|von|par|text|autor(?:in)?|author|posted|published|veröffentlicht|written|geschrieben|stand|aktualisiert|updated|last updated)\b/i.test(
      text,
    );
  if (isByline && text.length < 100) return true;
  if (
    authors.length > 0 &&
    authors.some(
      (name) => own === words(name) || own === `von ${words(name)}` || own === `by ${words(name)}`,
    )
  )
    return true;
  return /[›»>/]\s/.test(text) && text.length < 90 && text.split(/[›»>/]\s/).length > 2;
}

function isClosing(block: RootContent): boolean {
  const text = plain(block);
  return LAST.test(text) || (block.type === 'list' && isLinks(block) && block.children.length > 1);
}

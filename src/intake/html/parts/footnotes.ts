// Footnotes of Pandoc, kramdown, markdown-it, WordPress, MediaWiki, Bigfoot.

import { all, type Tree, textOf } from '../tree/dom.ts';
import type { Tokens } from './tokens.ts';

export interface PageNote {
  readonly label: string;
  /** Its inner markup, without the way back. */
  readonly body: Element;
}

const MARK =
  'sup a[href*="#"], a[href*="#"] sup, a.footnote-ref, a[role="doc-noteref"], a[rel="footnote"], a.noteref, a.footnote, a[href^="#fn"], a[href^="#cite_note"], a[href^="#ftn"], a[href^="#_ftn"], a[href^="#footnote"]';
const MOST = 1000;

/** Takes the notes out of a tree, and puts words in the place of the marks that lead to them. `before` are already numbered. */
export function takeNotes(tree: Tree, tokens: Tokens, before: number): readonly PageNote[] {
  const targets = new Map(all(tree, '[id]').map((element) => [element.id, element]));
  const notes = new Map<string, { readonly label: string; readonly target: Element }>();
  /** What stands for a mark, and the note it leads to. */
  const marks = new Map<Element, string>();
  for (const found of all(tree, MARK).slice(0, MOST * 4)) {
    const anchor = found.localName === 'a' ? found : found.closest('a');
    const id = idOf(anchor);
    if (anchor === null || id === undefined) continue;
    const label = textOf(anchor).replace(/^[[(]|[\])]$/g, '');
    if (label.length > 4 || !/^(?:\d+|[a-z*†‡§]+)$/i.test(label)) continue;
    const target = targets.get(id);
    if (target === undefined || target.contains(anchor) || !isNote(target, anchor)) continue;
    const wrapper = anchor.closest('sup') ?? anchor;
    if (marks.has(wrapper)) continue;
    marks.set(wrapper, id);
    if (!notes.has(id) && notes.size < MOST) {
      notes.set(id, { label: String(before + notes.size + 1), target });
    }
  }
  for (const [place, id] of marks) {
    const note = notes.get(id);
    if (note === undefined || !place.isConnected) continue;
    const stand = tree.createElement('span');
    stand.textContent = tokens.word(`[^${note.label}]`);
    place.replaceWith(stand);
  }
  const taken: PageNote[] = [];
  for (const { label, target } of notes.values()) {
    const body = bodyOf(target);
    for (const back of all(body, 'a[href*="#"]')) {
      if (isWayBack(textOf(back))) back.remove();
    }
    for (const back of all(
      body,
      '.mw-cite-backlink, .footnote-backref, .reversefootnote, .footnote-back',
    ))
      back.remove();
    taken.push({ label, body });
    const list = target.closest('ol, ul, section, div');
    target.remove();
    if (list !== null && textOf(list) === '') list.remove();
  }
  for (const empty of all(
    tree,
    'section.footnotes, div.footnotes, [role="doc-endnotes"], .references, .reflist, ol.footnotes',
  )) {
    if (
      textOf(empty).replace(
        /^(?:footnotes|fußnoten|notes|anmerkungen|einzelnachweise|references)$/i,
        '',
      ) === ''
    )
      empty.remove();
  }
  return taken;
}

/** Whether a link's words say no more than that it leads back. */
const isWayBack = (words: string): boolean =>
  /^(?:back|zurück|jumpup|nachoben|\d+(?:\.\d+)?|[a-z]{1,2})?$/i.test(
    words.replace(/[↩↑^⏎\s[\]()]|\ufe0e|\ufe0f/g, ''),
  );

/** The identifier that an anchor leads to on its own page. */
function idOf(anchor: Element | null): string | undefined {
  const href = anchor?.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return undefined;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

/** A note is an item of a list, or says that it is one, or leads back to its mark. */
function isNote(target: Element, anchor: Element): boolean {
  if (/^h[1-6]$/.test(target.localName)) return false;
  if (target.localName === 'li') return true;
  if (/foot|note|ft?n|cite/i.test(`${target.id} ${target.className}`)) return true;
  const back = anchor.id || anchor.parentElement?.id;
  return (
    back !== undefined &&
    back !== '' &&
    target.querySelector(`a[href$="#${CSS_SAFE(back)}"]`) !== null
  );
}

const CSS_SAFE = (id: string): string => id.replace(/["\\]/g, '');

/** Where the text of a note is: the item itself, or the block that an anchor stands in. */
function bodyOf(target: Element): Element {
  if (!/^(?:a|span|sup)$/.test(target.localName)) return target;
  return target.closest('li, p, dd, div, aside') ?? target;
}

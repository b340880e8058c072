// Pictures of a page: the real address of what is loaded late, the best of several sizes, and none that only counts.

import { all, resolved, type Tree } from '../tree/dom.ts';

/** Widest picture that is asked for. Pixels. */
const WIDEST = 1600;

/** Gives every picture of a tree its real, absolute address, or takes it out. */
export function settlePictures(tree: Tree): void {
  const base = tree.baseURI;
  for (const holder of all(tree, 'no-script')) {
    const inside = holder.querySelector('img');
    if (inside === null) {
      holder.remove();
      continue;
    }
    // What stands there for browsers without scripts is the picture; the one before it a placeholder.
    const before = holder.previousElementSibling;
    const late = before?.localName === 'img' ? before : before?.querySelector('img');
    if (late && sourceOf(late, base) === undefined) before?.remove();
    if (late && sourceOf(late, base) !== undefined) holder.remove();
    else holder.replaceWith(...holder.childNodes);
  }
  for (const picture of all(tree, 'img')) {
    const source = sourceOf(picture, base);
    const size = (name: string) => Number.parseFloat(picture.getAttribute(name) ?? 'NaN');
    if (source === undefined || size('width') <= 2 || size('height') <= 2) {
      picture.remove();
      continue;
    }
    picture.setAttribute('src', source);
    for (const name of ['srcset', 'style', 'width', 'height', 'data-src', 'data-srcset'])
      picture.removeAttribute(name);
  }
  for (const element of all(tree, 'picture')) {
    const picture = element.querySelector('img');
    if (picture) element.replaceWith(picture);
  }
}

function sourceOf(picture: Element, base: string): string | undefined {
  const holder = picture.closest('picture');
  const sets = [
    picture.getAttribute('data-srcset'),
    picture.getAttribute('data-lazy-srcset'),
    picture.getAttribute('srcset'),
    ...(holder
      ? all(holder, 'source').map(
          (one) => one.getAttribute('srcset') ?? one.getAttribute('data-srcset'),
        )
      : []),
  ];
  const late = [
    'data-src',
    'data-lazy-src',
    'data-original',
    'data-original-src',
    'data-hi-res-src',
    'data-orig-file',
  ]
    .map((name) => picture.getAttribute(name))
    .find((value) => value && /[./]/.test(value));
  const set = sets.map((value) => largest(value ?? '')).find(Boolean);
  const own = picture.getAttribute('src') ?? '';
  for (const candidate of [late, set, own]) {
    if (
      !candidate ||
      /^data:|placeholder|spacer|blank\.gif|1x1|pixel\.(?:gif|png)/i.test(candidate)
    )
      continue;
    const address = resolved(candidate, base);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The largest of a set that is not larger than anybody needs. */
function largest(set: string): string | undefined {
  let best: { readonly address: string; readonly width: number } | undefined;
  for (const [, address = '', size = '1', unit = 'x'] of set.matchAll(
    /(\S+?)(?:\s+([\d.]+)([wx]))?\s*(?:,(?=\s)|,?$)/g,
  )) {
    const width = Number(size) * (unit === 'x' ? 800 : 1);
    const isBetter =
      best === undefined ||
      (width <= WIDEST ? width > best.width || best.width > WIDEST : width < best.width);
    if (address !== '' && isBetter) best = { address, width };
  }
  return best?.address;
}

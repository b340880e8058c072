// Formulas of a page: KaTeX, MathJax 2 and 3, MathML, pictures of TeX. Each becomes a word that stands for it.

import { all, type Tree } from '../tree/dom.ts';
import { unsieved } from '../tree/sieve.ts';
import { texOfMath } from './mathml.ts';
import type { Tokens } from './tokens.ts';

const PLACES = [
  '.katex-display',
  '.katex',
  'mjx-container',
  '.MathJax_Display',
  '.MathJax',
  '.MathJax_Preview',
  '.MathJax_SVG',
  '.mwe-math-element',
  'tex-source',
  'math',
  'img.tex, img.latex, img.mwe-math-fallback-image-inline, img[class*="math"]',
];

/** Puts words in the place of all formulas of a tree. */
export function keepFormulas(tree: Tree, tokens: Tokens): void {
  for (const selector of PLACES) {
    for (const element of all(tree, selector)) {
      if (!element.isConnected) continue;
      if (/MathJax_Preview/.test(element.className)) {
        element.remove();
        continue;
      }
      const source = sourceOf(element);
      // MathJax 2 draws a formula before the script that has its source.
      if (source === undefined && /MathJax/.test(element.className)) {
        element.remove();
        continue;
      }
      if (source === undefined) continue;
      // A sign that begins an element wherever no formulas are known.
      const tex = unsieved(cleaned(source)).replace(/<(?=[a-z!/?])/gi, '\\lt ');
      if (tex === '') continue;
      const isDisplay = isBlock(element);
      const word = tokens.word(isDisplay ? `$$\n${tex}\n$$` : `$${tex}$`);
      const stand = tree.createElement(isDisplay ? 'p' : 'span');
      stand.textContent = word;
      element.replaceWith(stand);
    }
  }
}

function sourceOf(element: Element): string | undefined {
  const annotation = element.querySelector(
    'annotation[encoding*="tex" i], annotation[encoding*="TeX"]',
  );
  if (annotation?.textContent) return annotation.textContent;
  if (element.localName === 'tex-source') {
    return /mml/.test(element.getAttribute('type') ?? '')
      ? undefined
      : (element.textContent ?? undefined);
  }
  const said = element.getAttribute('data-tex');
  if (said) return said;
  if (element.localName === 'img') {
    const alt = element.getAttribute('alt') ?? '';
    return /[\\^_{}=]/.test(alt) ? alt : undefined;
  }
  const math = element.localName === 'math' ? element : element.querySelector('math');
  return math ? texOfMath(math) : undefined;
}

/** TeX in one paragraph: without the wrapping that Wikipedia writes, and without blank lines. */
const cleaned = (source: string): string =>
  source
    .trim()
    .replace(/^\{\\(?:displaystyle|textstyle)\s*([\s\S]*)\}$/, '$1')
    .replace(/^\$+|\$+$/g, '')
    .replace(/^\\[([]|\\[)\]]$/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

function isBlock(element: Element): boolean {
  if (/katex-display|MathJax_Display|mwe-math-fallback-image-display/.test(element.className))
    return true;
  if (element.getAttribute('display') === 'block' || element.getAttribute('display') === 'true')
    return true;
  if (/mode=display/.test(element.getAttribute('type') ?? '')) return true;
  return element.querySelector('math[display="block"]') !== null;
}

// MathML back to TeX, as far as pages without a TeX annotation need it.

/** TeX of a MathML element; what is unknown gives its text. Nesting is cut at a depth. */
export function texOfMath(element: Element, depth = 0): string {
  if (depth > 60) return element.textContent ?? '';
  const children = [...element.children] as Element[];
  const of = (at: number): string => (children[at] ? texOfMath(children[at], depth + 1) : '');
  const row = (): string => children.map((child) => texOfMath(child, depth + 1)).join('');
  const group = (tex: string): string => ([...tex].length === 1 ? tex : `{${tex}}`);
  const text = (element.textContent ?? '').trim();
  switch (element.localName.toLowerCase()) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mi':
      return [...text].length > 1 ? `\\mathrm{${text}}` : text;
    case 'mn':
      return text;
    case 'mo':
      return OPERATORS[text] ?? (text === '{' || text === '}' ? `\\${text}` : text);
    case 'mtext':
      return text === '' ? '\\ ' : `\\text{${text}}`;
    case 'mspace':
      return '\\,';
    case 'mfrac':
      return `\\frac{${of(0)}}{${of(1)}}`;
    case 'msqrt':
      return `\\sqrt{${row()}}`;
    case 'mroot':
      return `\\sqrt[${of(1)}]{${of(0)}}`;
    case 'msup':
      return `${group(of(0))}^{${of(1)}}`;
    case 'msub':
      return `${group(of(0))}_{${of(1)}}`;
    case 'msubsup':
      return `${group(of(0))}_{${of(1)}}^{${of(2)}}`;
    case 'munder':
      return `${of(0)}_{${of(1)}}`;
    case 'mover':
      return ACCENTS[of(1)] ? `${ACCENTS[of(1)]}{${of(0)}}` : `${of(0)}^{${of(1)}}`;
    case 'munderover':
      return `${of(0)}_{${of(1)}}^{${of(2)}}`;
    case 'mtable':
      return `\\begin{matrix}${children.map((child) => texOfMath(child, depth + 1)).join('\\\\')}\\end{matrix}`;
    case 'mtr':
      return children.map((child) => texOfMath(child, depth + 1)).join('&');
    default:
      return children.length > 0 ? row() : text;
  }
}

const OPERATORS: Readonly<Record<string, string>> = {
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '∞': '\\infty ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '→': '\\to ',
  '×': '\\times ',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '±': '\\pm ',
  '∈': '\\in ',
  '−': '-',
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
};
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\\hat',
  '¯': '\\bar',
  '‾': '\\overline',
  '→': '\\vec',
  '~': '\\tilde',
  '˙': '\\dot',
};

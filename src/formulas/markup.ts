// Reads the MathML that KaTeX writes: well-formed, without comments, its entities the five of XML.

import { decodeXML } from 'entities';

export interface MathElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: MathElement[];
  text: string;
}

/** The first `math` element of a markup, or undefined where there is none. */
export function readMathMarkup(markup: string): MathElement | undefined {
  const stack: Open[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const pattern = /<(\/?)([\w:-]+)((?:\s+[\w:-]+\s*=\s*"[^"]*")*)\s*(\/?)>|([^<]+)/g;
  for (const [, closes, name = '', attributes = '', empty, text] of markup.matchAll(pattern)) {
    const top = stack.at(-1)!;
    if (text !== undefined) top.text += decodeXML(text);
    else if (closes) {
      if (stack.length < 2) return undefined;
      stack.pop();
    } else {
      const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
      top.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  return find(stack[0]!, 'math');
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [
      name!,
      decodeXML(value!),
    ]),
  );
}

function find(element: MathElement, name: string): MathElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

// What the bundler takes for string-width where Ink and its packages import it: the program's one
// measure, which is several times faster for most text. Ink asks for the width of every cell it draws.

import { stripVTControlCharacters } from 'node:util';
import { columns } from '../../typeset/text/width.ts';

/** Columns of `text` without its escape sequences, as string-width counts them by default. */
export default function stringWidth(text: string): number {
  return columns(text.includes('\u001b') ? stripVTControlCharacters(text) : text);
}

// string-width for Ink and its packages: our measure, several times faster.

import { stripVTControlCharacters } from 'node:util';
import { columns } from '../../typeset/text/width.ts';

/** Columns of `text` without its escape sequences, as string-width counts them by default. */
export default function stringWidth(text: string): number {
  return columns(text.includes('\u001b') ? stripVTControlCharacters(text) : text);
}

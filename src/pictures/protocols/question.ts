// What the terminal is asked once, and what its answers say of the pictures it can show.

import type { PixelSize } from '../pixels.ts';

/** kitty's graphics? XTVERSION? the cell's size? and DA1, which all answer and which comes last. */
export const QUESTION =
  '\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\' + '\x1b[>q' + '\x1b[16t' + '\x1b[c';

export interface Answers {
  /** Whether pictures can be shown by kitty's placeholders. */
  readonly placeholders: boolean;
  readonly sixel: boolean;
  /** A cell's size, where it is known. */
  readonly cell?: PixelSize;
}

/** Whether an answer is the last of those to the question. */
export const isLastAnswer = (answer: string): boolean => /^\[\?[\d;]*c$/.test(answer);

/** kitty has placeholders since 0.28, Ghostty ever since. Others answer as kitty does and lack them. */
const KITTY = /^P>\|kitty\((\d+)\.(\d+)/;

/** What the answers say; they come without the ESC before and the ST after them. */
export function heard(answers: readonly string[]): Answers {
  const isKitty = answers.some((answer) => /^_Gi=31;OK/.test(answer));
  const placeholders = answers.some((answer) => {
    const [, major, minor] = KITTY.exec(answer) ?? [];
    return major === undefined
      ? /^P>\|ghostty/i.test(answer)
      : Number(major) > 0 || Number(minor) >= 28;
  });
  const attributes = answers.find(isLastAnswer)?.slice(2, -1).split(';') ?? [];
  const [, height, width] =
    answers.map((one) => /^\[6;(\d+);(\d+)t$/.exec(one)).find(Boolean) ?? [];
  const cell = { width: Number(width), height: Number(height) };
  const isSane = cell.width >= 3 && cell.width <= 99 && cell.height >= 5 && cell.height <= 199;
  return {
    placeholders: isKitty && placeholders,
    sixel: attributes.slice(1).includes('4'),
    ...(isSane ? { cell } : {}),
  };
}

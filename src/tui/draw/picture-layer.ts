// Sixel's and iTerm2's pictures over the text: put down after each frame of Ink's, taken away
// before.

import type { Drawing } from '../../typeset/page/page.ts';
import { columns } from '../../typeset/text/width.ts';
import type { Row } from './row.ts';

/** A drawing and the cells it takes; row and column count from 1. */
interface Placed {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly escape: string;
}

export interface PictureLayer {
  /** The terminal for Ink to write to. */
  readonly stdout: NodeJS.WriteStream;
  /** The rows of a frame without what is drawn over them; that follows the frame. */
  taken(rows: readonly Row[]): readonly Row[];
}

const SYNCHRONIZED = ['\x1b[?2026h', '\x1b[?2026l'] as const;
/** DECSC and DECRC: Ink moves the cursor from where it left it. */
const [SAVE, RESTORE] = ['\x1b7', '\x1b8'] as const;

export function pictureLayer(stdout: NodeJS.WriteStream): PictureLayer {
  let shown: readonly Placed[] = [];
  let next: readonly Placed[] = [];
  const around = (frame: string): string => {
    const kept = new Set(next.map(placeOf));
    const gone = shown.filter((one) => !kept.has(placeOf(one)));
    shown = next;
    const erased = gone.map((one) => `${at(one)}\x1b[${one.columns}X`).join('');
    // All of them: whether Ink has written over one can't be known.
    const drawn = next.map((one) => at(one) + one.escape).join('');
    const [begin, end] = SYNCHRONIZED;
    return `${begin}${SAVE}${erased}${RESTORE}${frame}${SAVE}${drawn}${RESTORE}${end}`;
  };
  const own: NodeJS.WriteStream = Object.create(stdout, {
    write: {
      value: (chunk: unknown, ...rest: never[]) => {
        const isFrame = typeof chunk === 'string' && !/^(?:\x1b\[\?\d+[hl])*$/.test(chunk);
        const isBare = shown.length === 0 && next.length === 0;
        return stdout.write(isFrame && !isBare ? around(chunk) : (chunk as string), ...rest);
      },
    },
  });
  return {
    stdout: own,
    taken(rows) {
      if (!rows.some((row) => row.some(({ drawing }) => drawing !== undefined))) {
        next = [];
        return rows;
      }
      const placed: Placed[] = [];
      const bare = rows.map((row, index) => {
        let column = 1;
        return row.map((part) => {
          const width = columns(part.text);
          const { drawing, ...text } = part;
          if (drawing !== undefined) placed.push(...placedAt(drawing, index + 1, column, width));
          column += width;
          return drawing === undefined ? part : text;
        });
      });
      next = placed;
      return bare;
    },
  };
}

const placedAt = ({ over }: Drawing, row: number, column: number, width: number): Placed[] =>
  over === undefined ? [] : [{ row: row - over.up, column, columns: width, escape: over.escape }];

const placeOf = ({ row, column, columns: width }: Placed): string => `${row} ${column} ${width}`;
const at = ({ row, column }: Placed): string => `\x1b[${row};${column}H`;

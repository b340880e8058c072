// Painted rows onto the terminal: one write a frame, of the rows that changed. Ink would lay out and
// compare every cell of the screen for each key (16 ms of processor time at 200 x 60; this takes
// less than one). It knows nothing of what the rows show.

/** Synchronized output (DEC mode 2026): the terminal shows the frame as a whole. */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';
const HOME = '\u001b[H';

export interface Drawer {
  /** Shows the rows; writes nothing if they are shown already. */
  draw(rows: readonly string[]): void;
  /** What is on the screen is not known any more: the next frame writes all rows. */
  forget(): void;
}

/** Draws on a stream whose screen it has to itself. Rows must not be wider than the screen. */
export function createDrawer(stdout: { write(text: string): unknown }): Drawer {
  let shown: readonly string[] = [];
  return {
    draw(rows) {
      let changes = '';
      rows.forEach((row, index) => {
        if (row !== shown[index]) changes += `\u001b[${index + 1};1H\u001b[2K${row}`;
      });
      shown = rows;
      // The cursor waits at the top, where a stray line feed cannot scroll the screen.
      if (changes !== '') stdout.write(BEGIN + changes + HOME + END);
    },
    forget() {
      shown = [];
    },
  };
}

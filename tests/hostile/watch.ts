// What a terminal was made to do: output goes through an emulator that keeps account of everything
// but text, colours and places.

import xterm from '@xterm/headless';

export interface Watched {
  /** Titles that were set. */
  readonly titles: readonly string[];
  readonly bells: number;
  /** Answers that the terminal would have typed into the shell. */
  readonly replies: readonly string[];
  /** OSC sequences that are no hyperlinks to http, https, mailto or file, as `number;text`. */
  readonly commands: readonly string[];
  /** DCS, APC, PM and SOS strings, by their introducers. */
  readonly strings: readonly string[];
  readonly lines: readonly string[];
  readonly alternate: boolean;
  /** Modes that were left on: mouse, bracketed paste, insert, origin. */
  readonly modes: readonly string[];
}

const OSC_NUMBERS = [
  0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 19, 21, 22, 50, 51, 52, 66, 99, 104, 105, 110, 111,
  112, 117, 133, 176, 440, 555, 633, 666, 777, 1337, 3008, 5522,
];

/** Sends `output` through an emulator of this size, with room for all of it. */
export async function watched(output: string, columns = 80, rows = 24): Promise<Watched> {
  const screen = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 100_000,
  });
  const titles: string[] = [];
  const replies: string[] = [];
  const commands: string[] = [];
  const strings: string[] = [];
  let bells = 0;
  screen.onTitleChange((title) => titles.push(title));
  screen.onBell(() => bells++);
  screen.onData((text) => replies.push(text));
  screen.onBinary((text) => replies.push(text));
  for (const number of OSC_NUMBERS) {
    screen.parser.registerOscHandler(number, (text) => {
      const harmless = number === 8 && /^[^;]*;(?:$|https?:\/\/|mailto:|file:\/\/)/.test(text);
      if (!harmless) commands.push(`${number};${text}`);
      return false;
    });
  }
  // The emulator drops APC, PM and SOS in silence.
  for (const [string] of output.matchAll(/\x1b[P_^Xk]|[\x90\x98\x9e\x9f]/g))
    strings.push(JSON.stringify(string));
  await new Promise<void>((resolve) => screen.write(output, resolve));
  const { active } = screen.buffer;
  const lines = Array.from(
    { length: active.length },
    (_, row) => active.getLine(row)?.translateToString(true) ?? '',
  );
  const { modes } = screen;
  const left = [
    modes.mouseTrackingMode === 'none' ? '' : 'mouse',
    modes.bracketedPasteMode ? 'paste' : '',
    modes.insertMode ? 'insert' : '',
    modes.originMode ? 'origin' : '',
    modes.applicationCursorKeysMode ? 'cursor keys' : '',
    modes.sendFocusMode ? 'focus' : '',
    modes.wraparoundMode ? '' : 'no wrap',
  ];
  const alternate = active.type === 'alternate';
  screen.dispose();
  return {
    titles,
    bells,
    replies,
    commands,
    strings,
    lines,
    alternate,
    modes: left.filter(Boolean),
  };
}

/** A terminal to which nothing was done. */
export const UNTOUCHED = {
  titles: [],
  bells: 0,
  replies: [],
  commands: [],
  strings: [],
  alternate: false,
  modes: [],
} as const;

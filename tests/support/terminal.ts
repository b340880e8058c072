// A real terminal for tests: a pseudo-terminal with a program in it, its screen read through an
// emulator. It knows nothing of what runs in it.

import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { ScreenCell } from './screen-picture.ts';

export interface TerminalOptions {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Exit {
  readonly code: number;
  readonly signal: number;
}

export interface TestTerminal extends AsyncDisposable {
  readonly pid: number;
  /** Sends bytes as the keyboard would. */
  type(text: string): void;
  resize(columns: number, rows: number): void;
  kill(signal: NodeJS.Signals): void;
  /** The screen's rows as text, without blanks at their ends. */
  lines(): readonly string[];
  /** The whole screen as one text. */
  text(): string;
  /** The cells of the screen, for pictures and for looking at styles. */
  cells(): readonly (readonly ScreenCell[])[];
  /** Everything that was written to the terminal so far. */
  output(): string;
  /** Whether the alternate screen is shown. */
  isAlternate(): boolean;
  isCursorShown(): boolean;
  /** Waits until the screen says something, or a condition holds; throws with the screen if it never does. */
  until(wanted: string | RegExp | (() => boolean), what?: string): Promise<void>;
  /** Waits until nothing more is written for a while. */
  settled(): Promise<void>;
  readonly exit: Promise<Exit>;
  /**
   * Types `q` until the program has ended. One that follows an Escape before the program had time to
   * take it for one is part of it, so a single `q` may be lost on a slow machine.
   */
  leave(): Promise<Exit>;
}

/** Milliseconds after which a condition that does not hold is a failure; generous, for slow machines. */
const PATIENCE = 60_000;
/** Milliseconds without output after which a screen is taken as done. */
const QUIET = 120;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs a program in a terminal of its own. */
export function openTerminal(options: TerminalOptions): TestTerminal {
  const { columns = 80, rows = 24 } = options;
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(options.file, [...options.args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd ?? '/',
    env: { ...options.env },
  });
  let output = '';
  let pending = 0;
  let last = performance.now();
  let exited = false;
  child.onData((data) => {
    output += data;
    pending += 1;
    screen.write(data, () => {
      pending -= 1;
      last = performance.now();
    });
  });
  const exit = new Promise<Exit>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      exited = true;
      resolve({ code: exitCode, signal: signal ?? 0 });
    });
  });

  const line = (row: number) => screen.buffer.active.getLine(screen.buffer.active.baseY + row);
  const lines = (): readonly string[] =>
    Array.from(
      { length: screen.rows },
      (_, row) => line(row)?.translateToString(true, 0, screen.cols) ?? '',
    );
  const text = (): string => lines().join('\n');

  return {
    pid: child.pid,
    type: (typed) => child.write(typed),
    resize(width, height) {
      screen.resize(width, height);
      child.resize(width, height);
    },
    kill: (signal) => child.kill(signal),
    lines,
    text,
    cells: () =>
      Array.from({ length: screen.rows }, (_, row) =>
        Array.from({ length: screen.cols }, (_, column) =>
          cellOf(line(row)?.getCell(column)),
        ).filter((cell) => cell.width > 0),
      ),
    output: () => output,
    isAlternate: () => screen.buffer.active.type === 'alternate',
    isCursorShown: () => output.lastIndexOf('\u001b[?25h') >= output.lastIndexOf('\u001b[?25l'),
    async until(wanted, what) {
      const holds = (): boolean => {
        if (pending > 0) return false;
        if (typeof wanted === 'function') return wanted();
        return typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
      };
      const end = performance.now() + PATIENCE;
      while (!holds()) {
        if (performance.now() > end)
          throw new Error(`never came: ${what ?? String(wanted)}\n${text()}`);
        await pause(5);
      }
    },
    async settled() {
      await pause(QUIET);
      while (pending > 0 || performance.now() - last < QUIET) await pause(10);
    },
    exit,
    async leave() {
      const end = performance.now() + PATIENCE;
      while (!exited) {
        if (performance.now() > end) throw new Error(`never ended:\n${text()}`);
        child.write('q');
        await Promise.race([exit, pause(500)]);
      }
      return exit;
    },
    async [Symbol.asyncDispose]() {
      if (!exited) {
        child.kill('SIGKILL');
        await exit;
      }
      screen.dispose();
    },
  };
}

type EmulatorCell = NonNullable<
  ReturnType<
    NonNullable<
      ReturnType<InstanceType<typeof xterm.Terminal>['buffer']['active']['getLine']>
    >['getCell']
  >
>;

function cellOf(cell: EmulatorCell | undefined): ScreenCell {
  if (cell === undefined) return { text: ' ', width: 1 };
  const color = (
    isDefault: boolean,
    isRgb: boolean,
    value: number,
  ): Pick<ScreenCell, 'color'>['color'] =>
    isDefault ? undefined : isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
  const foreground = color(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor());
  const background = color(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor());
  return {
    text: cell.getChars() || ' ',
    width: cell.getWidth(),
    ...(foreground === undefined ? {} : { color: foreground }),
    ...(background === undefined ? {} : { background }),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    strike: cell.isStrikethrough() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}

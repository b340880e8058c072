// The terminal's input: raw mode, bracketed paste, the wheel; bytes to keys.

import { decodeKeys, isRestOfAnswer, settleKeys, type TerminalInput } from './keys/keyboard.ts';
import type { TuiTerminal } from './pages/options.ts';

/** Milliseconds after which a lone ESC is the Escape key and not the beginning of a sequence. */
const ESCAPE_WAIT = 30;

const PASTE = { on: '\u001b[?2004h', off: '\u001b[?2004l' };
const WHEEL = { on: '\u001b[?1000h\u001b[?1006h', off: '\u001b[?1006l\u001b[?1000l' };

export interface Session {
  /** Takes the terminal's input; nothing happens if it has it. */
  start(): void;
  /** Gives it back as it was found; nothing happens if it is given back. */
  stop(): void;
}

/** Keys are told to `receive` in order, one chunk at a time; `closed` that the terminal is gone. */
export function inputSession(
  terminal: TuiTerminal,
  receive: (inputs: readonly TerminalInput[]) => void,
  closed: () => void,
): Session {
  const { stdin, stdout } = terminal;
  let pending = '';
  /** What stood unfinished for so long that it was settled: an answer of a slow terminal may go on in it. */
  let late = '';
  let timer: NodeJS.Timeout | undefined;
  let running = false;

  const settle = (): void => {
    const settled = settleKeys(pending);
    late = pending;
    pending = settled.pending;
    if (settled.inputs.length > 0) receive(settled.inputs);
  };
  const read = (chunk: string): void => {
    clearTimeout(timer);
    if (pending === '' && isRestOfAnswer(late, chunk)) pending = late;
    late = '';
    const decoded = decodeKeys(pending, chunk);
    pending = decoded.pending;
    if (pending !== '') timer = setTimeout(settle, ESCAPE_WAIT);
    if (decoded.inputs.length > 0) receive(decoded.inputs);
  };
  const modes = (to: 'on' | 'off'): void => {
    try {
      stdout.write(PASTE[to] + (terminal.mouse ? WHEEL[to] : ''));
    } catch {
      // The terminal may be gone; then there is nothing to restore.
    }
  };

  return {
    start() {
      if (running) return;
      running = true;
      stdin.setEncoding('utf8');
      stdin.setRawMode?.(true);
      stdin.on('data', read);
      stdin.on('end', closed);
      stdin.ref?.();
      stdin.resume();
      modes('on');
    },
    stop() {
      if (!running) return;
      running = false;
      clearTimeout(timer);
      pending = '';
      stdin.off('data', read);
      stdin.off('end', closed);
      modes('off');
      try {
        stdin.setRawMode?.(false);
      } catch {
        // As above.
      }
      stdin.pause();
      stdin.unref?.();
    },
  };
}

// Bytes from the terminal -> keys. Pure; it knows nothing of what a key does.

/** A key by its name (`left`, `shift-tab`, `ctrl-z`, `q`), with what it types, if anything. */
export interface Key {
  readonly kind: 'key';
  readonly name: string;
  readonly text?: string;
}

export type TerminalInput =
  | Key
  | { readonly kind: 'paste'; readonly text: string }
  /** A turn of the wheel: -1 up, 1 down. */
  | { readonly kind: 'wheel'; readonly direction: -1 | 1 }
  /** What the terminal says of itself, without the ESC before it and the ST after it. */
  | { readonly kind: 'answer'; readonly text: string };

export interface Decoded {
  readonly inputs: readonly TerminalInput[];
  /** The beginning of a sequence whose end has not come yet. */
  readonly pending: string;
}

const ESC = '\u001b';
const PASTE_END = `${ESC}[201~`;
/** A paste longer than this (UTF-16 units) without an end is given up. */
const PASTE_LIMIT = 1_000_000;

const FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'shift-tab',
};
const TILDE: Readonly<Record<string, string>> = {
  '1': 'home',
  '2': 'insert',
  '3': 'delete',
  '4': 'end',
  '5': 'pageup',
  '6': 'pagedown',
  '7': 'home',
  '8': 'end',
  '11': 'f1',
  '12': 'f2',
  '13': 'f3',
  '14': 'f4',
  '15': 'f5',
  '17': 'f6',
  '18': 'f7',
  '19': 'f8',
  '20': 'f9',
  '21': 'f10',
  '23': 'f11',
  '24': 'f12',
};
const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u0000': 'ctrl-space',
};

const press = (name: string): Key => ({ kind: 'key', name });

/** A typed character (one code point) as a key. */
const typed = (text: string): Key => {
  const named = CONTROL[text];
  if (named !== undefined) return press(named);
  const code = text.codePointAt(0) ?? 0;
  if (code < 0x20) return press(`ctrl-${String.fromCharCode(code + 0x60)}`);
  return { kind: 'key', name: text === ' ' ? 'space' : text, text };
};

/** `5` -> `ctrl-`: xterm's modifier parameter, one more than a sum of shift 1, alt 2, ctrl 4. */
const modifiers = (parameter: string | undefined): string => {
  const bits = Number.parseInt(parameter ?? '1', 10) - 1;
  if (!(bits > 0)) return '';
  return (bits & 4 ? 'ctrl-' : '') + (bits & 2 ? 'alt-' : '') + (bits & 1 ? 'shift-' : '');
};

/** What a complete CSI sequence means; replies of the terminal and unknown keys mean nothing. */
const csi = (parameters: string, final: string): TerminalInput | undefined => {
  const mouse = /^<(\d+);\d+;\d+$/.exec(parameters);
  if (mouse !== null) {
    const button = Number(mouse[1]) & ~0b11100;
    if (final !== 'M' || (button !== 64 && button !== 65)) return undefined;
    return { kind: 'wheel', direction: button === 64 ? -1 : 1 };
  }
  const isAnswer = (final === 'c' && parameters.startsWith('?')) || final === 't';
  if (isAnswer) return { kind: 'answer', text: `[${parameters}${final}` };
  if (!/^[\d;]*$/.test(parameters)) return undefined;
  const [first, second] = parameters.split(';');
  // A cursor report looks like F3 with modifiers; nobody is known to press that.
  const isModified = first === '1' && second !== undefined && final !== 'R';
  const name =
    final === '~' ? TILDE[first ?? ''] : parameters === '' || isModified ? FINAL[final] : undefined;
  return name === undefined ? undefined : press(modifiers(second) + name);
};

interface Step {
  readonly input: TerminalInput | undefined;
  /** Index behind what was read. */
  readonly next: number;
}

/** Reads one escape sequence (ECMA-48: CSI, SS3, strings) at `at`; undefined while its end is missing. */
const sequence = (text: string, at: number): Step | undefined => {
  const kind = text[at + 1];
  if (kind === undefined) return undefined;
  if (kind === '[') {
    if (text[at + 2] === 'M') {
      // X10 mouse report: three more bytes, never text.
      return text.length < at + 6 ? undefined : { input: undefined, next: at + 6 };
    }
    // The Linux console sends ESC [ [ A for F1.
    const from = text[at + 2] === '[' ? at + 3 : at + 2;
    let index = from;
    while (index < text.length && /[\u0020-\u003f]/.test(text[index] as string)) index += 1;
    const final = text[index];
    if (final === undefined) return undefined;
    if (final < '@' || final > '~') return { input: undefined, next: index };
    const parameters = text.slice(from, index);
    if (parameters === '200' && final === '~') {
      const end = text.indexOf(PASTE_END, index + 1);
      if (end >= 0)
        return {
          input: { kind: 'paste', text: text.slice(index + 1, end) },
          next: end + PASTE_END.length,
        };
      return text.length - index > PASTE_LIMIT
        ? { input: undefined, next: text.length }
        : undefined;
    }
    return { input: from > at + 2 ? undefined : csi(parameters, final), next: index + 1 };
  }
  if (kind === 'O') {
    const match = /^O[\d;]*([A-Za-z])/.exec(text.slice(at + 1, at + 9));
    if (match === null)
      return text.length < at + 9 ? undefined : { input: undefined, next: at + 2 };
    const name = FINAL[match[1] as string];
    return { input: name === undefined ? undefined : press(name), next: at + 1 + match[0].length };
  }
  if (kind === ']' || kind === 'P' || kind === '_' || kind === '^' || kind === 'X') {
    // A string (OSC, DCS, APC …) is a reply of the terminal; it ends with BEL or ST.
    const end = /\u0007|\u001b\\/.exec(text.slice(at + 2));
    if (end === null)
      return text.length - at > PASTE_LIMIT ? { input: undefined, next: text.length } : undefined;
    const body = text.slice(at + 1, at + 2 + end.index);
    const input = /^(?:_G|P>\|)/.test(body) ? ({ kind: 'answer', text: body } as const) : undefined;
    return { input, next: at + 2 + end.index + end[0].length };
  }
  // Ctrl-C right behind Escape is both: it has to work whenever it is pressed.
  if (kind === ESC || kind === '\u0003') return { input: press('escape'), next: at + 1 };
  const point = String.fromCodePoint(text.codePointAt(at + 1) as number);
  return { input: press(`alt-${typed(point).name}`), next: at + 1 + point.length };
};

/** Splits input into keys, however it was cut; `pending` is what the last call left over. */
export function decodeKeys(pending: string, chunk: string): Decoded {
  const text = pending + chunk;
  const inputs: TerminalInput[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] !== ESC) {
      const point = String.fromCodePoint(text.codePointAt(at) as number);
      inputs.push(typed(point));
      at += point.length;
      continue;
    }
    const step = sequence(text, at);
    if (step === undefined) break;
    if (step.input !== undefined) inputs.push(step.input);
    at = step.next;
  }
  return { inputs, pending: text.slice(at) };
}

/** What an unfinished sequence means once nothing more came: Escape if it is a lone ESC, otherwise nothing. */
export function settleKeys(pending: string): Decoded {
  if (pending.startsWith(`${ESC}[200~`)) return { inputs: [], pending };
  if (pending === '') return { inputs: [], pending: '' };
  return { inputs: pending === ESC ? [press('escape')] : [], pending: '' };
}

/** The beginning of an answer to what the reader asks of the terminal. */
const ANSWER = /^\u001b(?:\[(?:\?[\d;]*c?|6;[\d;]*t?)|_G|P>\|)/;

/** Whether `chunk` goes on with an answer whose beginning, `late`, was taken for something else long ago. */
export function isRestOfAnswer(late: string, chunk: string): boolean {
  return late !== '' && ANSWER.test(late + chunk.slice(0, 64)) && (late + chunk).length > 2;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeKeys,
  isRestOfAnswer,
  settleKeys,
  type TerminalInput,
} from '../../../src/tui/keys/keyboard.ts';

const names = (bytes: string): readonly string[] =>
  decodeKeys('', bytes).inputs.map((input) => (input.kind === 'key' ? input.name : input.kind));

/** Keys and what terminals send for them. */
const SENT: readonly (readonly [string, string])[] = [
  ['\u001b[A', 'up'],
  ['\u001b[B', 'down'],
  ['\u001b[C', 'right'],
  ['\u001b[D', 'left'],
  ['\u001bOA', 'up'],
  ['\u001bOD', 'left'],
  ['\u001b[H', 'home'],
  ['\u001b[F', 'end'],
  ['\u001b[1~', 'home'],
  ['\u001b[4~', 'end'],
  ['\u001b[5~', 'pageup'],
  ['\u001b[6~', 'pagedown'],
  ['\u001b[Z', 'shift-tab'],
  ['\t', 'tab'],
  ['\r', 'enter'],
  ['\u007f', 'backspace'],
  ['\b', 'backspace'],
  [' ', 'space'],
  ['\u0003', 'ctrl-c'],
  ['\u001a', 'ctrl-z'],
  ['q', 'q'],
  ['G', 'G'],
  ['ü', 'ü'],
  ['漢', '漢'],
  ['\u001b[1;5C', 'ctrl-right'],
  ['\u001bx', 'alt-x'],
  ['\u001bOP', 'f1'],
  ['\u001b[11~', 'f1'],
];

describe('keys from the terminal', () => {
  it.each(SENT)('%j is %s', (bytes, name) => {
    expect(names(bytes)).toEqual([name]);
  });

  it('are the same however the bytes are cut into chunks', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SENT.map(([bytes]) => bytes)),
      fc.constantFrom(
        '\u001b[200~eine\nSeite\u001b[201~',
        '\u001b[<64;10;5M',
        '\u001b[<65;1;1M',
        '\u001b[?62;c',
        '\u001b]11;rgb:0/0/0\u0007',
        '\u001b[12;40R',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (pieces, cuts) => {
          const bytes = pieces.join('');
          const whole = decodeKeys('', bytes);
          const at = [
            0,
            ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
            bytes.length,
          ];
          const inputs: TerminalInput[] = [];
          let pending = '';
          for (let index = 1; index < at.length; index++) {
            const chunk = bytes.slice(at[index - 1], at[index]);
            // Node never cuts a chunk within a code point.
            if (/[\ud800-\udbff]$/.test(chunk)) return;
            const decoded = decodeKeys(pending, chunk);
            inputs.push(...decoded.inputs);
            pending = decoded.pending;
          }
          expect(inputs).toEqual(whole.inputs);
          expect(pending).toBe(whole.pending);
        },
      ),
    );
  });

  it('never throw, and end with nothing left over, whatever comes', () => {
    const noise = fc.string({
      unit: fc.constantFrom(
        '\u001b',
        '[',
        ']',
        'O',
        '<',
        ';',
        '1',
        '200~',
        'M',
        'm',
        '~',
        'a',
        '\u0007',
        '\\',
        'P',
        '\u0000',
        'ü',
      ),
    });
    fc.assert(
      fc.property(noise, (bytes) => {
        const { pending } = decodeKeys('', bytes);
        const settled = settleKeys(pending);
        expect(settled.pending === '' || settled.pending.startsWith('\u001b[200~')).toBe(true);
      }),
    );
  });

  it('twenty arrows in one chunk are twenty arrows', () => {
    expect(names('\u001b[C'.repeat(20))).toEqual(Array(20).fill('right'));
  });

  it('a lone ESC is Escape once nothing follows', () => {
    const decoded = decodeKeys('', '\u001b');
    expect(decoded.inputs).toEqual([]);
    expect(settleKeys(decoded.pending).inputs).toEqual([{ kind: 'key', name: 'escape' }]);
  });

  it('a paste is one thing, with the keys in it left alone', () => {
    expect(decodeKeys('', 'a\u001b[200~q\rj\u001b[201~b').inputs).toEqual([
      { kind: 'key', name: 'a', text: 'a' },
      { kind: 'paste', text: 'q\rj' },
      { kind: 'key', name: 'b', text: 'b' },
    ]);
  });

  it('other mouse reports, and what the terminal says unasked, mean nothing', () => {
    expect(
      decodeKeys('', '\u001b[24;80R\u001b[I\u001b[<0;3;4M\u001b[<0;3;4m\u001b[M !!').inputs,
    ).toEqual([]);
  });

  it('answers of the terminal are told apart from keys, wherever they are cut and however late they go on', () => {
    const texts = ['_Gi=31;OK', 'P>|kitty(0.32.1)', '[6;18;9t', '[?62;4;22c'];
    const all = texts.map((text) => `\u001b${text}${/^[_P]/.test(text) ? '\u001b\\' : ''}`);
    const answers = texts.map((text) => ({ kind: 'answer', text }));
    expect(decodeKeys('', all.join('')).inputs).toEqual(answers);
    for (const [index, answer] of all.entries()) {
      for (let cut = 1; cut < answer.length; cut++) {
        const { pending } = decodeKeys('', answer.slice(0, cut));
        const rest = answer.slice(cut);
        // The pause made an Escape of a lone ESC, and nothing of anything longer.
        expect(settleKeys(pending).inputs).toHaveLength(cut === 1 ? 1 : 0);
        expect(isRestOfAnswer(pending, rest), answer).toBe(true);
        expect(decodeKeys(pending, rest).inputs).toEqual([answers[index]]);
      }
    }
  });

  it('keys after an Escape or a strange sequence go on with no answer', () => {
    for (const key of ['j', 'q', '[', '_', 'P', ' ', '\u001b[A', '6', '?']) {
      for (const late of ['', '\u001b', '\u001b[', '\u001bP', '\u001b_', '\u001b]']) {
        if (late + key !== '\u001b[?') expect(isRestOfAnswer(late, key), late + key).toBe(false);
      }
    }
  });

  it('takes Ctrl-C right behind Escape as both', () => {
    expect(decodeKeys('', '\u001b\u0003').inputs).toEqual([
      { kind: 'key', name: 'escape' },
      { kind: 'key', name: 'ctrl-c' },
    ]);
  });
});

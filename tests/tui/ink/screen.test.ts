import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { render } from 'ink';
import { createElement } from 'react';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { segmenter } from '../../../src/tui/ink/ink-segmenter.ts';
import inkWidth from '../../../src/tui/ink/ink-width.ts';
import { Screen } from '../../../src/tui/ink/screen.ts';

const SIZE = { cols: 12, rows: 4 };

/** Shows the frames one after the other through Ink, and reads the emulator's screen. */
async function screenAfter(frames: readonly (readonly string[])[]): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ ...SIZE, allowProposedApi: true, convertEol: true });
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: SIZE.cols,
    rows: SIZE.rows,
    write(text: string, done?: () => void) {
      terminal.write(text, done);
      return true;
    },
  });
  const stdin = Object.assign(new EventEmitter(), { isTTY: true });
  let rows = frames[0] ?? [];
  const listeners = new Set<() => void>();
  const app = render(
    createElement(Screen, {
      source: {
        rows: () => rows,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        mounted: () => () => {},
      },
    }),
    {
      stdout: stdout as unknown as NodeJS.WriteStream,
      stdin: stdin as unknown as NodeJS.ReadStream,
      interactive: true,
      incrementalRendering: true,
      maxFps: 1000,
      patchConsole: false,
    },
  );
  for (const frame of frames) {
    rows = frame;
    for (const listener of listeners) listener();
    await app.waitUntilRenderFlush();
  }
  await new Promise<void>((resolve) => terminal.write('', resolve));
  const shown = Array.from(
    { length: SIZE.rows },
    (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? '',
  );
  app.unmount();
  terminal.dispose();
  return shown;
}

describe('drawing', () => {
  it('shows the last frame, whatever frames came before, rows as wide as the screen too', async () => {
    const row = fc.constantFrom(
      ' ',
      'kurz',
      'genau zwölf!',
      '漢字漢字漢字',
      '\u001b[7mhell\u001b[27m',
      '\u001b[1mkurz und\u001b[22m gut',
    );
    const frames = fc.array(fc.array(row, { minLength: SIZE.rows, maxLength: SIZE.rows }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(frames, async (all) => {
        const plain = all.at(-1)?.map((text) => text.replace(/\u001b\[\d+m/g, '').trimEnd());
        expect(await screenAfter(all)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the measure that Ink is given', () => {
  it('counts as string-width does, styles and links left out', () => {
    const part = fc.constantFrom(
      'Wort',
      ' – ',
      '漢字',
      '👩‍👩‍👧',
      'e\u0301',
      '\u00ad',
      '\u001b[1m',
      '\u001b[38;5;12m',
      '\u001b]8;id=1;https://example.org/\u001b\\',
      '\u001b]8;;\u001b\\',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(inkWidth(parts.join(''))).toBe(stringWidth(parts.join('')));
      }),
    );
  });
});

describe('the graphemes that Ink is given', () => {
  it('are those of Intl.Segmenter, with their places', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'Wort',
        'Größe – ',
        '漢字',
        '👩‍👩‍👧',
        'e\u0301',
        '\u001b[1m',
        '\u001b',
        '\r\n',
        '🇩🇪',
      ),
      fc.string({ unit: 'binary' }),
    );
    const real = new Intl.Segmenter();
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const told = Array.from(segmenter.segment(text), ({ segment, index }) => [segment, index]);
        expect(told).toEqual(
          Array.from(real.segment(text), ({ segment, index }) => [segment, index]),
        );
        // Every index, and one on either side of the text; what it tells is asked for more than once.
        const segments = segmenter.segment(text);
        for (let index = -1; index <= text.length; index++) {
          const grapheme = segments.containing(index);
          const wanted = real.segment(text).containing(index);
          expect([grapheme?.segment, grapheme?.index]).toEqual([wanted?.segment, wanted?.index]);
        }
      }),
    );
  });
});

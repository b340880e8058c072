import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDrawer } from '../../src/tui/drawer.ts';

const SIZE = { cols: 12, rows: 4 };

async function screenAfter(writes: readonly string[]): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ ...SIZE, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(writes.join(''), resolve));
  return Array.from(
    { length: SIZE.rows },
    (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? '',
  );
}

describe('drawing', () => {
  it('shows the last frame, whatever frames came before, rows as wide as the screen too', async () => {
    const row = fc.constantFrom(
      '',
      'kurz',
      'genau zwölf!',
      '漢字漢字漢字',
      '\u001b[7mhell\u001b[27m',
    );
    const frames = fc.array(fc.array(row, { minLength: SIZE.rows, maxLength: SIZE.rows }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(frames, async (all) => {
        const writes: string[] = [];
        const drawer = createDrawer({ write: (text: string) => writes.push(text) });
        for (const frame of all) drawer.draw(frame);
        expect(await screenAfter(writes)).toEqual(
          all.at(-1)?.map((text) => text.replace(/\u001b\[\d+m/g, '')),
        );
      }),
    );
  });

  it('writes once a frame, only rows that changed, and nothing for the same frame', () => {
    const writes: string[] = [];
    const drawer = createDrawer({ write: (text: string) => writes.push(text) });
    drawer.draw(['a', 'b', 'c']);
    drawer.draw(['a', 'B', 'c']);
    drawer.draw(['a', 'B', 'c']);
    expect(writes).toHaveLength(2);
    expect(writes[1]).toBe('\u001b[?2026h\u001b[2;1H\u001b[2KB\u001b[H\u001b[?2026l');
  });

  it('writes every row again once the screen is not known any more', () => {
    const writes: string[] = [];
    const drawer = createDrawer({ write: (text: string) => writes.push(text) });
    drawer.draw(['a', 'b']);
    drawer.forget();
    drawer.draw(['a', 'b']);
    expect(writes[1]).toBe(writes[0]);
  });
});

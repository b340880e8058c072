import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Home, makeHome } from '../support/program.ts';

const SOURCE = '# Ein Bild\n\n```mermaid\ngraph LR\n  Anfang --> Mitte --> Ende\n```\n\nDanach.\n';

let home: Home;
beforeAll(() => {
  home = makeHome();
});
afterAll(() => home[Symbol.dispose]());

const read = async (...args: string[]): Promise<string> =>
  (await home.run(['read', '-', ...args], { input: SOURCE })).stdout;

describe('a diagram in an article', () => {
  it('is drawn on a terminal', async () => {
    const page = await read('--format', 'ansi', '--color', 'never', '--width', '80');
    expect(page).toContain('│ Anfang ├──▶│ Mitte ├──▶│ Ende │');
    expect(page).not.toContain('graph LR');
  });

  it('is turned where it would be too wide', async () => {
    const page = await read('--format', 'ansi', '--color', 'never', '--width', '24');
    for (const word of ['Anfang', 'Mitte', 'Ende', '▼']) expect(page).toContain(word);
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(24);
  });

  it('is its source in a pipe, as Markdown, in ASCII, and where that is asked for', async () => {
    for (const args of [
      ['--format', 'plain'],
      ['--format', 'markdown'],
      ['--format', 'ansi', '--diagrams', 'source'],
    ]) {
      expect(await read(...args)).toContain('Anfang --> Mitte --> Ende');
    }
    const ascii = await home.run(['read', '-', '--format', 'ansi'], {
      input: SOURCE,
      env: { LC_ALL: 'C' },
    });
    expect(ascii.stdout).toContain('Anfang --> Mitte --> Ende');
  });

  it('is refused in any other way by name', async () => {
    const { status, stderr } = await home.run(['read', '-', '--diagrams', 'odd'], {
      input: SOURCE,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('source');
  });
});

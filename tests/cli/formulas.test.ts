import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Home, makeHome } from '../support/program.ts';

let home: Home;
beforeAll(() => {
  home = makeHome();
});
afterAll(() => home[Symbol.dispose]());

const read = async (markdown: string, ...args: string[]): Promise<string> =>
  (await home.run(['read', '-', ...args], { input: markdown })).stdout;
const ansi = ['--format', 'ansi', '--color', 'never'];

describe('a formula in an article', () => {
  it('stands in two dimensions on lines of its own, and in one line in a paragraph', async () => {
    const page = await read('Es ist $x^2+1$ so.\n\n$$\\frac{a}{b+c}$$\n', ...ansi);
    expect(page).toContain('Es ist x² + 1 so.');
    expect(page).toMatch(/ {4} {3}a\n {4}─{7}\n {5}b \+ c\n/);
  });

  it('is broken at a relation where it is too wide', async () => {
    const page = await read('$$abcdefgh+ijklmn=opqrstuvw+xyz=1+2+3$$', ...ansi, '--width', '36');
    expect(page.split('\n').filter((line) => /^ *= /.test(line)).length).toBeGreaterThan(0);
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(36);
  });

  it('is its source in a pipe, as Markdown, in ASCII, and where it can’t be read', async () => {
    const source = 'Es ist $x^2$ so.\n\n$$\\frac{a}{b}$$\n';
    for (const format of ['plain', 'markdown']) {
      const text = await read(source, '--format', format);
      expect(text).toContain('$x^2$');
      expect(text).toContain('$$\\frac{a}{b}$$');
    }
    const ascii = await home.run(['read', '-', ...ansi], { input: source, env: { LC_ALL: 'C' } });
    expect(ascii.stdout).toContain('$x^2$');
    expect(await read('Es ist $\\frac{x$ so.', ...ansi)).toContain('$\\frac{x$');
  });

  it('is no price', async () => {
    const text = 'Das kostet $5 und $6, hier 5 $ und 6 $. Dort ist $x$ gemeint.';
    expect(await read(text, ...ansi)).toContain('kostet $5 und $6, hier 5 $ und 6 $. Dort ist x');
  });
});

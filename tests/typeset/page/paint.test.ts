import { describe, expect, it } from 'vitest';
import type { PageLink, Run } from '../../../src/typeset/page/page.ts';
import { type Painter, paint } from '../../../src/typeset/page/paint.ts';

const line = (...runs: Run[]) => ({ runs });
const painter = (changes: Partial<Painter>): Painter => ({
  depth: '16',
  attributes: true,
  hyperlinks: true,
  ...changes,
});
const link = (href: string): PageLink => ({ kind: 'web', href, text: 'x', line: 0 });

describe('paint', () => {
  it('opens and closes what a style says', () => {
    const run: Run = { text: 'x', style: { bold: true, italic: true, color: 'cyan' } };
    expect(paint(line(run), painter({}))).toBe('\x1b[1m\x1b[3m\x1b[36mx\x1b[39m\x1b[23m\x1b[22m');
  });

  it('keeps bold but no colour without colour', () => {
    const run: Run = { text: 'x', style: { bold: true, color: '#ff0000', background: 'blue' } };
    expect(paint(line(run), painter({ depth: 'none' }))).toBe('\x1b[1mx\x1b[22m');
  });

  it('shows text alone on a dumb terminal', () => {
    const run: Run = { text: 'x', style: { bold: true, color: 'red' } };
    expect(paint(line(run), painter({ attributes: false }))).toBe('x');
  });

  it.each([
    ['16', '\x1b[91m'],
    ['256', '\x1b[38;5;210m'],
    ['truecolor', '\x1b[38;2;255;85;85m'],
  ] as const)('brings a colour down to a depth of %s', (depth, open) => {
    expect(paint(line({ text: 'x', style: { color: '#ff5555' } }), painter({ depth }))).toBe(
      `${open}x\x1b[39m`,
    );
  });

  it('gives all runs of a link one id', () => {
    const runs: Run[] = [
      { text: 'a', style: {}, link: 0 },
      { text: 'b', style: { bold: true }, link: 0 },
    ];
    const [first, second] = paint(line(...runs), painter({}), [link('https://a.b/')]).matchAll(
      /\x1b\]8;(id=[^;]+);https:\/\/a\.b\/\x1b\\/g,
    );
    expect(first?.[1]).toBe(second?.[1]);
  });

  it('encodes what OSC 8 cannot hold', () => {
    const painted = paint(line({ text: 'a', style: {}, link: 0 }), painter({}), [
      link('https://ä.b/ü;x'),
    ]);
    expect(painted).toContain(';https://%C3%A4.b/%C3%BC%3Bx\x1b\\a');
  });

  it.each(['javascript:alert(1)', 'other.md', '#part'])('makes no hyperlink of %s', (href) => {
    expect(paint(line({ text: 'a', style: {}, link: 0 }), painter({}), [link(href)])).toBe('a');
  });

  it('lets no control through that a run was made with', () => {
    expect(paint(line({ text: 'a\x1b[2Jb\u202e', style: {} }), painter({}))).toBe('a\uFFFDb\uFFFD');
  });
});

import { describe, expect, it } from 'vitest';
import { drawnFaults } from '../../src/check/check-drawn.ts';

describe('what can’t be drawn', () => {
  it.each([
    ['a formula in a line', 'Text $\\frac{x$ hier.', [{ line: 3, column: 14, code: 'formula' }]],
    ['a formula of its own', 'Text\n\n$$\n\\nix\n$$\n', [{ line: 6, code: 'formula' }]],
    [
      'a diagram',
      '```mermaid\nunbekannt\n```\n',
      [{ line: 4, column: 1, code: 'diagram', lang: 'mermaid' }],
    ],
    [
      'a diagram in a list',
      '- a\n\n  ```dot\n  digraph {\n  ```\n',
      [{ line: 6, code: 'diagram', lang: 'dot' }],
    ],
    ['nothing', 'Das kostet $5 und $6.\n\n```mermaid\ngraph TD\n  a --> b\n```\n\n$x^2$\n', []],
  ])('is named with its place: %s', async (_, markdown, wanted) => {
    const found = await drawnFaults(markdown, 3);
    expect(found).toHaveLength(wanted.length);
    for (const [at, fault] of wanted.entries()) expect(found[at]).toMatchObject(fault);
  });
});

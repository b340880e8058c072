// What can be said of the completion scripts without their shells; tests/cli/completion.test.ts asks the
// shells that are here.

import { describe, expect, it } from 'vitest';
import { SHELL_SCRIPTS } from '../../src/completion/shell-scripts.ts';

describe('the script for PowerShell', () => {
  const script = SHELL_SCRIPTS['powershell'] ?? '';
  const bare = new RegExp(
    /-match '([^']+)'/.exec(script)?.[1]?.replace('\\w', '\\p{L}\\p{N}_').replace('\\z', '$') ?? '',
    'u',
  );

  it('registers itself as PowerShell hands over a line: word, syntax tree, place of the cursor', () => {
    expect(script).toMatch(
      /^Register-ArgumentCompleter -Native -CommandName news -ScriptBlock \{\n +param\(\$wordToComplete, \$commandAst, \$cursorPosition\)$/m,
    );
  });

  it.each([
    'read',
    '--theme=dark',
    './draft.md',
    'ki-wirtschaft/klarna-stellenabbau',
    'über/größe',
    '漢/字',
  ])('leaves %s bare', (word) => {
    expect(word).toMatch(bare);
  });

  it.each([
    '',
    'notes/my first note',
    "notes/it's",
    'notes/it’s',
    'notes/‘x‚‛',
    'notes/$(touch pwned)',
    'notes/`touch pwned`',
    'notes/x;touch pwned',
    'notes/x|y&z',
    '@splat',
    'a,b',
    '#x',
    '“x”',
    'x\n',
  ])('puts %j between apostrophes', (word) => {
    expect(word).not.toMatch(bare);
  });

  it('lets PowerShell double what it takes for an apostrophe, and evaluates nothing', () => {
    expect(script).toContain('CodeGeneration]::EscapeSingleQuotedStringContent($value)');
    expect(script.replace(/^#.*/, '')).not.toMatch(
      /Invoke-Expression|\biex\b|ScriptBlock\]::Create/i,
    );
  });

  it('has its brackets and quotation marks in pairs', () => {
    const code = script.replace(/^#.*/gm, '');
    for (const [open, close] of ['{}', '()', '[]']) {
      expect(code.split(open as string)).toHaveLength(code.split(close as string).length);
    }
    for (const line of code.split('\n')) {
      const quoteless = line.replace(/"[^"]*"|'[^']*'/g, '');
      expect(quoteless).not.toMatch(/["']/);
    }
  });
});

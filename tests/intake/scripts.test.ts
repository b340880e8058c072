// Nothing that comes in can be run by a program that reads the files after us.

import { describe, expect, it } from 'vitest';
import { withoutScripts } from '../../src/intake/scripts.ts';
import { mustNotRun } from '../fuzz/incoming-markup.ts';

const RUN = [
  '[x](javascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](JaVaScRiPt\\:alert(1))',
  '[x](&#106;avascript&colon;alert(1))',
  '![x](vbscript:a)',
  '[![^1]](javascript:a)\n\n[^1]: Note.',
  '[x][a]\n\n[a]: javascript:alert(1)',
  '> [x][a]\n>\n> [a]:\n> javascript:alert(1)',
  '<javascript:alert(1)>',
  '[x](data:text/html,<script>alert(1)</script>)',
  '<script>alert(1)</script>',
  '<div>\n<script>alert(1)</script>\n</div>',
  'a <img src=x onerror=alert(1)> b',
  '<a title=">" onclick="alert(1)">b</a>',
  '<a href="&#106;avascript:alert(1)">b</a>',
  '<svg onload=alert(1)></svg>',
  '> <div>\n> <a href="java\n> script:alert(1)">x</a>\n> </div>',
  '<div>\n```\n\n[x](javascript:a)\n\n```',
  '- a\n\n  ```\n[x](javascript:a)\n',
];
const STAYS = [
  'javascript: ist ein Schema, [x](https://e.org/javascript:a) und ![x](data:image/png;base64,AAAA).',
  '```html\n<script>alert(1)</script> [x](javascript:a)\n```\n\nUnd Text.',
  'Wenn a < b und on = 1, dann <b>fett</b> und <kbd onto>x</kbd>.',
  '\\<b> \\[x](mailto:a@e.org) [x][data: a]',
];

describe('what comes in', () => {
  it.each(RUN)('runs nowhere: %j', (markdown) => {
    expect(() => mustNotRun(markdown)).toThrow(/runs/);
    const safe = withoutScripts(markdown);
    mustNotRun(safe);
    expect(withoutScripts(safe)).toBe(safe);
  });

  it.each(STAYS)('stays as it is where it runs nothing: %j', (markdown) => {
    expect(withoutScripts(markdown)).toBe(markdown);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../src/typeset/parse/inline/address.ts';

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'web'],
    ['HTTP://EXAMPLE.ORG', 'web'],
    ['//example.org/a', 'web'],
    ['mailto:jo@example.org', 'mail'],
    ['../other/02-next.md', 'article'],
    ['notes.md#part', 'article'],
    ['#part', 'heading'],
    ['https://example.org/&lt;a&gt;', 'web'],
  ])('leads somewhere: %s', (href, kind) => {
    expect(readAddress(href)?.kind).toBe(kind);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#115;cript:alert(1)',
    'java%73cript:alert(1)',
    'java%2573cript:alert(1)',
    'javascript&colon;alert(1)',
    'java\tscript:alert(1)',
    'java&#10;script:alert(1)',
    '&#x1b;]8;;x',
    '%1b]8;;x%07:',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.org',
    'x-man-page://ls',
    'https://',
    'http://exa\u202emple.org',
    '',
    '   ',
  ])('stays text: %j', (href) => {
    expect(readAddress(href)).toBeUndefined();
  });

  it('has no control and no blank in it, whatever it was made of', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc
            .constantFrom('http:', 'mailto:')
            .chain((scheme) => fc.string().map((rest) => scheme + rest)),
        ),
        (href) => {
          const found = readAddress(href);
          if (found === undefined) return;
          expect(found.href).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
          if (found.kind === 'web') expect(new URL(found.href).protocol).toMatch(/^https?:$/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '../src/messages/messages.ts';
import { program } from '../src/program.ts';
import { shortcutFor } from '../src/shortcut.ts';
import { surroundings } from './support/tty.ts';

const seen = vi.hoisted(() => ({ calls: [] as { flags: unknown; words: readonly string[] }[] }));
vi.mock('../src/commands/read.ts', () => ({
  read: async ({ flags }: { flags: unknown }, words: readonly string[]) => {
    seen.calls.push({ flags, words: [...words] });
    return 0;
  },
}));

describe('the shortcut past the parser', () => {
  it('says of any command line what the parser says, or nothing', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'read',
        '-',
        '--',
        '--version',
        '-V',
        '-i',
        '--plain',
        'klarna',
        'list',
        '',
        'a b',
        '-x',
        '--width',
        '3',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('read', '--version', 'list', ''),
        fc.array(word, { maxLength: 4 }),
        async (first, rest) => {
          const argv = [first, ...rest];
          const shortcut = shortcutFor(argv);
          if (shortcut?.kind !== 'read') {
            expect(shortcut === undefined || (argv.length === 1 && first === '--version')).toBe(
              true,
            );
            return;
          }
          seen.calls.length = 0;
          const outside = { environment: surroundings(), version: '0', write: () => undefined };
          await program(argv, messagesFor('en'), outside);
          expect(seen.calls).toEqual([{ flags: {}, words: shortcut.words }]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is taken by the commonest command lines', () => {
    expect(shortcutFor(['read', 'klarna'])).toEqual({ kind: 'read', words: ['klarna'] });
    expect(shortcutFor(['read', '-'])).toEqual({ kind: 'read', words: ['-'] });
    expect(shortcutFor(['--version'])).toEqual({ kind: 'version' });
    expect(shortcutFor(['read', 'klarna', '--plain'])).toBeUndefined();
    expect(shortcutFor(['read', '--help'])).toBeUndefined();
  });
});

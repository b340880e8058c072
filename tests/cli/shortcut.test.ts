import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.ts';
import { shortcutFor } from '../../src/cli/shortcut.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { surroundings } from '../support/tty.ts';

interface Call {
  readonly kind: string;
  readonly flags: unknown;
  readonly words: readonly string[];
}
const seen = vi.hoisted(() => {
  const calls: Call[] = [];
  const act =
    (kind: string) =>
    async ({ flags }: { flags: unknown }, words: readonly string[] = []) => {
      calls.push({ kind, flags, words: [...words] });
      return 0;
    };
  return { calls, act };
});
vi.mock('../../src/commands/reading/read.ts', () => ({ read: seen.act('read') }));
vi.mock('../../src/commands/screen/tui.ts', () => ({ tui: seen.act('tui') }));
vi.mock('../../src/commands/library/search.ts', () => ({ search: seen.act('search') }));
vi.mock('../../src/commands/library/list.ts', () => ({ list: seen.act('list') }));
vi.mock('../../src/commands/prompt/start.ts', () => ({ start: seen.act('start') }));

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
        fc.constantFrom('read', 'tui', 'search', 'list', '--version', '', undefined),
        fc.array(word, { maxLength: 4 }),
        async (first, rest) => {
          const argv = first === undefined ? [] : [first, ...rest];
          const shortcut = shortcutFor(argv);
          if (shortcut === undefined || shortcut.kind === 'version') {
            expect(shortcut === undefined || (argv.length === 1 && first === '--version')).toBe(
              true,
            );
            return;
          }
          seen.calls.length = 0;
          const outside = { environment: surroundings(), version: '0', write: () => undefined };
          await program(argv, messagesFor('en'), outside);
          const words = 'words' in shortcut ? shortcut.words : [];
          expect(seen.calls).toEqual([{ kind: shortcut.kind, flags: {}, words }]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is taken by the commonest command lines', () => {
    expect(shortcutFor(['read', 'klarna'])).toEqual({ kind: 'read', words: ['klarna'] });
    expect(shortcutFor(['read', '-'])).toEqual({ kind: 'read', words: ['-'] });
    expect(shortcutFor(['tui', 'klarna'])).toEqual({ kind: 'tui', words: ['klarna'] });
    expect(shortcutFor(['search', 'umsatz'])).toEqual({ kind: 'search', words: ['umsatz'] });
    expect(shortcutFor(['search', 'umsatz', '-dell'])).toBeUndefined();
    expect(shortcutFor(['search'])).toBeUndefined();
    expect(shortcutFor(['list'])).toEqual({ kind: 'list' });
    expect(shortcutFor([])).toEqual({ kind: 'start' });
    expect(shortcutFor(['--version'])).toEqual({ kind: 'version' });
    expect(shortcutFor(['read', 'klarna', '--plain'])).toBeUndefined();
    expect(shortcutFor(['read', '--help'])).toBeUndefined();
  });
});

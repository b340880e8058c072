import { describe, expect, it } from 'vitest';
import { terminalOf } from '../../src/settings/terminal.ts';
import { surroundings } from '../support/tty.ts';

const piped = { stdin: true, stdout: false, stderr: true };

describe('the terminal as data', () => {
  it('has colours on a terminal and none in a pipe', () => {
    expect(terminalOf(surroundings(), 'auto')).toMatchObject({ styled: true, depth: '16' });
    expect(terminalOf(surroundings({ tty: piped }), 'auto')).toMatchObject({
      styled: false,
      depth: 'none',
      attributes: false,
    });
  });

  it('takes NO_COLOR for colours alone, and TERM=dumb for everything', () => {
    expect(terminalOf(surroundings({ variables: { NO_COLOR: '1' } }), 'auto')).toMatchObject({
      depth: 'none',
      attributes: true,
    });
    expect(terminalOf(surroundings({ variables: { NO_COLOR: '' } }), 'auto').depth).toBe('16');
    expect(terminalOf(surroundings({ variables: { TERM: 'dumb' } }), 'auto')).toMatchObject({
      depth: 'none',
      attributes: false,
      hyperlinks: false,
    });
  });

  it('lets a flag beat the environment', () => {
    const variables = { NO_COLOR: '1', TERM: 'xterm-256color' };
    expect(terminalOf(surroundings({ variables, tty: piped }), 'always').depth).toBe('256');
    expect(terminalOf(surroundings({ variables: { FORCE_COLOR: '1' } }), 'never').styled).toBe(
      false,
    );
  });

  it.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ CLICOLOR_FORCE: '1' }, true],
    [{ CLICOLOR_FORCE: '0' }, false],
  ])('styles a pipe for %o: %s', (variables, styled) => {
    expect(terminalOf(surroundings({ variables, tty: piped }), 'auto').styled).toBe(styled);
  });

  it('turns styles off for CLICOLOR=0', () => {
    expect(terminalOf(surroundings({ variables: { CLICOLOR: '0' } }), 'auto').styled).toBe(false);
  });

  it.each([
    [{ COLORTERM: 'truecolor' }, 'truecolor'],
    [{ TERM: 'xterm-256color' }, '256'],
    [{ TERM: 'xterm' }, '16'],
    [{ TERM: 'xterm-kitty' }, 'truecolor'],
    [{ WT_SESSION: 'x' }, 'truecolor'],
  ])('sees the colours of %o: %s', (variables, depth) => {
    expect(terminalOf(surroundings({ variables }), 'auto').depth).toBe(depth);
  });

  it.each([
    [{ TERM_PROGRAM: 'iTerm.app' }, true],
    [{ VTE_VERSION: '7200' }, true],
    [{ VTE_VERSION: '4000' }, false],
    [{ TERM: 'xterm-kitty' }, true],
    [{ TERM: 'xterm-256color' }, false],
    [{ TERM: 'xterm-kitty', TMUX: '/tmp/x' }, false],
    [{ FORCE_HYPERLINK: '1' }, true],
    [{ TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' }, false],
  ])('knows from %o whether links can be links: %s', (variables, hyperlinks) => {
    expect(terminalOf(surroundings({ variables }), 'auto').hyperlinks).toBe(hyperlinks);
  });

  it.each([
    [{ LANG: 'C' }, false],
    [{ LANG: 'POSIX' }, false],
    [{ LANG: 'de_DE.UTF-8' }, true],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, false],
    [{ LC_CTYPE: 'C.utf8' }, true],
    [{}, true],
  ])('knows from %o whether signs beyond ASCII can be shown: %s', (variables, unicode) => {
    expect(terminalOf(surroundings({ variables }), 'auto').unicode).toBe(unicode);
  });

  it('takes COLUMNS before what the terminal says, and 80 x 24 where nothing says', () => {
    expect(terminalOf(surroundings({ variables: { COLUMNS: '50' } }), 'auto').columns).toBe(50);
    const silent = surroundings({ screen: () => undefined });
    expect(terminalOf(silent, 'auto')).toMatchObject({ columns: 80, rows: 24 });
  });

  it('asks the terminal for its size once, and not before somebody wants to know', () => {
    let asked = 0;
    const screen = () => {
      asked++;
      return { columns: 100, rows: 40 };
    };
    const terminal = terminalOf(surroundings({ screen }), 'auto');
    expect(asked).toBe(0);
    expect([terminal.rows, terminal.columns, asked]).toEqual([40, 100, 1]);
  });
});

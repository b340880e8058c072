// Completion as a reader gets it: typed into the real shells, through their own machinery.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, makeHome } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());
const bin = join(home.path, 'bin');
const env = {
  ...home.env,
  PATH: `${bin}${delimiter}${home.env['PATH']}`,
  TERM: 'xterm',
  XDG_CONFIG_HOME: join(home.path, '.config'),
};

beforeAll(() => {
  mkdirSync(bin, { recursive: true });
  const [file, before] = command();
  const news = [file, ...before].map((word) => `'${word}'`).join(' ');
  writeFileSync(join(bin, 'news'), `#!/bin/sh\nexec ${news} "$@"\n`);
  chmodSync(join(bin, 'news'), 0o755);
  if (windows) writeFileSync(join(bin, 'news.cmd'), `@${news.replaceAll("'", '"')} %*\r\n`);
  writeFileSync(join(home.path, 'draft.md'), '# A draft\n');
  const notes = join(home.path, '.local/share/news/articles/notes');
  mkdirSync(notes, { recursive: true });
  for (const name of [
    '01-my first note',
    '02-$(touch pwned)',
    '03-`touch pwned`',
    '04-x;touch pwned',
  ]) {
    writeFileSync(
      join(notes, `${name}.md`),
      `---\ntitle: On ${name.slice(3, 5)}: a note\n---\n\nText.\n`,
    );
  }
});

/** A line as far as it is typed -> the words it can be completed to. */
const CASES: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['news re', ['read', 'remove']],
  ['news co', ['completion', 'config']],
  [
    'news read ki-',
    ['dell-ki-server', 'klarna-stellenabbau', 'openai-anthropic-pruefung'].map(
      (slug) => `ki-wirtschaft/${slug}`,
    ),
  ],
  ['news read klar', ['klarna-stellenabbau']],
  ['news read --theme d', ['dark', 'default']],
  ['news read --theme=da', ['--theme=dark']],
  ['news read --toc --hyph', ['--hyphenate']],
  ['news list --series ki', ['ki-wirtschaft']],
  ['news search --tag KI-', ['KI-Sicherheit']],
  ['news --language de completion z', ['zsh']],
  ['news read ./dr', ['./draft.md']],
  ['news list --from ./bi', ['./bin']],
  ['news help sea', ['search', 'searching']],
  ['news read notes/my', ['notes/my first note']],
  [
    'news read notes/',
    ['notes/$(touch pwned)', 'notes/`touch pwned`', 'notes/my first note', 'notes/x;touch pwned'],
  ],
];

/** Shells differ in whether a folder's name ends in a slash. */
const folderless = (word: string): string => word.replace(/^(\.\/bin)\/$/, '$1');

const windows = process.platform === 'win32';

/** Whether a shell is here; what goes by the name of bash on Windows has no terminal to be tested in. */
const has = (shell: string): boolean =>
  (!windows || shell === 'pwsh') && spawnSync(shell, ['--version']).status === 0;

/** A shell on a pseudo-terminal, read as it speaks. */
function openShell(shell: string, args: readonly string[]) {
  const terminal = spawn(shell, [...args], { cols: 400, rows: 40, cwd: home.path, env });
  let said = '';
  terminal.onData((data) => {
    said += data;
  });
  /** What was said before `sign`, once it is there. */
  const until = async (sign: string): Promise<string> => {
    for (let tries = 0; !said.includes(sign); tries++) {
      if (tries > 1500) throw new Error(`${shell} never said ${sign}:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const before = said.slice(0, said.indexOf(sign));
    said = said.slice(before.length + sign.length);
    return before;
  };
  return {
    until,
    write: (keys: string) => terminal.write(keys),
    end: () => terminal.kill('SIGKILL'),
    /** Types what has to be done first, and `show`, which prints its arguments. */
    async prepared(setUp: string): Promise<void> {
      // Signs are put together by the shell, so that the echo of what is typed is none.
      terminal.write(`${setUp}\nshow() { printf '<%s>' "$@"; printf 'E''ND\\n'; }; echo RE''ADY\n`);
      await until('READY');
    },
  };
}

/** Types lines into a shell on a pseudo-terminal; each ends in a key that puts all matches into it. */
async function typed(
  shell: string,
  args: readonly string[],
  setUp: string,
  key: string,
): Promise<Map<string, string[]>> {
  const terminal = openShell(shell, args);
  try {
    await terminal.prepared(setUp);
    const found = new Map<string, string[]>();
    for (const [line] of CASES) {
      terminal.write(`${line}${key}\x01show \n`);
      const echo = await terminal.until('END');
      const words = [...(/<news>(?:<[^>]*>)*$/.exec(echo)?.[0] ?? '').matchAll(/<([^>]*)>/g)];
      const fixed = line.split(' ').slice(0, -1).length;
      found.set(
        line,
        words.slice(fixed).map((word) => folderless(word[1] ?? '')),
      );
    }
    return found;
  } finally {
    terminal.end();
  }
}

/** Nothing that an article is called was run. */
function expectNothingRun(): void {
  expect(readdirSync(home.path)).not.toContain('pwned');
}

describe.skipIf(!has('bash'))('completion in bash', () => {
  let found: Map<string, string[]>;
  beforeAll(async () => {
    const setUp = `bind 'set completion-query-items 0'; source <(news completion bash)`;
    found = await typed('bash', ['--norc', '--noprofile'], setUp, '\x1b*');
  });

  it.each(CASES)('turns “%s” into %j', (line, words) => {
    expect(found.get(line)?.sort()).toEqual([...words].sort());
    expectNothingRun();
  });
});

describe.skipIf(!has('zsh'))('completion in zsh', () => {
  const SET_UP = 'autoload -Uz compinit && compinit -u -D; source <(news completion zsh)';
  let found: Map<string, string[]>;
  beforeAll(async () => {
    const setUp = [
      SET_UP,
      'zle -C all-matches complete-word _generic',
      "zstyle ':completion:all-matches:*' completer _all_matches _complete",
      "zstyle ':completion:all-matches:*' insert true",
      "bindkey -e; bindkey '^Xa' all-matches",
    ].join('; ');
    found = await typed('zsh', ['-f'], setUp, '\x18a');
  });

  it.each(CASES)('turns “%s” into %j', (line, words) => {
    expect(found.get(line)?.sort()).toEqual([...words].sort());
    expectNothingRun();
  });

  it('shows titles beside ids', async () => {
    const terminal = openShell('zsh', ['-f']);
    try {
      await terminal.prepared(`${SET_UP}; bindkey -e`);
      terminal.write('news read ki-\t\t');
      const said = await terminal.until('Klarna will');
      expect(said).toMatch(/ki-wirtschaft\/klarna-stellenabbau +-- $/);
    } finally {
      terminal.end();
    }
  });
});

describe.skipIf(!has('fish'))('completion in fish', () => {
  const ask = (line: string): string[] => {
    const script = `news completion fish | source; complete -C ${JSON.stringify(line)}`;
    const out = execFileSync('fish', ['--no-config', '-c', script], {
      env,
      cwd: home.path,
      encoding: 'utf8',
    });
    return out.split('\n').filter(Boolean);
  };

  it.each(CASES)('turns “%s” into %j', (line, words) => {
    const values = ask(line).map((row) => folderless(row.split('\t')[0] ?? ''));
    expect(values.sort()).toEqual([...words].sort());
    expectNothingRun();
  });

  it('shows titles beside ids', () => {
    expect(ask('news read ki-')).toContain(
      'ki-wirtschaft/klarna-stellenabbau\tKlarna will mit KI fast die Hälfte seiner Stellen abbauen',
    );
  });
});

describe.skipIf(!has('pwsh'))('completion in PowerShell', () => {
  it.each(CASES)('turns “%s” into %j', (line, words) => {
    const script = `news completion powershell | Out-String | Invoke-Expression
      (TabExpansion2 '${line.replaceAll("'", "''")}' ${line.length}).CompletionMatches | ForEach-Object { $_.ListItemText }`;
    const out = execFileSync('pwsh', ['-NoProfile', '-Command', script], {
      env,
      cwd: home.path,
      encoding: 'utf8',
    });
    const name = (word: string): string => word.replace(/^\.[/\\]/, '');
    expect(out.split(/\r?\n/).filter(Boolean).map(name).sort()).toEqual(words.map(name).sort());
    expectNothingRun();
  });
});

describe('news completion', () => {
  it('knows its shells and says so', async () => {
    expect(await home.run(['completion', 'tcsh'])).toMatchObject({
      status: 2,
      stderr: "news: completion can't be “tcsh”\nIt takes one of bash, zsh, fish, powershell.\n",
    });
  });

  it('answers nothing worse than nothing where the config or the line is odd', async () => {
    mkdirSync(join(home.path, '.config/news'), { recursive: true });
    writeFileSync(join(home.path, '.config/news/config.yaml'), 'width: [\n');
    const { status, stdout } = await home.run(['complete', '1', '--', 'read', 'ki-']);
    expect({ status, lines: stdout.split('\n').length }).toEqual({ status: 0, lines: 5 });
    for (const words of [
      ['7'],
      ['x', '--'],
      ['0', '--', '\u0000'.slice(1)],
      ['1', '--', 'nonsense', '-'],
    ]) {
      expect(await home.run(['complete', ...words])).toMatchObject({ status: 0, stderr: '' });
    }
    expect(existsSync(join(home.path, 'pwned'))).toBe(false);
  });
});

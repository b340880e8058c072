// Runs the steps of a Markdown file as a reader would: in a terminal, in a home of their own, with the
// built program. What differs from machine to machine is given one name.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS } from '../support/keys.ts';
import { command, ROOT } from '../support/program.ts';
import { openTerminal } from '../support/terminal.ts';
import { type ShownScreen, type Step, suits } from './blocks.ts';

/** How the home is called in what is shown; as long as its real name, so that columns stay. */
const HOME = '/home/marie';
/** Where the program is said to be installed. */
const INSTALLED = '/usr/lib/node_modules/news';
/** Ends each command's answer. */
const END = '\u001e';
const MANY_ROWS = 2000;
/** The Node that an installed program finds. */
const NODE = execFileSync('node', ['-p', 'process.execPath'], { encoding: 'utf8' }).trim();
/** Where the program really is. */
const PLACE = process.env['NEWS_BIN']
  ? join(realpathSync(process.env['NEWS_BIN']), '..', '..')
  : ROOT.replace(/\/$/, '');
/** Milliseconds after which a screen that is not as shown will not become so. */
const PATIENCE = 20_000;

/** Programs a machine may lack, or that would wait for someone: they read and keep silent, or choose. */
const STAND_INS: Readonly<Record<string, string>> = {
  'espeak-ng': 'cat > /dev/null',
  lpr: 'cat > /dev/null',
  fzf: 'tail -1',
  jq: `exec '${process.execPath}' --no-warnings '${join(ROOT, 'tests', 'guide', 'jq.ts')}' "$@"`,
};

/** The answers of `steps`, in lines; `language` is the locale's. */
export async function run(steps: readonly Step[], language: 'en' | 'de'): Promise<string[][]> {
  // Six random letters, as HOME has six after `/home`.
  const home = mkdtempSync('/tmp/');
  const tools = mkdtempSync('/tmp/');
  try {
    writeTools(tools);
    const env = {
      HOME: home,
      PATH: `${tools}:/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin`,
      LANG: language === 'de' ? 'de_DE.UTF-8' : 'en_US.UTF-8',
      TERM: 'xterm-256color',
      TZ: 'UTC',
    };
    const answers: string[][] = [];
    for (let at = 0; at < steps.length; ) {
      const step = steps[at] as Step;
      if (step.kind === 'screen') {
        answers.push(await screen(step, env, tools));
        at++;
        continue;
      }
      const end = steps.findIndex((other, index) => index > at && other.kind === 'screen');
      const group = steps.slice(at, end < 0 ? undefined : end);
      answers.push(...(await commands(group, env)));
      at += group.length;
    }
    return answers.map((lines) => lines.map((line) => named(line, home)));
  } finally {
    for (const folder of [home, tools]) rmSync(folder, { recursive: true, force: true });
  }
}

function writeTools(folder: string): void {
  const [file, before] = command();
  const quoted = [file, ...before].map((word) => `'${word}'`).join(' ');
  const scripts = { ...STAND_INS, node: `exec '${NODE}' "$@"`, news: `exec ${quoted} "$@"` };
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
}

const named = (line: string, home: string): string =>
  line.replaceAll(home, HOME).replaceAll(PLACE, INSTALLED).trimEnd();

type Variables = Readonly<Record<string, string>>;

/** Commands one after another in one shell, so that a later one finds what an earlier one left. */
async function commands(steps: readonly Step[], env: Variables): Promise<string[][]> {
  const script = steps.flatMap((step) => [
    `stty cols ${step.kind === 'command' ? step.columns : 80}; (exit $status)`,
    step.kind === 'screen' ? ':' : step.typed,
    `status=$?; printf '\\036'`,
  ]);
  await using terminal = openTerminal({
    file: 'bash',
    args: ['--norc', '--noprofile', '-c', `status=0\n${script.join('\n')}`],
    env,
    cwd: env['HOME'] as string,
    columns: 80,
    rows: MANY_ROWS,
  });
  await terminal.exit;
  await terminal.settled();
  return terminal.output().split(END).slice(0, steps.length).map(linesOf);
}

/** What is left of a terminal's output when it is copied: no colours, no blanks at the ends. */
function linesOf(output: string): string[] {
  const text = output
    .replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')
    .replace(/\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g, '')
    .replaceAll('\r', '');
  return trimmed(text.split('\n').map((line) => line.trimEnd()));
}

function trimmed(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line !== '');
  return lines.slice(0, last + 1);
}

/** The reader's screen after some keys. */
async function screen(step: ShownScreen, env: Variables, tools: string): Promise<string[]> {
  await using terminal = openTerminal({
    file: join(tools, 'news'),
    args: step.args,
    env,
    cwd: env['HOME'] as string,
    columns: step.columns,
    rows: step.rows,
  });
  await terminal.until(() => terminal.text().trim() !== '', 'the reader');
  await terminal.settled();
  for (const key of step.keys) {
    terminal.type(key in KEYS ? KEYS[key as keyof typeof KEYS] : key);
    await terminal.settled();
  }
  // Blanks that the reader drew are blanks of the screen all the same.
  const lines = (): string[] => trimmed(terminal.lines().map((line) => line.trimEnd()));
  const end = performance.now() + PATIENCE;
  while (!suits(step.shown, lines()) && performance.now() < end) await terminal.settled();
  return lines();
}

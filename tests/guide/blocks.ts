// The command blocks of a Markdown file: what is typed, what is shown of the answer, and how one is
// held against the other. Pure; it runs nothing.

/** A command of a ```console block, with the lines shown below it. */
export interface ShownCommand {
  readonly kind: 'command';
  /** The command; one that is continued on a line with `> ` holds line breaks. */
  readonly typed: string;
  /** Width of the terminal it is run in, in columns. */
  readonly columns: number;
  readonly shown: readonly string[];
  /** Index of the first shown line in the file, from 0. */
  readonly line: number;
}

/** A picture of the full-screen reader: the ```text block after a comment that says how it came about. */
export interface ShownScreen {
  readonly kind: 'screen';
  readonly columns: number;
  readonly rows: number;
  /** Arguments of the program. */
  readonly args: readonly string[];
  /** Keys by their names, letters by themselves. */
  readonly keys: readonly string[];
  readonly shown: readonly string[];
  readonly line: number;
}

/** A command that prepares something and shows nothing. */
export interface HiddenCommand {
  readonly kind: 'hidden';
  readonly typed: string;
}

export type Step = ShownCommand | ShownScreen | HiddenCommand;

/** Columns of the terminal, where a block names no other. */
const COLUMNS = 64;

/** Stands in a shown answer for lines that are left out. */
const LEFT_OUT = '…';

const SCREEN = /^<!-- screen (\d+)x(\d+): news([^|]*)(?:\|(.*))?-->$/;
const HIDDEN = /^<!-- first: (.*) -->$/;

/** All steps of a Markdown file in their order. */
export function stepsOf(markdown: string): Step[] {
  const lines = markdown.split('\n');
  const steps: Step[] = [];
  let screen: RegExpExecArray | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const hidden = HIDDEN.exec(line);
    if (hidden) steps.push({ kind: 'hidden', typed: hidden[1] as string });
    screen = SCREEN.exec(line) ?? (line.trim() === '' || /^```/.test(line) ? screen : null);
    const fence = /^(\s*)(`{3,})(\w+)(?: columns=(\d+))?$/.exec(line);
    if (!fence) continue;
    const [, indent = '', marks = '', language, columns] = fence;
    const end = lines.indexOf(indent + marks, at + 1);
    const body = lines.slice(at + 1, end).map((one) => one.slice(indent.length));
    if (language === 'console') {
      steps.push(...commandsOf(body, at + 1, columns ? Number(columns) : COLUMNS));
    } else if (screen) {
      steps.push({
        kind: 'screen',
        columns: Number(screen[1]),
        rows: Number(screen[2]),
        args: words(screen[3]),
        keys: words(screen[4]),
        shown: body,
        line: at + 1,
      });
    }
    screen = null;
    at = end;
  }
  return steps;
}

const words = (text = ''): string[] => text.trim().split(/\s+/).filter(Boolean);

function commandsOf(body: readonly string[], line: number, columns: number): ShownCommand[] {
  const commands: ShownCommand[] = [];
  for (let at = 0; at < body.length; ) {
    const typed = [(body[at++] as string).replace(/^\$ /, '')];
    while (/^>( |$)/.test(body[at] ?? '')) typed.push((body[at++] as string).slice(2));
    const from = at;
    while (at < body.length && !body[at]?.startsWith('$ ')) at++;
    const shown = body.slice(from, at);
    commands.push({
      kind: 'command',
      typed: typed.join('\n'),
      columns,
      shown,
      line: line + from,
    });
  }
  return commands;
}

/** Whether an answer is what is shown of it; a line `…` stands for any number of lines. */
export function suits(shown: readonly string[], answer: readonly string[]): boolean {
  const [line, ...rest] = shown;
  if (line === undefined) return answer.length === 0;
  if (line.trim() !== LEFT_OUT) {
    return line === answer[0] && suits(rest, answer.slice(1));
  }
  return answer.some((_, at) => suits(rest, answer.slice(at))) || suits(rest, []);
}

/** The lines to show of a new answer, with as much left out as before. */
export function shorten(shown: readonly string[], answer: readonly string[]): readonly string[] {
  const first = shown.findIndex((line) => line.trim() === LEFT_OUT);
  if (first < 0) return answer;
  const last = shown.findLastIndex((line) => line.trim() === LEFT_OUT);
  const tail = shown.length - 1 - last;
  return [
    ...answer.slice(0, first),
    shown[first] as string,
    ...(tail > 0 ? answer.slice(-tail) : []),
  ];
}

/** The file with each step's answer in the place of what was shown. */
export function withAnswers(
  markdown: string,
  steps: readonly Step[],
  answers: readonly (readonly string[])[],
): string {
  const lines = markdown.split('\n');
  const fenceIndent = (line: number): string => {
    let at = line;
    while (at > 0 && !/^\s*```/.test(lines[at] as string)) at--;
    return /^\s*/.exec(lines[at] as string)?.[0] ?? '';
  };
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i] as Step;
    const answer = answers[i] as readonly string[];
    if (step.kind === 'hidden' || suits(step.shown, answer)) continue;
    const indent = fenceIndent(step.line - 1);
    const fresh = shorten(step.shown, answer).map((line) => (line === '' ? '' : indent + line));
    lines.splice(step.line, step.shown.length, ...fresh);
  }
  return lines.join('\n');
}

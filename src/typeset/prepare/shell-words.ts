// Commands and options of shell code, which highlight.js leaves as they are.

import type { CodePiece } from '../document/document.ts';

const SHELLS = new Set(['sh', 'bash', 'zsh']);
/** A blank, a line end, what ends a command, an assignment, an option, another word. */
const WORD =
  /(\\\n|[ \t]+)|(\n)|([|;&(){}]+)|([A-Za-z_]\w*=[^\s|;&(){}]*)|(-{1,2}[A-Za-z][\w-]*)|([^\s|;&(){}]+)/g;
/** Keywords behind which a command begins. */
const BEFORE_COMMAND = /^(?:if|then|else|elif|while|until|do|!|time)$/;

export const isShell = (lang: string): boolean => SHELLS.has(lang);

/** Pieces of a shell's commands, with commands and options told apart. Their texts joined stay the same. */
export function withCommands(pieces: readonly CodePiece[]): CodePiece[] {
  const out: CodePiece[] = [];
  let expects = true;
  for (const piece of pieces) {
    if (piece.role === undefined) {
      for (const [text, blank, end, separator, assignment, option] of piece.text.matchAll(WORD)) {
        if (blank !== undefined) out.push({ text });
        else if (end !== undefined || separator !== undefined) {
          expects = true;
          out.push({ text });
        } else if (assignment !== undefined && expects) out.push({ text });
        else if (option !== undefined) out.push({ text, role: 'syntaxType' });
        else {
          out.push(expects ? { text, role: 'syntaxName' } : { text });
          expects = false;
        }
      }
      continue;
    }
    // A built-in command is a command like any other.
    out.push(piece.role === 'syntaxType' && expects ? { ...piece, role: 'syntaxName' } : piece);
    if (piece.role === 'syntaxKeyword') expects = BEFORE_COMMAND.test(piece.text);
    // The value of an assignment comes before a command as well.
    else if (piece.role !== 'syntaxComment') expects &&= out.at(-2)?.text.endsWith('=') === true;
    if (piece.text.endsWith('\n')) expects = true;
  }
  return joined(out);
}

function joined(pieces: readonly CodePiece[]): CodePiece[] {
  const out: CodePiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last !== undefined && last.role === piece.role)
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}

/** A session: what stands behind a prompt is a command, all else what it printed. */
export function sessionPieces(
  code: string,
  commands: (code: string) => readonly CodePiece[] | undefined,
): CodePiece[] {
  const out: CodePiece[] = [];
  for (const [index, line] of code.split('\n').entries()) {
    if (index > 0) out.push({ text: '\n' });
    const prompt = /^\s*(?:[\w.@:~/-]*[$%]|[\w.@:~/-]+#) (?=\S)/.exec(line)?.[0];
    if (prompt === undefined) {
      if (line !== '') out.push({ text: line });
      continue;
    }
    out.push({ text: prompt, role: 'syntaxComment' });
    const rest = line.slice(prompt.length);
    out.push(...(commands(rest) ?? [{ text: rest }]));
  }
  return joined(out);
}

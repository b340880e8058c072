// Mermaid's sequence diagrams as data: who talks, and what happens in which order.

import { labelLines } from '../draw/label.ts';
import type { Source } from './statements.ts';

export type Step =
  | {
      readonly kind: 'message';
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly isDotted: boolean;
      readonly head: 'arrow' | 'open' | 'cross' | 'none';
    }
  | {
      readonly kind: 'note';
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly side: 'left' | 'right' | 'over';
    }
  | { readonly kind: 'rule'; readonly text: string };

export interface Sequence {
  readonly people: readonly string[];
  readonly steps: readonly Step[];
}

const MOST_STEPS = 200;
const MESSAGE =
  /^([^:;]+?)\s*(<<)?(-->>|->>|-->|->|--x|-x|--\)|-\))\s*([+-]?)\s*([^:;]+?)\s*:\s*(.*)$/;
const FRAME = /^(loop|alt|else|opt|par|and|critical|option|break|rect)\b\s*(.*)$/;

export function readSequence({ lines }: Source): Sequence | undefined {
  const people: string[] = [];
  const byId = new Map<string, number>();
  const steps: Step[] = [];
  const frames: string[] = [];
  let count = 0;
  let isNumbered = false;
  const person = (id: string): number => {
    const known = byId.get(id);
    if (known !== undefined) return known;
    byId.set(id, people.length);
    people.push(labelLines(id).join(' '));
    return people.length - 1;
  };
  for (const line of lines) {
    const named = /^(?:create\s+)?(?:participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/.exec(line);
    const message = MESSAGE.exec(line);
    const note = /^note\s+(?:(left|right)\s+of|(over))\s+([^:]+):\s*(.*)$/i.exec(line);
    const frame = FRAME.exec(line);
    if (named !== null) {
      const id = named[1]!.trim().replace(/@\{.*\}$/, '');
      const at = person(id);
      if (named[2] !== undefined) people[at] = labelLines(named[2]).join(' ');
    } else if (note !== null) {
      const between = note[3]!.split(',').map((id) => person(id.trim()));
      steps.push({
        kind: 'note',
        from: Math.min(...between),
        to: Math.max(...between),
        text: labelLines(note[4]!).join(' '),
        side: (note[1]?.toLowerCase() ?? 'over') as 'left' | 'right' | 'over',
      });
    } else if (line === 'autonumber' || line.startsWith('autonumber ')) isNumbered = true;
    else if (line === 'end') {
      const open = frames.pop();
      if (open === undefined) return undefined;
      if (open !== 'rect' && open !== 'box') steps.push({ kind: 'rule', text: `end ${open}` });
    } else if (frame !== null && message === null) {
      const [, word = '', label = ''] = frame;
      if (!/^(?:else|and|option)$/.test(word)) frames.push(word);
      if (word !== 'rect') {
        const text = labelLines(label).join(' ');
        steps.push({ kind: 'rule', text: text === '' ? word : `${word} [${text}]` });
      }
    } else if (line.startsWith('box')) frames.push('box');
    else if (message !== null) {
      const [, from = '', back, sign = '', , to = '', text = ''] = message;
      count++;
      const words = labelLines(text).join(' ');
      steps.push({
        kind: 'message',
        from: person(from.trim()),
        to: person(to.trim()),
        text: isNumbered ? `${count}. ${words}`.trim() : words,
        isDotted: sign.startsWith('--'),
        head: headOf(sign),
      });
      if (back !== undefined) return undefined;
    } else if (/^(?:activate|deactivate|destroy|title|link|links|accTitle|accDescr)\b/.test(line)) {
      if (line.startsWith('title'))
        steps.push({ kind: 'rule', text: line.slice(5).replace(/^:/, '').trim() });
    } else return undefined;
    if (steps.length > MOST_STEPS || people.length > 20) return undefined;
  }
  return people.length > 0 && frames.length === 0 ? { people, steps } : undefined;
}

function headOf(sign: string): 'arrow' | 'open' | 'cross' | 'none' {
  if (sign.endsWith('x')) return 'cross';
  if (sign.endsWith(')')) return 'open';
  return sign.endsWith('>>') ? 'arrow' : 'none';
}

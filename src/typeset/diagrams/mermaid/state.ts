// Mermaid's state diagrams: states, transitions, choices, composite states as groups.

import { labelLines } from '../draw/label.ts';
import { type Graph, GraphBuilder } from '../graph/graph.ts';
import { directionOf } from './flowchart.ts';
import type { Source } from './statements.ts';

export function readState({ lines }: Source): Graph | undefined {
  const builder = new GraphBuilder();
  const groups: string[] = [];
  const point = (id: string, isTarget: boolean) => {
    if (id !== '[*]') {
      const group = groups.at(-1);
      if (!builder.has(id)) builder.node(id, group === undefined ? {} : { group });
      if (builder.get(id)?.shape === 'box') builder.node(id, { shape: 'round' });
      return id;
    }
    // A start and an end of its own for each composite state.
    const name = `${isTarget ? 'end' : 'start'} of ${groups.join('/')}`;
    builder.node(
      name,
      isTarget ? { parts: [['◉']], shape: 'round' } : { parts: [[]], shape: 'dot' },
    );
    return name;
  };
  for (const line of lines) {
    const direction = /^direction\s+(\w+)$/.exec(line);
    const transition =
      /^(\[\*\]|[\p{L}\p{N}_]+)\s*-->\s*(\[\*\]|[\p{L}\p{N}_]+)\s*(?::\s*(.*))?$/u.exec(line);
    const named = /^state\s+"([^"]*)"\s+as\s+([\p{L}\p{N}_]+)$/u.exec(line);
    const special = /^state\s+([\p{L}\p{N}_]+)\s*<<(\w+)>>$/u.exec(line);
    const composite = /^state\s+(?:"([^"]*)"\s+as\s+)?([\p{L}\p{N}_]+)\s*\{$/u.exec(line);
    const described = /^([\p{L}\p{N}_]+)\s*:\s*(.+)$/u.exec(line);
    if (direction !== null) builder.direction = directionOf(direction[1]!);
    else if (transition !== null) {
      const from = point(transition[1]!, false);
      const to = point(transition[2]!, true);
      builder.edge({ from, to, label: labelLines(transition[3] ?? '').join(' ') });
    } else if (named !== null) {
      builder.node(named[2]!, { parts: [labelLines(named[1]!)], shape: 'round' });
    } else if (special !== null) {
      builder.node(special[1]!, { shape: special[2] === 'choice' ? 'diamond' : 'box' });
    } else if (composite !== null) groups.push(composite[1] ?? composite[2]!);
    else if (line === '}') groups.pop();
    else if (described !== null) {
      const old = builder.get(described[1]!);
      const first = old?.parts[0] ?? [described[1]!];
      builder.node(described[1]!, {
        parts: [first, [...(old?.parts[1] ?? []), ...labelLines(described[2]!)]],
        shape: 'round',
      });
    } else if (/^[\p{L}\p{N}_]+$/u.test(line)) point(line, false);
    else if (/^(?:classDef|class|style|--|hide empty)/.test(line)) continue;
    else return undefined;
  }
  return builder.graph();
}

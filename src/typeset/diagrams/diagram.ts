// Source of a diagram -> drawings of several widths. What is not understood, or would lose a word, is none.

import type { Drawing } from '../document/document.ts';
import { readDot } from './dot.ts';
import { broken, labelLines, widest } from './draw/label.ts';
import { type Drawn, narrowing } from './draw/narrowing.ts';
import { sequenceDrawings } from './draw/sequence.ts';
import type { Graph } from './graph/graph.ts';
import { graphDrawings } from './graph/ladder.ts';
import { readClasses, readEntities } from './mermaid/classes.ts';
import { readFlowchart } from './mermaid/flowchart.ts';
import { drawGantt } from './mermaid/gantt.ts';
import { drawGit } from './mermaid/git.ts';
import { drawJourney } from './mermaid/journey.ts';
import { drawMindmap } from './mermaid/mindmap.ts';
import { drawPie } from './mermaid/pie.ts';
import { readSequence } from './mermaid/sequence.ts';
import { readState } from './mermaid/state.ts';
import { readSource, type Source } from './mermaid/statements.ts';
import { drawTimeline } from './mermaid/timeline.ts';

const graph = (found: Graph | undefined): Drawing[] =>
  found === undefined ? [] : guarded(graphDrawings(found), wordsOf(found));

const READERS: Readonly<Record<string, (source: Source) => Drawing[]>> = {
  graph: (source) => graph(readFlowchart(source)),
  flowchart: (source) => graph(readFlowchart(source)),
  'flowchart-elk': (source) => graph(readFlowchart(source)),
  statediagram: (source) => graph(readState(source)),
  'statediagram-v2': (source) => graph(readState(source)),
  classdiagram: (source) => graph(readClasses(source)),
  'classdiagram-v2': (source) => graph(readClasses(source)),
  erdiagram: (source) => graph(readEntities(source)),
  sequencediagram: (source) => {
    const found = readSequence(source);
    if (found === undefined) return [];
    return guarded(sequenceDrawings(found), [
      ...found.people,
      ...found.steps.map(({ text }) => text),
    ]);
  },
  pie: drawPie,
  gantt: drawGantt,
  timeline: drawTimeline,
  mindmap: drawMindmap,
  gitgraph: drawGit,
  journey: drawJourney,
};

/**
 * Drawings of a diagram, each narrower than the one before; none where it is not understood. Never throws.
 */
export function drawDiagram(lang: string, text: string): readonly Drawing[] {
  if (!/^mermaid$/i.test(lang)) return graph(readDot(text));
  const source = readSource(text);
  if (source === undefined) return [];
  const drawings = READERS[source.kind]?.(source) ?? [];
  const { title } = source;
  const isTitled = title === undefined || drawings[0]?.rows.join('\n').includes(title);
  return isTitled ? drawings : narrowing(drawings, (drawing) => titled(drawing, title));
}

/** A drawing under its title, which is broken at the drawing's width. */
function titled({ width, rows }: Drawing, title: string): Drawn {
  const lines = broken([title], width);
  return { width: Math.max(width, widest(lines)), rows: () => [...lines, '', ...rows] };
}

const wordsOf = ({ nodes, edges }: Graph): string[] => [
  ...nodes.flatMap(({ parts, group = '' }) => [...parts.flat(), group]),
  ...edges.map(({ label }) => label),
];

/** Drawings in which every word of every label stands. */
function guarded(drawings: readonly Drawing[], labels: readonly string[]): Drawing[] {
  const words = new Set(labels.flatMap((label) => labelLines(label).join(' ').split(' ')));
  return drawings.filter(({ rows }) => {
    const text = rows.join('\n');
    return [...words].every((word) => text.includes(word));
  });
}

// Mermaid's user journeys: tasks by section, each with its score of five.

import type { Drawing } from '../../document/document.ts';
import { type ChartRow, chartDrawings } from '../draw/columns.ts';
import type { Source } from './statements.ts';

export function drawJourney({ lines, title }: Source): Drawing[] {
  let name = title;
  const rows: ChartRow[] = [];
  for (const line of lines) {
    const task = /^([^:]+?)\s*:\s*(\d)\s*(?::\s*(.*))?$/.exec(line);
    if (line.startsWith('title ')) name = line.slice(6).trim();
    else if (line.startsWith('section ')) rows.push({ label: line.slice(8).trim() });
    else if (task !== null) {
      const score = Math.min(5, Number(task[2]));
      rows.push({
        label: task[1]!,
        beside: () => `${'●'.repeat(score)}${'○'.repeat(5 - score)} ${task[2]}`,
        ...(task[3] ? { after: task[3] } : {}),
      });
    } else return [];
  }
  return rows.length > 100 ? [] : chartDrawings(rows, name);
}

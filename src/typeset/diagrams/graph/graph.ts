// A graph as a diagram's source says it: nodes with labels, edges with ends. No coordinates.

export type Direction = 'TD' | 'LR' | 'BT' | 'RL';

export type Shape = 'box' | 'round' | 'diamond' | 'barrel' | 'hexagon' | 'dot';

export type End = 'none' | 'arrow' | 'triangle' | 'diamond' | 'filled' | 'cross' | 'circle';

export type Stroke = 'solid' | 'dotted' | 'thick';

export interface GraphNode {
  readonly id: string;
  /** Compartments, the label first; each a list of lines. */
  readonly parts: readonly (readonly string[])[];
  readonly shape: Shape;
  readonly group?: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly stroke: Stroke;
  readonly tail: End;
  readonly head: End;
}

export interface Graph {
  readonly direction: Direction;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** More than this nobody can read in a terminal; it is shown as source. */
const MOST_NODES = 120;
const MOST_EDGES = 200;

/** Collects a graph as its source is read: nodes in the order in which they are first named. */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges: GraphEdge[] = [];
  direction: Direction = 'TD';

  /** Names a node; a later label or shape replaces what an earlier mention left open. */
  node(id: string, change: Partial<GraphNode> = {}): void {
    const old = this.#nodes.get(id) ?? { id, parts: [[id]], shape: 'box' as const };
    this.#nodes.set(id, { ...old, ...change });
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  get(id: string): GraphNode | undefined {
    return this.#nodes.get(id);
  }

  edge(edge: Partial<GraphEdge> & Pick<GraphEdge, 'from' | 'to'>): void {
    this.node(edge.from);
    this.node(edge.to);
    this.#edges.push({ label: '', stroke: 'solid', tail: 'none', head: 'arrow', ...edge });
  }

  graph(): Graph | undefined {
    const nodes = [...this.#nodes.values()];
    if (nodes.length === 0 || nodes.length > MOST_NODES || this.#edges.length > MOST_EDGES) {
      return undefined;
    }
    return { direction: this.direction, nodes, edges: this.#edges };
  }
}

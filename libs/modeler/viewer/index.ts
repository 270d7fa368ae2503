/** The running diagram: a read-only process with marks for done, now, late, returned and not reached. */
export { ProcessDiagram } from './ProcessDiagram';
export type { DiagramHandle, DiagramStep, ProcessDiagramProps } from './ProcessDiagram';
export { markNodes } from './diagram-marks.rules';
export type { NodeMark, NodeState, RunState } from './diagram-marks.rules';
export type { BadgeText, PaintedRun } from './paint-run';

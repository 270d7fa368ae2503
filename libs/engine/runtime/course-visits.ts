import type { CourseVisit } from '@fashen/plugin-api';
import type { CompiledNode, CompiledProcess, CourseStep } from '../kernel';
import { waitKindOf } from '../kernel';

/** The waits on a course, oldest first: those that were ended by an act that still counts, and those of `open` that wait now. */
export function visitsOf(process: CompiledProcess, course: readonly CourseStep[], open: ReadonlySet<string>): readonly CourseVisit[] {
  const endedBy = new Map<string, number>();
  for (const [index, { e }] of course.entries()) if (e !== undefined) endedBy.set(e, index);
  return course.flatMap(({ o = [] }, openedBy) =>
    o.flatMap(([executionId, nodeId]) => {
      const node = process.nodes.get(nodeId);
      const end = endedBy.get(executionId);
      if (!node || !waitKindOf(node) || (end === undefined && !open.has(executionId))) return [];
      return [{ ...viewOf(process, node), executionId, openedBy, ...(end !== undefined && !open.has(executionId) && { endedBy: end }) }];
    }),
  );
}

function viewOf(process: CompiledProcess, { id, name, type, scopeId }: CompiledNode): Omit<CourseVisit, 'executionId' | 'openedBy'> {
  return { nodeId: id, nodeName: name, nodeType: type, scopeIds: scopesOf(process, scopeId) };
}

function scopesOf(process: CompiledProcess, scopeId: string | undefined): readonly string[] {
  return scopeId === undefined ? [] : [...scopesOf(process, process.nodes.get(scopeId)?.scopeId), scopeId];
}

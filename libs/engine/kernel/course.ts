import type { Json } from '@fashen/plugin-api';
import type { Recorded, Run } from './run';
import type { Act, CourseStep } from './types';

/** What the course keeps of an act that was just worked off. */
export function courseStep(act: Exclude<Act, { kind: 'terminate' }>, { now, opened, evaluated }: Run): CourseStep {
  return {
    k: act.kind,
    ...('executionId' in act && { e: act.executionId }),
    ...('startEventId' in act && act.startEventId !== undefined && { s: act.startEventId }),
    ...(act.kind === 'bpmnError' && { c: act.code }),
    ...(act.kind === 'jump' && { g: act.nodeId }),
    t: now.getTime(),
    ...(opened.length > 0 && { o: opened }),
    ...(evaluated.length > 0 && { v: evaluated }),
  };
}

/** The act of a step, without its output: that is in the case data already. */
export function actOf({ k, e = '', s, c = '', g = '' }: CourseStep): Act {
  switch (k) {
    case 'start':
      return { kind: 'start', ...(s !== undefined && { startEventId: s }) };
    case 'bpmnError':
      return { kind: 'bpmnError', executionId: e, code: c };
    case 'jump':
      return { kind: 'jump', executionId: e, nodeId: g };
    default:
      return { kind: k, executionId: e };
  }
}

/** What a step was given, to be used up in order. Ids that are not used again are never given to anything else. */
export function recordedIn({ o = [], v = [] }: CourseStep, counter: number): Recorded {
  return { ids: grouped(o.map(([id, node]) => [node, id] as const)), values: grouped(v), counter };
}

function grouped<T extends Json>(pairs: readonly (readonly [key: string, value: T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

import type { ModelElement, ProcessModel } from '@fashen/plugin-api';
import { ASSIGNMENT, wordsOf } from '../assignment.schema';

/** Settings of a step as they are drawn: texts, perhaps wrong ones. */
export interface DrawnAssignment {
  readonly step: ModelElement;
  readonly kind: string;
  readonly value: string;
  readonly expression: string;
  readonly level: string;
  readonly reach: string;
  readonly unit: string;
  readonly emptyPolicy: string;
  readonly emptyTo: string;
  readonly starterPolicy: string;
  readonly samePersonPolicy: string;
  readonly duty: string;
  readonly exclude: readonly string[];
}

/** All user tasks of a drawing. */
export function userTasks(model: ProcessModel): readonly ModelElement[] {
  return [...model.elements.values()].filter((element) => element.type === 'bpmn:UserTask');
}

/** The settings of every user task that has some. */
export function drawnAssignments(model: ProcessModel): readonly DrawnAssignment[] {
  return userTasks(model).flatMap((step) => {
    const drawn = step.extensions[ASSIGNMENT];
    if (!drawn) return [];
    const text = (name: string): string => (typeof drawn[name] === 'string' ? drawn[name].trim() : '');
    return [
      {
        step,
        kind: text('kind'),
        value: text('value'),
        expression: text('expression'),
        level: text('level'),
        reach: text('reach'),
        unit: text('unit'),
        emptyPolicy: text('emptyPolicy'),
        emptyTo: text('emptyTo'),
        starterPolicy: text('starterPolicy'),
        samePersonPolicy: text('samePersonPolicy'),
        duty: text('duty') || 'none',
        exclude: wordsOf(text('exclude')),
      },
    ];
  });
}

/** True when a token can come from one element to the other: along flows, out of and into sub-processes, by boundary events. */
export function leadsTo(model: ProcessModel, fromId: string, toId: string): boolean {
  const seen = new Set<string>([fromId]);
  const open = [fromId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of successorsOf(model, id)) {
      if (next === toId) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

function successorsOf(model: ProcessModel, id: string): readonly string[] {
  const parentId = model.elements.get(id)?.parentId;
  const flows = model.flows.filter((flow) => flow.sourceId === id).map((flow) => flow.targetId);
  const related = [...model.elements.values()].filter(
    (element) => element.attachedToId === id || element.parentId === id || (element.isEventSubProcess && element.parentId === parentId),
  );
  const parent = parentId !== undefined && parentId !== model.processId ? [parentId] : [];
  return [...flows, ...related.map((element) => element.id), ...parent];
}

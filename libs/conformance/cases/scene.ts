import type { KitPerson, World } from '../adapter';
import type { ConformanceCase, Expectation, Step } from '../conformance-case';
import { buildModel, type Drawing } from '../model/build-model';
import type { ModelSource } from '../model/model-source';
import type { Operation, TaskOperation } from '../operation';

/** Monday, 2 March 2026, 09:00 in China. */
export const MORNING = '2026-03-02T09:00:00+08:00';

const EVERYBODY = ['jia', 'yi', 'bing', 'ding', 'wu', 'ji', 'geng', 'xin'];

/** A world with eight people, `chief` above all of them and `root` who administrates. */
function worldOf(caseId: string, more: Partial<World> = {}): World {
  const plain: readonly KitPerson[] = EVERYBODY.map((id) => ({ id, superior: 'chief' }));
  const given = more.people ?? [];
  const others = plain.filter(({ id }) => !given.some((person) => person.id === id));
  const above: readonly KitPerson[] = [{ id: 'chief' }, { id: 'root', roles: ['admin'] }];
  return { now: MORNING, ...more, caseId, people: [...others, ...given, ...above] };
}

/** The parts of a case as they are written down. */
export interface Scene extends Omit<ConformanceCase, 'world' | 'models'> {
  /** People besides the ordinary ones, or in their place. */
  readonly people?: readonly KitPerson[];
  readonly calendar?: World['calendar'];
  readonly model: Omit<Drawing, 'key'>;
  /** Child processes and the like; their keys are their own. */
  readonly others?: readonly ModelSource[];
  /** The model may not be deployed by itself; a step does it. */
  readonly isModelDeployed?: boolean;
}

/** Key of the process of a case. */
export const keyOf = (caseId: string): string => `conformance-${caseId.toLowerCase()}`;

/** Makes a case. */
export function scene({ people, calendar, model, others = [], isModelDeployed = true, ...rest }: Scene): ConformanceCase {
  const own = buildModel({ ...model, key: keyOf(rest.id) });
  return { ...rest, world: worldOf(rest.id, { people, calendar }), models: isModelDeployed ? [...others, own] : others };
}

/** A step with what must be seen then. */
export const step = (operation: Operation, expect: Expectation = {}): Step => ({ do: operation, expect });

/** `jia` starts the case. */
export const start = (id: string, expect: Expectation = {}, data: { readonly [key: string]: unknown } = {}): Step =>
  step({ op: 'start', by: 'jia', model: keyOf(id), data }, expect);

type Plain = Extract<TaskOperation['op'], 'agree' | 'against' | 'abstain'>;

const decision =
  (op: Plain) =>
  (by: string, node: string, expect: Expectation = {}): Step =>
    step({ op, by, node }, expect);

/** Somebody agrees. */
export const agree = decision('agree');
/** Somebody is against. */
export const against = decision('against');
/** Somebody abstains. */
export const abstain = decision('abstain');

/** Several agree, one after the other. */
export const agreeing = (...acts: readonly (readonly [by: string, node: string])[]): readonly Step[] =>
  acts.map(([by, node]) => agree(by, node));

/** Somebody sends back. */
export const back = (by: string, node: string, to: string, expect: Expectation = {}): Step =>
  step({ op: 'return', by, node, to, mode: 'stepwise', defects: [{ what: 'the evidence is not complete' }] }, expect);

/** Somebody sends back so that it comes straight to them again. */
export const backDirect = (by: string, node: string, to: string, expect: Expectation = {}): Step =>
  step({ op: 'return', by, node, to, mode: 'direct', defects: [{ what: 'the evidence is not complete' }] }, expect);

/** Somebody hands in again. */
export const resubmit = (by: string, node: string, expect: Expectation = {}, data: { readonly [key: string]: unknown } = {}): Step =>
  step({ op: 'resubmit', by, node, data }, expect);

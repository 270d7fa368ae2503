import type { ConformanceCase } from '../conformance-case';
import { buildModel, held, type Parts } from '../model/build-model';
import { agree, scene, start, step } from './scene';

const branches: Parts = {
  ...{ apply: held('jia'), t1: held('yi'), t2: held('bing'), t3: held('ding'), done: held('wu') },
  ...{ split: { type: 'parallel' }, join: { type: 'parallel' } },
};

/** Drawings that look right and are not. */
export const gatewayCases: readonly ConformanceCase[] = [
  scene({
    id: 'E44',
    title: 'a parallel join after an exclusive choice in one branch',
    why: 'The join has three flows and gets two tokens: it fires early or never.',
    isModelDeployed: false,
    model: { parts: branches, flows: [] },
    steps: [
      {
        do: {
          op: 'deploy',
          model: buildModel({
            key: 'conformance-e44',
            parts: { ...branches, x: { type: 'exclusive', otherwise: 't3' } },
            flows: ['start -> apply -> split -> x -[big = true]-> t1 -> join -> done -> end', 'x -> t3 -> join', 'split -> t2 -> join'],
          }),
        },
        suffices: ['INVALID'],
      },
      start('E44', {}, { big: true }),
      agree('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      agree('bing', 't2', { open: ['t1@yi'] }),
      agree('yi', 't1', { open: ['done@wu'] }),
    ],
  }),
  scene({
    id: 'E45',
    title: 'an inclusive join',
    why: 'It fires with the first token, or waits for a branch that was not taken.',
    model: {
      parts: { ...branches, split: { type: 'inclusive', otherwise: 't3' }, join: { type: 'inclusive' } },
      flows: ['start -> apply -> split -[a = true]-> t1 -> join -> done -> end', 'split -[b = true]-> t2 -> join', 'split -> t3 -> join'],
    },
    steps: [
      step({ op: 'start', by: 'jia', model: 'conformance-e45', case: 'both', data: { a: true, b: true } }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'both' }, { open: ['t1@yi', 't2@bing'] }),
      step({ op: 'agree', by: 'yi', node: 't1', case: 'both' }, { open: ['t2@bing'] }),
      step({ op: 'agree', by: 'bing', node: 't2', case: 'both' }, { open: ['done@wu'] }),
      step({ op: 'start', by: 'jia', model: 'conformance-e45', case: 'one', data: { a: true, b: false } }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'one' }, { open: ['t1@yi'] }),
      step({ op: 'agree', by: 'yi', node: 't1', case: 'one' }, { open: ['done@wu'] }),
      step({ op: 'start', by: 'jia', model: 'conformance-e45', case: 'none', data: { a: false, b: false } }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'none' }, { open: ['t3@ding'] }),
      step({ op: 'agree', by: 'ding', node: 't3', case: 'none' }, { open: ['done@wu'] }),
    ],
  }),
  scene({
    id: 'E53',
    title: 'two flows from one node to the same target',
    why: 'One engine takes one of them, another both: the step is done twice.',
    isModelDeployed: false,
    model: { parts: {}, flows: [] },
    steps: [
      {
        do: {
          op: 'deploy',
          model: buildModel({
            key: 'conformance-e53',
            parts: { apply: held('jia'), check: held('yi') },
            flows: ['start -> apply -> check -> end', 'apply =>> check'],
          }),
        },
        expect: { told: ['DUPLICATE_FLOW'] },
        suffices: ['INVALID'],
      },
    ],
  }),
];

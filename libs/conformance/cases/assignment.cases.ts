import type { ConformanceCase } from '../conformance-case';
import { held, offered, type Parts } from '../model/build-model';
import { agree, scene, start, step } from './scene';

const CHOSEN: Parts = {
  ...{ split: { type: 'parallel' }, join: { type: 'parallel' }, apply: held('jia'), done: held('wu') },
  left: { type: 'task', assigneeFrom: 'chosen.left' },
  right: { type: 'task', assigneeFrom: 'chosen.right' },
};

/** Who gets a task. */
export const assignmentCases: readonly ConformanceCase[] = [
  scene({
    id: 'E35',
    title: 'the next approvers of two parallel steps are chosen',
    why: 'The choice for the second step overwrites the one for the first.',
    model: { parts: CHOSEN, flows: ['start -> apply -> split -> left -> join -> done -> end', 'split -> right -> join'] },
    steps: [
      start('E35'),
      step({ op: 'agree', by: 'jia', node: 'apply', data: { chosen: { left: 'yi', right: 'bing' } } }, { open: ['left@yi', 'right@bing'] }),
      agree('bing', 'right', { open: ['left@yi'] }),
      agree('yi', 'left', { open: ['done@wu'] }),
    ],
  }),
  scene({
    id: 'E36',
    title: 'a chosen approver after the engine was stopped',
    why: 'The choice lives in memory until the step comes.',
    model: {
      parts: { apply: held('jia'), check: held('yi'), decide: { type: 'task', assigneeFrom: 'chosen.decide' } },
      flows: ['start -> apply -> check -> decide -> end'],
    },
    steps: [
      start('E36'),
      step({ op: 'agree', by: 'jia', node: 'apply', data: { chosen: { decide: 'ding' } } }, { open: ['check@yi'] }),
      step({ op: 'restart' }),
      agree('yi', 'check', { open: ['decide@ding'] }),
    ],
  }),
  scene({
    id: 'E51',
    title: 'data permissions hide the approver from the one who hands in',
    why: 'The search for the approver runs with the rights of whoever acts and finds nobody.',
    people: [
      { id: 'yi', unit: 'closed-unit', hidden: true },
      { id: 'bing', unit: 'closed-unit', hidden: true, roles: ['clerk'] },
    ],
    model: {
      parts: { apply: held('jia'), check: held('yi'), file: offered('role:clerk') },
      flows: ['start -> apply -> check -> file -> end'],
    },
    steps: [
      start('E51'),
      agree('jia', 'apply', { open: ['check@yi'], inbox: { yi: 1 } }),
      agree('yi', 'check', { open: ['file?role:clerk'], inbox: { yi: 0 } }),
      agree('bing', 'file', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E52',
    title: 'a task that nobody holds is approved by somebody',
    why: 'The check "is it yours" is skipped when there is no holder.',
    people: [{ id: 'bing', roles: ['clerk'] }],
    model: { parts: { apply: held('jia'), check: offered('role:clerk') }, flows: ['start -> apply -> check -> end'] },
    steps: [
      start('E52'),
      agree('jia', 'apply', { open: ['check?role:clerk'] }),
      agree('wu', 'check', { refused: 'FORBIDDEN' }),
      agree('jia', 'check', { refused: 'FORBIDDEN' }),
      step({ op: 'claim', by: 'wu', node: 'check' }, { refused: 'FORBIDDEN', open: ['check?role:clerk'] }),
      agree('bing', 'check', { status: 'COMPLETED', recorded: ['AGREE bing'] }),
    ],
  }),
  scene({
    id: 'E66',
    title: 'the list of an inbox and its number',
    why: 'Two queries, two answers: 2,223 listed, 2,968 counted.',
    model: { parts: { check: held('yi'), done: held('wu') }, flows: ['start -> check -> done -> end'] },
    steps: [
      step({ op: 'repeat', times: 120, acts: [{ op: 'start', by: 'jia', model: 'conformance-e66' }] }, { inbox: { yi: 120, jia: 0 } }),
      agree('yi', 'check', { inbox: { yi: 119, wu: 1 } }),
      step({ op: 'terminate', by: 'root' }, { inbox: { yi: 119, wu: 0 } }),
    ],
  }),
];

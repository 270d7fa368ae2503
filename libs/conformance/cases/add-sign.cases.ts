import type { ConformanceCase } from '../conformance-case';
import { held, offered } from '../model/build-model';
import { against, agree, agreeing, back, resubmit, scene, start, step } from './scene';
import { voted } from './vote-model';

const CLERKS = [
  { id: 'yi', roles: ['clerk'] },
  { id: 'bing', roles: ['clerk'] },
];

/** People who are added and taken away while a step is open. */
export const addSignCases: readonly ConformanceCase[] = [
  scene({
    id: 'E9',
    title: 'return while somebody was asked to sign before',
    why: 'The step goes and the added task stays: "execution is null".',
    model: voted({ mode: 'all', signers: ['yi', 'bing'] }),
    steps: [
      start('E9'),
      agree('jia', 'apply'),
      step(
        { op: 'addBefore', by: 'yi', node: 'sign', people: ['ding'] },
        { open: ['sign@bing', 'sign@ding (before)', 'sign@yi (waiting)'], seats: { sign: ['yi PENDING', 'bing PENDING'] } },
      ),
      agree('yi', 'sign', { refused: ['CONFLICT', 'NOT_OFFERED'] }),
      back('bing', 'sign', 'apply', { open: ['apply@jia'], affected: ['cancelled sign ding'] }),
      agree('ding', 'sign', { refused: 'CONFLICT' }),
      resubmit('jia', 'apply', { open: ['sign@bing', 'sign@yi'] }),
    ],
  }),
  scene({
    id: 'E26',
    title: 'taking the last open seat away decides the vote',
    why: 'Counters that are stored do not change when a seat goes: the step hangs, or ends twice.',
    model: voted({ mode: 'all', signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E26'),
      ...agreeing(['jia', 'apply'], ['yi', 'sign']),
      agree('bing', 'sign', { open: ['sign@ding'] }),
      step(
        { op: 'removeSeat', by: 'root', node: 'sign', of: 'ding' },
        {
          open: ['passed@wu'],
          seats: { sign: ['yi AGREE', 'bing AGREE', 'ding REMOVED'] },
          visits: { sign: ['FLOW DONE'], passed: ['FLOW ACTIVE'] },
          record: { REMOVE_SIGN: 1 },
        },
      ),
      agree('wu', 'passed', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E27',
    title: 'the seat whose turn it is is taken away',
    why: 'Nobody tells the next one to begin.',
    model: voted({ mode: 'sequential', signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E27'),
      agree('jia', 'apply', { open: ['sign@yi'], seats: { sign: ['yi PENDING', 'bing NOT_STARTED', 'ding NOT_STARTED'] } }),
      step(
        { op: 'removeSeat', by: 'root', node: 'sign', of: 'yi' },
        {
          open: ['sign@bing'],
          seats: { sign: ['yi REMOVED', 'bing PENDING', 'ding NOT_STARTED'] },
          record: { REMOVE_SIGN: 1 },
          noticed: { bing: ['NEW_TASK sign'] },
        },
      ),
      agree('bing', 'sign', { open: ['sign@ding'] }),
      agree('ding', 'sign', { open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E28',
    title: 'a stranger takes a seat away',
    why: 'The caller is not checked, and the record names the removed person as actor.',
    model: voted({ mode: 'all', signers: ['yi', 'bing'] }),
    steps: [
      start('E28'),
      agree('jia', 'apply'),
      step({ op: 'addParallel', by: 'yi', node: 'sign', people: ['ding'] }, { open: ['sign@bing', 'sign@ding', 'sign@yi'] }),
      step({ op: 'removeSeat', by: 'geng', node: 'sign', of: 'ding' }, { refused: 'FORBIDDEN', record: { REMOVE_SIGN: 0 } }),
      step(
        { op: 'removeSeat', by: 'bing', node: 'sign', of: 'ding' },
        { refused: 'FORBIDDEN', open: ['sign@bing', 'sign@ding', 'sign@yi'] },
      ),
      step({ op: 'removeSeat', by: 'yi', node: 'sign', of: 'ding' }, { open: ['sign@bing', 'sign@yi'], recorded: ['REMOVE_SIGN yi'] }),
    ],
  }),
  scene({
    id: 'E29',
    title: 'somebody is added in the moment the vote is decided',
    why: 'The added seat belongs to a step that is over.',
    tries: 10,
    model: voted({ mode: 'any', signers: ['yi', 'bing'] }),
    steps: [
      start('E29'),
      agree('jia', 'apply'),
      step(
        {
          op: 'parallel',
          acts: [
            { op: 'addParallel', by: 'yi', node: 'sign', people: ['ding'] },
            { op: 'agree', by: 'bing', node: 'sign' },
          ],
        },
        { winners: [1, 2], open: ['passed@wu'], data: { result: 'PASS' } },
      ),
      step({ op: 'addParallel', by: 'yi', node: 'sign', people: ['geng'] }, { refused: 'CONFLICT', open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E30',
    title: 'adding on a task that nobody has claimed',
    why: 'The task of the group becomes the task of one, and the others lose it.',
    people: CLERKS,
    model: { parts: { apply: held('jia'), check: offered('role:clerk') }, flows: ['start -> apply -> check -> end'] },
    steps: [
      start('E30'),
      agree('jia', 'apply', { open: ['check?role:clerk'] }),
      step(
        { op: 'addBefore', by: 'yi', node: 'check', people: ['ding'] },
        { refused: ['CONFLICT', 'FORBIDDEN', 'NOT_OFFERED'], open: ['check?role:clerk'] },
      ),
      step({ op: 'claim', by: 'yi', node: 'check' }, { open: ['check@yi'] }),
      step({ op: 'addBefore', by: 'yi', node: 'check', people: ['ding'] }, { open: ['check@ding (before)', 'check@yi (waiting)'] }),
      agree('ding', 'check', { open: ['check@yi'] }),
      step({ op: 'release', by: 'yi', node: 'check' }, { open: ['check?role:clerk'] }),
      step({ op: 'claim', by: 'bing', node: 'check' }, { open: ['check@bing'] }),
      agree('bing', 'check', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E31',
    title: 'somebody who was asked to sign afterwards is against',
    why: 'The holder has agreed; the step passes all the same, or the opinion of the holder is lost.',
    model: voted({ mode: 'all', signers: ['yi'] }),
    steps: [
      start('E31'),
      agree('jia', 'apply'),
      step(
        { op: 'addAfter', by: 'yi', node: 'sign', people: ['ding'], opinion: 'no objection' },
        { open: ['sign@ding (after)'], seats: { sign: ['yi PENDING'] } },
      ),
      against('ding', 'sign', {
        open: ['failed@ji'],
        seats: { sign: ['yi AGAINST'] },
        data: { result: 'FAIL' },
        recorded: ['AGREE yi "no objection"', 'AGAINST ding'],
      }),
    ],
  }),
];

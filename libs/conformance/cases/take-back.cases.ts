import type { ConformanceCase, Step } from '../conformance-case';
import { held, type Parts } from '../model/build-model';
import type { TaskOperation } from '../operation';
import { agree, agreeing, scene, start, step } from './scene';
import { voted } from './vote-model';

const line: Parts = { apply: held('jia', { takeBackUntil: 'opened' }), check: held('yi'), decide: held('bing') };

/** A case with a name of its own in which `jia` has applied and the next one has done something. */
const touched = (name: string, act: TaskOperation): readonly Step[] => [
  step({ op: 'start', by: 'jia', model: 'conformance-e14', case: name }),
  step({ op: 'agree', by: 'jia', node: 'apply', case: name }),
  step({ ...act, case: name }),
  step(
    { op: 'takeBack', by: 'jia', node: 'apply', case: name },
    { refused: 'CONFLICT', blamed: { node: 'check', person: 'yi', day: '2026-03-02' }, record: { TAKE_BACK: 0 } },
  ),
];

/** The last handler takes back what was done. */
export const takeBackCases: readonly ConformanceCase[] = [
  scene({
    id: 'E14',
    title: 'take back when the next one has already opened, decided or delegated',
    why: 'Engines that only look whether a task is open pull it out of the hands of somebody who is working on it.',
    model: { parts: line, flows: ['start -> apply -> check -> decide -> end'] },
    steps: [
      ...touched('opened', { op: 'open', by: 'yi', node: 'check' }),
      ...touched('decided', { op: 'agree', by: 'yi', node: 'check' }),
      ...touched('delegated', { op: 'delegate', by: 'yi', node: 'check', to: 'wu' }),
      step({ op: 'start', by: 'jia', model: 'conformance-e14', case: 'untouched' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'untouched' }),
      step(
        { op: 'takeBack', by: 'jia', node: 'apply', case: 'untouched' },
        { open: ['apply@jia'], visits: { check: ['FLOW CANCELLED'] }, record: { TAKE_BACK: 1 } },
      ),
    ],
  }),
  scene({
    id: 'E15',
    title: 'take back at a split with one branch touched',
    why: 'One branch would go on while the step before the split is open again.',
    model: {
      parts: {
        ...{ split: { type: 'parallel' }, join: { type: 'parallel' } },
        ...{ apply: held('jia'), t1: held('yi'), t2: held('bing'), done: held('ding') },
      },
      flows: ['start -> apply -> split -> t1 -> join -> done -> end', 'split -> t2 -> join'],
    },
    steps: [
      start('E15'),
      ...agreeing(['jia', 'apply'], ['yi', 't1']),
      step(
        { op: 'takeBack', by: 'jia', node: 'apply' },
        { refused: 'CONFLICT', blamed: { node: 't1', person: 'yi', day: '2026-03-02' }, open: ['t2@bing'], record: { TAKE_BACK: 0 } },
      ),
      step({ op: 'start', by: 'jia', model: 'conformance-e15', case: 'asked' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'asked' }),
      step({ op: 'delegate', by: 'bing', node: 't2', to: 'wu', case: 'asked' }),
      step(
        { op: 'takeBack', by: 'jia', node: 'apply', case: 'asked' },
        { refused: 'CONFLICT', blamed: { node: 't2', person: 'bing' }, open: ['t1@yi', 't2@bing (waiting)', 't2@wu (advice)'] },
      ),
      step({ op: 'start', by: 'jia', model: 'conformance-e15', case: 'untouched' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'untouched' }),
      step(
        { op: 'takeBack', by: 'jia', node: 'apply', case: 'untouched' },
        { open: ['apply@jia'], visits: { t1: ['FLOW CANCELLED'], t2: ['FLOW CANCELLED'] }, record: { TAKE_BACK: 1 } },
      ),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'untouched' }, { open: ['t1@yi', 't2@bing'] }),
    ],
  }),
  scene({
    id: 'E16',
    title: "take one's vote back in an undecided countersign",
    why: 'The seat must open again and the sums must fall; moving the token instead disturbs everybody.',
    model: voted({ mode: 'all', signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E16'),
      ...agreeing(['jia', 'apply'], ['yi', 'sign']),
      agree('bing', 'sign', { open: ['sign@ding'] }),
      step(
        { op: 'takeBackVote', by: 'yi', node: 'sign' },
        {
          open: ['sign@ding', 'sign@yi'],
          seats: { sign: ['yi PENDING', 'bing AGREE', 'ding PENDING'] },
          visits: { sign: ['FLOW ACTIVE'] },
          record: { TAKE_BACK_VOTE: 1 },
        },
      ),
      agree('ding', 'sign', { open: ['sign@yi'] }),
      step({ op: 'against', by: 'yi', node: 'sign' }, { open: ['failed@ji'], data: { result: 'FAIL' } }),
      step({ op: 'takeBackVote', by: 'yi', node: 'sign' }, { refused: ['CONFLICT', 'NOT_OFFERED'] }),
    ],
  }),
  scene({
    id: 'E17',
    title: 'take back in the same moment as the next one approves',
    why: 'Without one lock per case both succeed: the case stands at two places.',
    tries: 50,
    model: { parts: { ...line, apply: held('jia', { takeBackUntil: 'decided' }) }, flows: ['start -> apply -> check -> decide -> end'] },
    steps: [
      start('E17'),
      agree('jia', 'apply', { open: ['check@yi'] }),
      {
        do: {
          op: 'parallel',
          acts: [
            { op: 'takeBack', by: 'jia', node: 'apply' },
            { op: 'agree', by: 'yi', node: 'check' },
          ],
        },
        expect: { winners: 1, status: 'RUNNING' },
        either: [
          { open: ['apply@jia'], record: { TAKE_BACK: 1 } },
          { open: ['decide@bing'], record: { TAKE_BACK: 0 } },
        ],
      },
    ],
  }),
  scene({
    id: 'E65',
    title: 'take back by somebody who did the step before and is a member of the countersign too',
    why: "Taking back one's vote and taking back the step before are two acts; one button does the wrong one.",
    model: {
      ...voted({ mode: 'all', signers: ['yi', 'bing'] }),
      parts: { ...voted({ mode: 'all', signers: ['yi', 'bing'] }).parts, check: held('yi') },
      flows: ['start -> apply -> check -> sign -> x -[result = "PASS"]-> passed -> end', 'x -> failed -> end'],
    },
    steps: [
      start('E65'),
      ...agreeing(['jia', 'apply'], ['yi', 'check'], ['yi', 'sign']),
      step(
        { op: 'takeBackVote', by: 'yi', node: 'sign' },
        { open: ['sign@bing', 'sign@yi'], seats: { sign: ['yi PENDING', 'bing PENDING'] }, record: { TAKE_BACK_VOTE: 1, TAKE_BACK: 0 } },
      ),
      step(
        { op: 'takeBack', by: 'yi', node: 'check' },
        { open: ['check@yi'], visits: { sign: ['FLOW CANCELLED'] }, record: { TAKE_BACK_VOTE: 1, TAKE_BACK: 1 } },
      ),
    ],
  }),
];

import type { ConformanceCase } from '../conformance-case';
import { held, type Parts } from '../model/build-model';
import { agree, agreeing, back, backDirect, resubmit, scene, start, step } from './scene';
import { voted } from './vote-model';

const line: Parts = { apply: held('jia'), check: held('yi'), decide: held('bing') };
const LINE_FLOWS = ['start -> apply -> check -> decide -> end'];

/** Sending back, handing in again, and again. */
export const returnRoundCases: readonly ConformanceCase[] = [
  scene({
    id: 'E6',
    title: 'return from one countersign node to another',
    why: 'Between two multi-instance nodes engines lose the task.',
    model: {
      parts: {
        apply: held('jia'),
        first: { type: 'task', sign: { mode: 'all', signers: ['yi', 'bing'], result: 'first_result' } },
        second: { type: 'task', sign: { mode: 'all', signers: ['ding', 'wu'], result: 'second_result' } },
      },
      flows: ['start -> apply -> first -> second -> end'],
    },
    steps: [
      start('E6'),
      ...agreeing(['jia', 'apply'], ['yi', 'first'], ['bing', 'first']),
      back('wu', 'second', 'first', {
        open: ['first@bing', 'first@yi'],
        seats: { first: ['yi PENDING', 'bing PENDING'], second: ['ding CANCELLED', 'wu CANCELLED'] },
        visits: { first: ['FLOW VOID', 'RETURN ACTIVE'], second: ['FLOW RETURNED'] },
      }),
      resubmit('yi', 'first', { open: ['first@bing'] }),
      agree('bing', 'first', { open: ['second@ding', 'second@wu'], seats: { second: ['ding PENDING', 'wu PENDING'] } }),
      ...agreeing(['ding', 'second']),
      agree('wu', 'second', { status: 'COMPLETED', open: [] }),
    ],
  }),
  scene({
    id: 'E7',
    title: 'return to a countersign node that was completed',
    why: 'Votes of the last round are taken for votes of this one: people are skipped or lost.',
    model: voted({ mode: 'all', signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E7'),
      ...agreeing(['jia', 'apply'], ['yi', 'sign'], ['bing', 'sign'], ['ding', 'sign']),
      back('wu', 'passed', 'sign', {
        open: ['sign@bing', 'sign@ding', 'sign@yi'],
        seats: { sign: ['yi PENDING', 'bing PENDING', 'ding PENDING'], 'sign#1': ['yi AGREE', 'bing AGREE', 'ding AGREE'] },
        record: { AUTO_SKIP: 0 },
      }),
      resubmit('yi', 'sign', { open: ['sign@bing', 'sign@ding'] }),
      ...agreeing(['bing', 'sign']),
      agree('ding', 'sign', { open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E8',
    title: 'a member of a countersign sends back while others have agreed',
    why: 'Votes already given must stay readable, and must not count in the next round.',
    model: voted({ mode: 'all', signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E8'),
      ...agreeing(['jia', 'apply'], ['yi', 'sign']),
      back('bing', 'sign', 'apply', {
        open: ['apply@jia'],
        seats: { 'sign#1': ['yi AGREE', 'bing CANCELLED', 'ding CANCELLED'] },
        visits: { sign: ['FLOW RETURNED'] },
        recorded: ['AGREE yi', 'RETURN bing'],
      }),
      resubmit('jia', 'apply', { seats: { sign: ['yi PENDING', 'bing PENDING', 'ding PENDING'] }, recorded: ['AGREE yi'] }),
      ...agreeing(['bing', 'sign']),
      agree('ding', 'sign', { open: ['sign@yi'] }),
    ],
  }),
  scene({
    id: 'E10',
    title: 'return twice to the starter',
    why: 'The second return finds the first one unfinished; a task is missing or doubled.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E10'),
      ...agreeing(['jia', 'apply'], ['yi', 'check']),
      back('bing', 'decide', 'apply', { open: ['apply@jia'] }),
      resubmit('jia', 'apply', { open: ['check@yi'] }),
      back('yi', 'check', 'apply', { open: ['apply@jia'], record: { RETURN: 2 } }),
      resubmit('jia', 'apply', { open: ['check@yi'], record: { RESUBMIT: 2 } }),
      agree('yi', 'check', { open: ['decide@bing'] }),
      back('bing', 'decide', 'apply', { open: ['apply@jia'], record: { RETURN: 3 } }),
    ],
  }),
  scene({
    id: 'E11',
    title: 'handing in straight to the returner, nested',
    why: 'With one remembered place instead of a stack the second return overwrites the first.',
    model: { parts: { ...line, last: held('ding') }, flows: ['start -> apply -> check -> decide -> last -> end'] },
    steps: [
      start('E11'),
      ...agreeing(['jia', 'apply'], ['yi', 'check'], ['bing', 'decide']),
      backDirect('ding', 'last', 'check', { open: ['check@yi'] }),
      backDirect('yi', 'check', 'apply', { open: ['apply@jia'] }),
      resubmit('jia', 'apply', { open: ['check@yi'] }),
      resubmit('yi', 'check', { open: ['last@ding'], record: { SKIPPED: 1 }, copies: ['bing CC unread'] }),
      agree('ding', 'last', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E12',
    title: 'handing in straight to the returner with a material change',
    why: 'People who agreed to another amount would be passed over.',
    model: {
      parts: { ...line, decide: held('bing', { return: { materialFields: ['amount'] } }) },
      flows: LINE_FLOWS,
    },
    steps: [
      start('E12', {}, { amount: 100 }),
      ...agreeing(['jia', 'apply'], ['yi', 'check']),
      backDirect('bing', 'decide', 'apply'),
      resubmit(
        'jia',
        'apply',
        { open: ['check@yi'], told: ['FORCED_STEPWISE', 'MATERIAL_CHANGED'], data: { amount: 900 } },
        { amount: 900 },
      ),
      agree('yi', 'check'),
      backDirect('bing', 'decide', 'apply'),
      resubmit('jia', 'apply', { open: ['decide@bing'], record: { SKIPPED: 1 } }, { remark: 'a word was spelled wrong' }),
    ],
  }),
  scene({
    id: 'E13',
    title: 'the returner has left before it is handed in again',
    why: 'The case goes to somebody who is not there any more: it stands still.',
    people: [{ id: 'geng' }],
    model: {
      parts: { apply: held('jia'), decide: { type: 'task', assigneeFrom: 'decider', ifAbsent: 'superior' } },
      flows: ['start -> apply -> decide -> end'],
    },
    steps: (['bing', 'ding', 'geng'] as const).flatMap((decider, index) => {
      const name = `case of ${decider}`;
      const heir = ['decide@wu', 'decide@chief', 'decide?role:admin'][index] ?? '';
      const deputy = decider === 'bing' ? [step({ op: 'setDeputy', by: 'bing', deputy: 'wu', mode: 'move' } as const)] : [];
      return [
        step({ op: 'start', by: 'jia', model: 'conformance-e13', case: name, data: { decider } }),
        step({ op: 'agree', by: 'jia', node: 'apply', case: name }, { open: [`decide@${decider}`] }),
        step({ op: 'return', by: decider, node: 'decide', to: 'apply', mode: 'direct', defects: [{ what: 'unclear' }], case: name }),
        ...deputy,
        step({ op: 'deactivate', person: decider }),
        step({ op: 'resubmit', by: 'jia', node: 'apply', case: name }, { open: [heir] }),
      ];
    }),
  }),
  scene({
    id: 'E59',
    title: 'two hundred rounds',
    why: 'What is kept for going back must not grow with every round.',
    model: { parts: { apply: held('jia'), check: held('yi', { return: { maxRounds: 1000 } }) }, flows: ['start -> apply -> check -> end'] },
    steps: [
      start('E59'),
      agree('jia', 'apply', { grownByAtMost: 0 }),
      step({
        op: 'repeat',
        times: 200,
        acts: [
          { op: 'return', by: 'yi', node: 'check', to: 'apply', mode: 'stepwise', defects: [{ what: 'again' }] },
          { op: 'resubmit', by: 'jia', node: 'apply' },
        ],
      }),
      back('yi', 'check', 'apply', { withinMs: 2000, grownByAtMost: 4000 }),
      resubmit('jia', 'apply', { withinMs: 2000, open: ['check@yi'] }),
      agree('yi', 'check', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E62',
    title: 'a vote after going back into the same node',
    why: 'Counters that were not reset keep the condition false for ever, or true at once.',
    model: voted({ mode: 'ratio', threshold: { of: 2, in: 3 }, signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E62'),
      ...agreeing(['jia', 'apply'], ['yi', 'sign']),
      agree('bing', 'sign', { open: ['passed@wu'] }),
      step({ op: 'jump', by: 'root', from: 'passed', to: 'sign' }, { open: ['sign@bing', 'sign@ding', 'sign@yi'], record: { JUMP: 1 } }),
      agree('ding', 'sign', { open: ['sign@bing', 'sign@yi'] }),
      agree('yi', 'sign', { open: ['passed@wu'] }),
      back('wu', 'passed', 'sign', { open: ['sign@bing', 'sign@ding', 'sign@yi'] }),
      resubmit('bing', 'sign', { open: ['sign@ding', 'sign@yi'] }),
      agree('yi', 'sign', { open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E67',
    title: 'return when one of several or-signers acted',
    why: 'Each sibling that is closed makes a task of its own at the target.',
    model: voted({ mode: 'any', signers: ['yi', 'bing', 'ding'] }),
    steps: [
      start('E67'),
      agree('jia', 'apply'),
      back('yi', 'sign', 'apply', {
        open: ['apply@jia'],
        visits: { apply: ['FLOW VOID', 'RETURN ACTIVE'], sign: ['FLOW RETURNED'] },
        seats: { sign: ['yi CANCELLED', 'bing CANCELLED', 'ding CANCELLED'] },
      }),
      agree('bing', 'sign', { refused: 'CONFLICT' }),
      resubmit('jia', 'apply', { open: ['sign@bing', 'sign@ding', 'sign@yi'] }),
      agree('bing', 'sign', { open: ['passed@wu'], seats: { sign: ['yi CANCELLED', 'bing AGREE', 'ding CANCELLED'] } }),
      back('wu', 'passed', 'apply', { open: ['apply@jia'], record: { RETURN: 2 } }),
    ],
  }),
];

import type { ConformanceCase } from '../conformance-case';
import { held, type Parts } from '../model/build-model';
import { agree, agreeing, back, resubmit, scene, start, step } from './scene';

const CROSSING = { return: { allowCrossParallel: true } };
const gateways: Parts = { split: { type: 'parallel' }, join: { type: 'parallel' } };
/** Application, two branches, a last step. */
const branches: Parts = { ...gateways, apply: held('jia'), t1: held('yi', CROSSING), t2: held('bing', CROSSING), done: held('ding') };
const BRANCH_FLOWS = ['start -> apply -> split -> t1 -> join -> done -> end', 'split -> t2 -> join'];

const inclusive: Parts = {
  ...{ apply: held('jia'), t1: held('yi', CROSSING), t2: held('bing', CROSSING), t3: held('wu', CROSSING), done: held('ding') },
  split: { type: 'inclusive', otherwise: 't3' },
  join: { type: 'inclusive' },
};

/** Back and forth across parallel branches. */
export const returnBranchCases: readonly ConformanceCase[] = [
  scene({
    id: 'E1',
    title: 'return to before a split while another branch is done',
    why: 'Engines that move single tokens leave the arrived token at the join: it then fires after one branch.',
    model: { parts: branches, flows: BRANCH_FLOWS },
    steps: [
      start('E1', { open: ['apply@jia'] }),
      agree('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      agree('yi', 't1', { open: ['t2@bing'] }),
      back('bing', 't2', 'apply', { open: ['apply@jia'], visits: { t1: ['FLOW VOID'] }, record: { RETURN: 1 } }),
      resubmit('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      agree('bing', 't2', { open: ['t1@yi'] }),
      agree('yi', 't1', { open: ['done@ding'] }),
      agree('ding', 'done', { status: 'COMPLETED', open: [] }),
    ],
  }),
  scene({
    id: 'E2',
    title: 'return to before a split while another branch is open',
    why: 'The open task of the other branch stays behind as a ghost that somebody can still approve.',
    model: { parts: branches, flows: BRANCH_FLOWS },
    steps: [
      start('E2'),
      agree('jia', 'apply'),
      back('bing', 't2', 'apply', {
        open: ['apply@jia'],
        visits: { t1: ['FLOW CANCELLED'] },
        affected: ['cancelled t1 yi'],
        noticed: { yi: ['CANCELLED t1'] },
      }),
      agree('yi', 't1', { refused: 'CONFLICT', open: ['apply@jia'] }),
      resubmit('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      ...agreeing(['yi', 't1'], ['bing', 't2']),
      agree('ding', 'done', { status: 'COMPLETED', open: [] }),
    ],
  }),
  scene({
    id: 'E3',
    title: 'return within one branch',
    why: 'The other branch must not notice: its task, holder and clock stay.',
    model: {
      parts: { ...branches, t1b: held('wu') },
      flows: ['start -> apply -> split -> t1 -> t1b -> join -> done -> end', 'split -> t2 -> join'],
    },
    steps: [
      start('E3'),
      ...agreeing(['jia', 'apply'], ['yi', 't1']),
      back('wu', 't1b', 't1', { open: ['t1@yi', 't2@bing'], visits: { t2: ['FLOW ACTIVE'] } }),
      resubmit('yi', 't1', { open: ['t1b@wu', 't2@bing'] }),
      agree('wu', 't1b', { open: ['t2@bing'] }),
      agree('bing', 't2', { open: ['done@ding'], visits: { t2: ['FLOW DONE'] } }),
      agree('ding', 'done', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E4',
    title: 'return after the join into one branch',
    why: 'The join has consumed its tokens: engines create no task, or do both branches again although one was asked for.',
    model: { parts: branches, flows: BRANCH_FLOWS },
    steps: [
      start('E4'),
      ...agreeing(['jia', 'apply'], ['yi', 't1'], ['bing', 't2']),
      step(
        { op: 'return', by: 'ding', node: 'done', to: 't1', scope: 'branch', defects: [{ what: 'the sum is wrong' }] },
        { open: ['t1@yi'], visits: { t2: ['FLOW DONE'] } },
      ),
      resubmit('yi', 't1', { open: ['done@ding'], visits: { t2: ['FLOW DONE'] } }),
      step(
        { op: 'return', by: 'ding', node: 'done', to: 't1', scope: 'all', defects: [{ what: 'both are wrong' }] },
        { open: ['t1@yi', 't2@bing'] },
      ),
      resubmit('yi', 't1', { open: ['t2@bing'] }),
      agree('bing', 't2', { open: ['done@ding'] }),
      agree('ding', 'done', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E5',
    title: 'return across an inclusive split with a branch never taken',
    why: 'The join waits for the branch that was never taken, for ever.',
    model: {
      parts: inclusive,
      flows: ['start -> apply -> split -[a = true]-> t1 -> join -> done -> end', 'split -[b = true]-> t2 -> join', 'split -> t3 -> join'],
    },
    steps: [
      start('E5', {}, { a: true, b: true }),
      agree('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      agree('yi', 't1', { open: ['t2@bing'] }),
      back('bing', 't2', 'apply', { open: ['apply@jia'] }),
      resubmit('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      ...agreeing(['yi', 't1']),
      agree('bing', 't2', { open: ['done@ding'] }),
      agree('ding', 'done', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E46',
    title: 'a join is entered again after a return and in a loop',
    why: 'A token of an earlier round that is still counted lets the join fire after one branch.',
    model: {
      parts: { ...branches, merge: { type: 'exclusive' }, x: { type: 'exclusive', otherwise: 'last' }, last: held('wu') },
      flows: [
        'start -> apply -> merge -> split -> t1 -> join -> done -> x -> last -> end',
        'split -> t2 -> join',
        'x -[again = true]-> merge',
      ],
    },
    steps: [
      start('E46', {}, { again: false }),
      ...agreeing(['jia', 'apply'], ['yi', 't1']),
      back('bing', 't2', 'apply'),
      resubmit('jia', 'apply', { open: ['t1@yi', 't2@bing'] }),
      agree('bing', 't2', { open: ['t1@yi'] }),
      agree('yi', 't1', { open: ['done@ding'] }),
      step({ op: 'agree', by: 'ding', node: 'done', data: { again: true } }, { open: ['t1@yi', 't2@bing'] }),
      agree('yi', 't1', { open: ['t2@bing'] }),
      agree('bing', 't2', { open: ['done@ding'] }),
      step({ op: 'agree', by: 'ding', node: 'done', data: { again: false } }, { open: ['last@wu'] }),
    ],
  }),
  scene({
    id: 'E64',
    title: 'return from one branch to a node of another',
    why: 'The other branch would be approved twice or its later steps skipped; there is no right answer but no.',
    model: {
      parts: { ...branches, t1b: held('wu') },
      flows: ['start -> apply -> split -> t1 -> t1b -> join -> done -> end', 'split -> t2 -> join'],
    },
    steps: [
      start('E64'),
      ...agreeing(['jia', 'apply'], ['yi', 't1']),
      back('bing', 't2', 't1', { refused: ['CONFLICT', 'NOT_OFFERED'], open: ['t1b@wu', 't2@bing'], record: { RETURN: 0 } }),
    ],
  }),
];

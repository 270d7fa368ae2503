import type { ConformanceCase } from '../conformance-case';
import { buildModel, held, type Parts } from '../model/build-model';
import { agree, agreeing, back, resubmit, scene, start, step } from './scene';

const line: Parts = { apply: held('jia'), check: held('yi') };
const LINE_FLOWS = ['start -> apply -> check -> end'];

const child = buildModel({
  key: 'conformance-e47-child',
  parts: { inquire: held('yi') },
  flows: ['start -> inquire -> end'],
});

const waiting: Parts = {
  ...{ apply: held('jia'), t2: held('ding'), split: { type: 'parallel' }, join: { type: 'parallel' } },
  sign: { type: 'task', sign: { mode: 'all', signers: ['yi', 'bing'], result: 'result' } },
};

/** How cases end, and what lives on; how they change their drawing. */
export const caseEndCases: readonly ConformanceCase[] = [
  scene({
    id: 'E47',
    title: 'a child process is sent back, then rejected',
    why: 'The child ends in one transaction and the parent in another: in between the case stands nowhere.',
    others: [child],
    model: {
      parts: { apply: held('jia'), call: { type: 'call', process: child.key }, done: held('bing') },
      flows: ['start -> apply -> call -> done -> end'],
    },
    steps: [
      start('E47'),
      agree('jia', 'apply', { open: ['inquire@yi'] }),
      back('yi', 'inquire', 'apply', { open: ['apply@jia'], status: 'RUNNING' }),
      resubmit('jia', 'apply', { open: ['inquire@yi'] }),
      {
        do: { op: 'crash', act: { op: 'reject', by: 'yi', node: 'inquire', reason: 'no case at all' } },
        either: [
          { open: ['inquire@yi'], status: 'RUNNING', record: { REJECT: 0 } },
          { open: [], status: 'REJECTED', record: { REJECT: 1 } },
        ],
      },
      {
        do: { op: 'reject', by: 'yi', node: 'inquire', reason: 'no case at all' },
        expect: { open: [], status: 'REJECTED', record: { REJECT: 1 } },
        suffices: ['CONFLICT'],
      },
    ],
  }),
  scene({
    id: 'E48',
    title: 'a case is rejected while copies are unread',
    why: 'Copies are tasks of the case and die with it.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E48'),
      agree('jia', 'apply'),
      step({ op: 'cc', by: 'jia', to: ['wu'] }, { copies: ['wu CC unread'] }),
      step({ op: 'circulate', by: 'jia', to: ['ji'] }, { copies: ['ji CIRCULATE unread', 'wu CC unread'], open: ['check@yi'] }),
      step(
        { op: 'reject', by: 'yi', node: 'check', reason: 'not within our powers' },
        { status: 'REJECTED', open: [], copies: ['ji CIRCULATE unread', 'wu CC unread'] },
      ),
      step({ op: 'readCopy', by: 'wu' }, { copies: ['ji CIRCULATE unread', 'wu CC read'] }),
    ],
  }),
  scene({
    id: 'E49',
    title: 'a comment after the end',
    why: 'It appears in the printed case as if it had been known when it was decided.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E49'),
      agree('jia', 'apply'),
      step({ op: 'circulate', by: 'jia', to: ['wu'] }),
      step({ op: 'comment', by: 'wu', text: 'seen, no remarks' }, { printed: ['seen, no remarks'] }),
      agree('yi', 'check', { status: 'COMPLETED' }),
      step({ op: 'comment', by: 'wu', text: 'on second thoughts' }, { printed: ['seen, no remarks'], record: { COMMENT: 2 } }),
    ],
  }),
  scene({
    id: 'E50',
    title: 'a case that waits at a join and in a countersign moves to a new drawing',
    why: 'Votes and arrived tokens are lost, silently.',
    model: { parts: waiting, flows: ['start -> apply -> split -> sign -> join -> end', 'split -> t2 -> join'] },
    steps: [
      start('E50'),
      ...agreeing(['jia', 'apply'], ['ding', 't2'], ['yi', 'sign']),
      step({
        op: 'deploy',
        model: buildModel({
          key: 'conformance-e50',
          name: 'second version',
          parts: { ...waiting, final: held('wu') },
          flows: ['start -> apply -> split -> sign -> join -> final -> end', 'split -> t2 -> join'],
        }),
      }),
      {
        do: { op: 'migrate', by: 'root', to: 'conformance-e50' },
        expect: { open: ['sign@bing'], seats: { sign: ['yi AGREE', 'bing PENDING'] } },
        suffices: ['CONFLICT', 'INVALID', 'NOT_OFFERED'],
      },
      agree('bing', 'sign', { open: ['final@wu'] }),
    ],
  }),
  scene({
    id: 'E55',
    title: 'withdrawn in the moment of the last signature',
    why: 'A signed decision vanishes, or a withdrawn one takes effect.',
    tries: 20,
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E55'),
      agree('jia', 'apply', { open: ['check@yi'] }),
      {
        do: {
          op: 'parallel',
          acts: [
            { op: 'withdraw', by: 'jia' },
            { op: 'agree', by: 'yi', node: 'check' },
          ],
        },
        expect: { winners: 1, open: [] },
        either: [
          { status: 'WITHDRAWN', record: { WITHDRAW: 1, AGREE: 1 } },
          { status: 'COMPLETED', record: { WITHDRAW: 0, AGREE: 2 } },
        ],
      },
      step({ op: 'withdraw', by: 'jia' }, { refused: 'CONFLICT', open: [] }),
    ],
  }),
];

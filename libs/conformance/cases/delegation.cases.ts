import type { ConformanceCase } from '../conformance-case';
import { buildModel, held, type Parts } from '../model/build-model';
import { agree, against, scene, start, step } from './scene';
import { voted } from './vote-model';

const line: Parts = { apply: held('jia'), check: held('yi'), done: held('wu') };
const LINE_FLOWS = ['start -> apply -> check -> done -> end'];
const DELEGATED = ['check@bing (advice)', 'check@yi (waiting)'];

/** Asking another person for advice before one decides oneself. */
export const delegationCases: readonly ConformanceCase[] = [
  scene({
    id: 'E18',
    title: 'a delegated task is transferred',
    why: 'Owner and delegation survive by accident only: the new holder believes to have approved.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E18'),
      agree('jia', 'apply'),
      step({ op: 'delegate', by: 'yi', node: 'check', to: 'bing' }, { open: DELEGATED }),
      step(
        { op: 'transfer', by: 'bing', node: 'check', to: 'ding', reason: 'on leave' },
        { open: ['check@ding (advice)', 'check@yi (waiting)'] },
      ),
      agree('ding', 'check', { refused: ['FORBIDDEN', 'NOT_OFFERED', 'CONFLICT'], open: ['check@ding (advice)', 'check@yi (waiting)'] }),
      agree('yi', 'check', { refused: ['CONFLICT', 'NOT_OFFERED'] }),
      step(
        { op: 'advise', by: 'ding', node: 'check', opinion: 'the sum fits' },
        { open: ['check@yi'], recorded: ['TRANSFER bing', 'ADVICE ding'], record: { AGREE: 1 } },
      ),
      agree('yi', 'check', { open: ['done@wu'] }),
    ],
  }),
  scene({
    id: 'E19',
    title: 'a countersign is decided while one of its members waits for advice',
    why: 'The person asked keeps a task of a step that is over.',
    model: voted({ mode: 'any', signers: ['yi', 'bing'] }),
    others: [
      buildModel({ ...voted({ mode: 'all', signers: ['yi', 'bing'] }), key: 'conformance-e19-all' }),
      buildModel({ ...voted({ mode: 'ratio', threshold: { of: 1, in: 2 }, signers: ['yi', 'bing'] }), key: 'conformance-e19-ratio' }),
      buildModel({ ...voted({ mode: 'sequential', signers: ['yi', 'bing'] }), key: 'conformance-e19-sequential' }),
    ],
    steps: [
      start('E19'),
      agree('jia', 'apply'),
      step({ op: 'delegate', by: 'yi', node: 'sign', to: 'ding' }, { open: ['sign@bing', 'sign@ding (advice)', 'sign@yi (waiting)'] }),
      agree('bing', 'sign', { open: ['passed@wu'], affected: ['cancelled sign ding'], noticed: { ding: ['CANCELLED sign'] } }),
      step({ op: 'advise', by: 'ding', node: 'sign', opinion: 'too late' }, { refused: 'CONFLICT' }),
      step({ op: 'start', by: 'jia', model: 'conformance-e19-all', case: 'all' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'all' }),
      step({ op: 'delegate', by: 'yi', node: 'sign', to: 'ding', case: 'all' }),
      step(
        { op: 'against', by: 'bing', node: 'sign', case: 'all' },
        { open: ['failed@ji'], affected: ['cancelled sign ding'], seats: { sign: ['yi CANCELLED', 'bing AGAINST'] } },
      ),
      step({ op: 'start', by: 'jia', model: 'conformance-e19-ratio', case: 'ratio' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'ratio' }),
      step({ op: 'delegate', by: 'yi', node: 'sign', to: 'wu', case: 'ratio' }),
      step({ op: 'agree', by: 'bing', node: 'sign', case: 'ratio' }, { open: ['passed@wu'], affected: ['cancelled sign wu'] }),
      step({ op: 'start', by: 'jia', model: 'conformance-e19-sequential', case: 'sequential' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'sequential' }),
      step({ op: 'delegate', by: 'yi', node: 'sign', to: 'ding', case: 'sequential' }),
      step(
        { op: 'removeSeat', by: 'root', node: 'sign', of: 'yi', case: 'sequential' },
        { open: ['sign@bing'], affected: ['cancelled sign ding'] },
      ),
    ],
  }),
  scene({
    id: 'E20',
    title: 'advice and decision are each sent twice in the same moment',
    why: 'Answer and completion sent together double the work that follows.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E20'),
      agree('jia', 'apply'),
      step({ op: 'delegate', by: 'yi', node: 'check', to: 'bing' }),
      step(
        {
          op: 'parallel',
          acts: [
            { op: 'advise', by: 'bing', node: 'check', opinion: 'it fits', key: 'advice-1' },
            { op: 'advise', by: 'bing', node: 'check', opinion: 'it fits', key: 'advice-1' },
          ],
        },
        { winners: 2, open: ['check@yi'], record: { ADVICE: 1 } },
      ),
      step(
        {
          op: 'parallel',
          acts: [
            { op: 'agree', by: 'yi', node: 'check', key: 'decision-1' },
            { op: 'agree', by: 'yi', node: 'check', key: 'decision-1' },
          ],
        },
        { winners: 2, open: ['done@wu'], record: { AGREE: 2 } },
      ),
    ],
  }),
  scene({
    id: 'E21',
    title: 'the person asked transfers to the one who asked',
    why: 'The holder would wait for their own advice for ever.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      start('E21'),
      agree('jia', 'apply'),
      step({ op: 'delegate', by: 'yi', node: 'check', to: 'bing' }, { open: DELEGATED }),
      {
        do: { op: 'transfer', by: 'bing', node: 'check', to: 'yi', reason: 'back to you' },
        expect: { record: { AGREE: 1 } },
        either: [{ open: ['check@yi'] }, { open: DELEGATED }],
        suffices: ['CONFLICT', 'INVALID', 'FORBIDDEN', 'NOT_OFFERED'],
      },
    ],
  }),
  scene({
    id: 'E63',
    title: 'one member of a countersign sends only their own part out for rework',
    why: 'Engines know only a return of the whole step; the others lose their votes.',
    model: voted({ mode: 'all', signers: ['yi', 'bing'] }),
    steps: [
      start('E63'),
      agree('jia', 'apply'),
      step(
        { op: 'sendOwnPart', by: 'yi', node: 'sign', to: 'jia', reason: 'the receipt is missing' },
        { open: ['sign@bing', 'sign@jia (rework)', 'sign@yi (waiting)'], seats: { sign: ['yi PENDING', 'bing PENDING'] } },
      ),
      agree('bing', 'sign', { open: ['sign@jia (rework)', 'sign@yi (waiting)'] }),
      step({ op: 'finishRework', by: 'jia', node: 'sign', opinion: 'added' }, { open: ['sign@yi'], visits: { sign: ['FLOW ACTIVE'] } }),
      agree('yi', 'sign', { open: ['passed@wu'], seats: { sign: ['yi AGREE', 'bing AGREE'] } }),
    ],
  }),
  scene({
    id: 'E61',
    title: 'all are against and the condition to pass never holds',
    why: 'BPMN multi-instance goes on when all are done: "all done" is taken for "passed".',
    model: voted({ mode: 'ratio', threshold: { of: 1, in: 2 }, signers: ['yi', 'bing', 'ding'], waitForAll: true }),
    steps: [
      start('E61'),
      agree('jia', 'apply'),
      against('yi', 'sign', { open: ['sign@bing', 'sign@ding'] }),
      against('bing', 'sign', { open: ['sign@ding'] }),
      against('ding', 'sign', { open: ['failed@ji'], data: { result: 'FAIL' }, status: 'RUNNING' }),
    ],
  }),
];

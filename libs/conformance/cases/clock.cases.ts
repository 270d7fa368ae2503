import type { ConformanceCase, Step } from '../conformance-case';
import { buildModel, held, type Parts } from '../model/build-model';
import type { NodeOptions } from '../model/model-source';
import type { TaskOperation } from '../operation';
import { agree, agreeing, back, resubmit, scene, start, step } from './scene';
import { voted } from './vote-model';

const timed: Parts = { apply: held('jia'), check: held('yi', { timeout: { days: 3, act: 'remind' } }), done: held('wu') };
const LINE_FLOWS = ['start -> apply -> check -> done -> end'];

const AGREES: NodeOptions = { timeout: { days: 3, act: 'agree' } };
/** Whoever must act is told that they are late, and whoever waits for them that it was escalated. */
const TOLD = { bing: ['TIMEOUT check'], yi: ['ESCALATED check'] };

/** A case of its own in which somebody was asked and does not answer until the term is over. Nobody decides over their heads. */
const lateAt = (name: string, act: TaskOperation, open: readonly string[]): readonly Step[] => [
  step({ op: 'start', by: 'jia', model: name === 'automatic' ? 'conformance-e37-automatic' : 'conformance-e37', case: name }),
  step({ op: 'agree', by: 'jia', node: 'apply', case: name }),
  step({ ...act, case: name }, { open }),
  // Over a weekend too, where a last day may move to Monday.
  { do: { op: 'advance', days: 6 }, of: name, expect: { open, status: 'RUNNING', record: { TIMEOUT: 1, ESCALATE: 1 } } },
];

/**
 * Terms, timers, holidays. The clock begins on Monday, 2 March 2026, 09:00 in China. Terms in days may end at the same hour or with the day:
 * no case looks in between.
 */
export const clockCases: readonly ConformanceCase[] = [
  scene({
    id: 'E37',
    title: 'the term of a task runs out while it is delegated, or somebody was added',
    why: 'The clock is forgotten, or the step is ended over the heads of those who were asked.',
    model: { parts: timed, flows: LINE_FLOWS },
    others: [
      buildModel({ key: 'conformance-e37-automatic', parts: { ...timed, check: held('geng', AGREES) }, flows: LINE_FLOWS }),
      buildModel({
        ...voted({ mode: 'ratio', threshold: { of: 1, in: 2 }, signers: ['yi', 'bing'] }, AGREES),
        key: 'conformance-e37-signed',
      }),
    ],
    steps: [
      start('E37'),
      agree('jia', 'apply'),
      step({ op: 'delegate', by: 'yi', node: 'check', to: 'bing' }, { open: ['check@bing (advice)', 'check@yi (waiting)'] }),
      step({ op: 'advance', days: 2 }, { record: { TIMEOUT: 0 } }),
      step(
        { op: 'advance', days: 2 },
        { open: ['check@bing (advice)', 'check@yi (waiting)'], noticed: TOLD, record: { TIMEOUT: 1, ESCALATE: 1 } },
      ),
      ...lateAt('added', { op: 'addBefore', by: 'yi', node: 'check', people: ['ding'] }, ['check@ding (before)', 'check@yi (waiting)']),
      ...lateAt('added-after', { op: 'addAfter', by: 'yi', node: 'check', people: ['ji'] }, ['check@ji (after)']),
      ...lateAt('automatic', { op: 'delegate', by: 'geng', node: 'check', to: 'xin' }, ['check@geng (waiting)', 'check@xin (advice)']),
      step({ op: 'start', by: 'jia', model: 'conformance-e37-signed', case: 'signed' }),
      step({ op: 'agree', by: 'jia', node: 'apply', case: 'signed' }),
      step({ op: 'delegate', by: 'yi', node: 'sign', to: 'ji', case: 'signed' }),
      {
        do: { op: 'advance', days: 6 },
        of: 'signed',
        expect: {
          open: ['sign@ji (advice)', 'sign@yi (waiting)'],
          seats: { sign: ['yi PENDING', 'bing ABSTAIN'] },
          record: { AGREE: 1, ESCALATE: 1 },
        },
      },
      step({ op: 'advise', by: 'ji', node: 'sign', opinion: 'late, but it fits', case: 'signed' }, { open: ['sign@yi'] }),
      step({ op: 'agree', by: 'yi', node: 'sign', case: 'signed' }, { open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E38',
    title: 'the term after a return',
    why: 'The timer of the first visit is gone and no new one is set; or the old one fires into the new visit.',
    model: { parts: timed, flows: LINE_FLOWS },
    steps: [
      start('E38'),
      agree('jia', 'apply', { dueDay: { check: '2026-03-05' } }),
      step({ op: 'advance', days: 1 }),
      back('yi', 'check', 'apply'),
      resubmit('jia', 'apply', { dueDay: { check: '2026-03-06' } }),
      step({ op: 'advance', days: 2, hours: 23 }, { record: { TIMEOUT: 0 } }),
      step({ op: 'advance', days: 1, hours: 1 }, { record: { TIMEOUT: 1 }, open: ['check@yi'] }),
    ],
  }),
  scene({
    id: 'E39',
    title: 'two timers at one step fire in the same moment',
    why: 'One of them is lost, or one fires twice.',
    model: {
      parts: {
        ...{ check: held('yi'), chase: held('bing'), warn: held('ding') },
        late: { type: 'boundaryTimer', on: 'check', after: 'P2D' },
        later: { type: 'boundaryTimer', on: 'check', after: 'P2D' },
        ...{ end_chase: { type: 'end' }, end_warn: { type: 'end' } },
      },
      flows: ['start -> check -> end', 'late -> chase -> end_chase', 'later -> warn -> end_warn'],
    },
    steps: [
      start('E39'),
      step({ op: 'advance', days: 2, hours: 1 }, { open: ['chase@bing', 'check@yi', 'warn@ding'] }),
      step({ op: 'advance', days: 3 }, { open: ['chase@bing', 'check@yi', 'warn@ding'] }),
      ...agreeing(['bing', 'chase'], ['ding', 'warn']),
      agree('yi', 'check', { status: 'COMPLETED' }),
    ],
  }),
  scene({
    id: 'E40',
    title: 'a timer falls due while the engine is off, and two nodes start together',
    why: 'Both nodes see it and both act; or neither does.',
    model: {
      parts: {
        ...{ check: held('yi'), chase: held('bing'), late: { type: 'boundaryTimer', on: 'check', after: 'P2D' } },
        end_chase: { type: 'end' },
      },
      flows: ['start -> check -> end', 'late -> chase -> end_chase'],
    },
    steps: [
      start('E40', { open: ['check@yi'] }),
      step({ op: 'advance', days: 3, down: true }, { open: ['chase@bing', 'check@yi'], visits: { chase: ['FLOW ACTIVE'] } }),
      step({ op: 'advance', days: 1 }, { open: ['chase@bing', 'check@yi'] }),
    ],
  }),
  scene({
    id: 'E54',
    title: 'a suspended case gets a message, and a timer falls due',
    why: 'The message is lost, or the case goes on although it is suspended.',
    model: {
      parts: {
        ...{ check: held('yi'), chase: held('bing'), receipt: held('ding') },
        ...{ split: { type: 'parallel' }, join: { type: 'parallel' }, paid: { type: 'message', name: 'paid' } },
        ...{ late: { type: 'boundaryTimer', on: 'check', after: 'P1D' }, end_chase: { type: 'end' } },
      },
      flows: ['start -> split -> check -> join -> end', 'split -> paid -> receipt -> join', 'late -> chase -> end_chase'],
    },
    steps: [
      start('E54', { open: ['check@yi'] }),
      step({ op: 'circulate', by: 'jia', to: ['wu'] }),
      step({ op: 'suspend', by: 'root' }, { status: 'SUSPENDED', open: ['check@yi'] }),
      agree('yi', 'check', { refused: 'LOCKED' }),
      step({ op: 'advance', days: 2 }, { open: ['check@yi'] }),
      step({ op: 'message', by: 'jia', name: 'paid' }, { open: ['check@yi'], status: 'SUSPENDED' }),
      step({ op: 'comment', by: 'wu', text: 'paid today' }),
      {
        do: { op: 'resume', by: 'root' },
        expect: { status: 'RUNNING' },
        either: [{ open: ['check@yi', 'receipt@ding'] }, { open: ['chase@bing', 'check@yi', 'receipt@ding'] }],
      },
      step({ op: 'advance', days: 1, hours: 1 }, { open: ['chase@bing', 'check@yi', 'receipt@ding'] }),
      agree('yi', 'check', { open: ['chase@bing', 'receipt@ding'] }),
    ],
  }),
  scene({
    id: 'E60',
    title: 'working days with a holiday and a working Saturday',
    why: 'Weeks are not calendars: the notice of the year moves working days to weekends.',
    calendar: { holidays: ['2026-03-04'], workdays: ['2026-03-07'] },
    model: { parts: { ...timed, check: held('yi', { timeout: { workingDays: 5, act: 'remind' } }) }, flows: LINE_FLOWS },
    steps: [
      start('E60'),
      agree('jia', 'apply', { dueDay: { check: '2026-03-09' } }),
      step({ op: 'advance', days: 6 }, { record: { TIMEOUT: 0 } }),
      step({ op: 'advance', days: 2 }, { record: { TIMEOUT: 1 } }),
    ],
  }),
];

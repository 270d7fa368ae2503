import type { ConformanceCase, Step } from '../conformance-case';
import { held, type Parts } from '../model/build-model';
import type { TaskOperation } from '../operation';
import { agree, scene, start, step } from './scene';
import { voted } from './vote-model';

const line: Parts = { apply: held('jia'), check: held('yi'), done: held('wu') };
const LINE_FLOWS = ['start -> apply -> check -> done -> end'];

const actFor = (by: string, principal: string, act: TaskOperation, expect: Step['expect']): Step =>
  step({ op: 'actFor', by, principal, act }, expect);
const deputyOf = (by: string, deputy: string): Step => step({ op: 'setDeputy', by, deputy, mode: 'share' });

/** People who act for others. */
export const deputyCases: readonly ConformanceCase[] = [
  scene({
    id: 'E22',
    title: 'deputies of deputies, and a circle',
    why: 'A circle is followed for ever, or a task reaches somebody whom its holder never named.',
    model: { parts: { ...line, done: held('bing') }, flows: LINE_FLOWS },
    steps: [
      deputyOf('yi', 'bing'),
      step({ op: 'setDeputy', by: 'bing', deputy: 'yi' }, { refused: ['CONFLICT', 'INVALID'] }),
      start('E22'),
      agree('jia', 'apply', { open: ['check@yi'] }),
      actFor('ding', 'yi', { op: 'agree', by: 'ding', node: 'check' }, { refused: 'FORBIDDEN', open: ['check@yi'] }),
      actFor('bing', 'yi', { op: 'agree', by: 'bing', node: 'check' }, { open: ['done@bing'], recorded: ['AGREE bing for yi'] }),
      step({ op: 'endDeputy', by: 'yi', deputy: 'bing' }),
      deputyOf('bing', 'ding'),
      deputyOf('ding', 'geng'),
      {
        do: { op: 'setDeputy', by: 'geng', deputy: 'bing' },
        expect: { refused: ['CONFLICT', 'INVALID'] },
      },
      actFor('geng', 'bing', { op: 'agree', by: 'geng', node: 'done' }, { refused: 'FORBIDDEN', open: ['done@bing'] }),
      actFor('ding', 'bing', { op: 'agree', by: 'ding', node: 'done' }, { status: 'COMPLETED', recorded: ['AGREE ding for bing'] }),
    ],
  }),
  scene({
    id: 'E23',
    title: 'the deputy has handled the case',
    why: 'Separation of duties is checked for the principal and forgotten for the deputy.',
    model: { parts: { ...line, check: held('yi', { apartFrom: ['apply'] }) }, flows: LINE_FLOWS },
    steps: [
      deputyOf('yi', 'jia'),
      start('E23'),
      agree('jia', 'apply', { open: ['check@yi'] }),
      actFor('jia', 'yi', { op: 'agree', by: 'jia', node: 'check' }, { refused: 'FORBIDDEN', open: ['check@yi'] }),
      step({ op: 'transfer', by: 'yi', node: 'check', to: 'jia', reason: 'on leave' }, { refused: 'FORBIDDEN', open: ['check@yi'] }),
      agree('yi', 'check', { open: ['done@wu'] }),
    ],
  }),
  scene({
    id: 'E24',
    title: 'deputy and principal sign the same step',
    why: 'One person would fill two seats.',
    model: voted({ mode: 'all', signers: ['yi', 'bing'] }),
    steps: [
      deputyOf('yi', 'bing'),
      start('E24'),
      agree('jia', 'apply'),
      agree('bing', 'sign', { seats: { sign: ['yi PENDING', 'bing AGREE'] } }),
      actFor('bing', 'yi', { op: 'agree', by: 'bing', node: 'sign' }, { refused: ['FORBIDDEN', 'CONFLICT'], open: ['sign@yi'] }),
      agree('yi', 'sign', { open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E25',
    title: 'the rule ends while the deputy has the form open',
    why: 'The right is checked when the form opens, not when it is sent.',
    model: { parts: line, flows: LINE_FLOWS },
    steps: [
      deputyOf('yi', 'bing'),
      start('E25'),
      agree('jia', 'apply'),
      actFor('bing', 'yi', { op: 'open', by: 'bing', node: 'check' }, { open: ['check@yi'] }),
      step({ op: 'endDeputy', by: 'yi', deputy: 'bing' }),
      actFor('bing', 'yi', { op: 'agree', by: 'bing', node: 'check' }, { refused: 'FORBIDDEN', open: ['check@yi'] }),
      agree('yi', 'check', { open: ['done@wu'] }),
    ],
  }),
];

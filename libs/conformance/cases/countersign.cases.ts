import type { ConformanceCase, Step } from '../conformance-case';
import { buildModel, held } from '../model/build-model';
import type { SignOptions } from '../model/model-source';
import { agree, agreeing, against, scene, start, step } from './scene';
import { voted } from './vote-model';

type Vote = readonly [by: string, op: 'agree' | 'against' | 'abstain'];

/** A vote with its own model: who votes how, and the node that is open then. */
interface Arithmetic {
  readonly name: string;
  readonly sign: Omit<SignOptions, 'result'>;
  readonly votes: readonly Vote[];
  readonly open: readonly string[];
}

const THREE = ['yi', 'bing', 'ding'];
const FOUR = [...THREE, 'geng'];
const HALF_AND_TWO_OUT: readonly Vote[] = [
  ['yi', 'agree'],
  ['bing', 'against'],
  ['ding', 'abstain'],
  ['geng', 'abstain'],
];

const ARITHMETIC: readonly Arithmetic[] = [
  { name: 'third', sign: ratio(1, 3, THREE), votes: [['yi', 'agree']], open: ['passed@wu'] },
  { name: 'two-thirds', sign: ratio(2, 3, THREE), votes: [['yi', 'agree'], ['bing', 'agree']], open: ['passed@wu'] }, // prettier-ignore
  { name: 'third-open', sign: ratio(1, 3, THREE), votes: [['yi', 'against'], ['bing', 'against']], open: ['sign@ding'] }, // prettier-ignore
  { name: 'third-failed', sign: ratio(1, 3, THREE), votes: THREE.map((by) => [by, 'against']), open: ['failed@ji'] },
  { name: 'majority-tie', sign: ratio(3, 5, FOUR), votes: [['yi', 'agree'], ['bing', 'agree'], ['ding', 'against'], ['geng', 'against']], open: ['failed@ji'] }, // prettier-ignore
  { name: 'half-reached', sign: ratio(1, 2, FOUR), votes: [['yi', 'against'], ['bing', 'against'], ['ding', 'agree'], ['geng', 'agree']], open: ['passed@wu'] }, // prettier-ignore
  { name: 'abstain-counts', sign: ratio(1, 2, FOUR), votes: HALF_AND_TWO_OUT.slice(0, 3), open: ['sign@geng'] },
  { name: 'abstain-counted', sign: ratio(1, 2, FOUR), votes: HALF_AND_TWO_OUT, open: ['failed@ji'] },
  { name: 'abstain-out', sign: { ...ratio(1, 2, FOUR), abstainExcluded: true }, votes: HALF_AND_TWO_OUT, open: ['passed@wu'] },
  { name: 'weights', sign: { ...ratio(2, 3, ['yi', 'bing']), weights: { yi: 2, bing: 1 } }, votes: [['yi', 'agree']], open: ['passed@wu'] },
];

function ratio(of: number, parts: number, signers: readonly string[]): Omit<SignOptions, 'result'> {
  return { mode: 'ratio', threshold: { of, in: parts }, signers };
}

const arithmeticKey = (name: string): string => `conformance-e33-${name}`;

function arithmeticSteps({ name, votes, open }: Arithmetic): readonly Step[] {
  return [
    step({ op: 'start', by: 'jia', model: arithmeticKey(name), case: name }),
    step({ op: 'agree', by: 'jia', node: 'apply', case: name }),
    ...votes.map(([by, op], index) => step({ op, by, node: 'sign', case: name }, index === votes.length - 1 ? { open } : {})),
  ];
}

const CROWD = Array.from({ length: 300 }, (_, index) => `member-${index + 1}`);

/** Several sign one step. */
export const countersignCases: readonly ConformanceCase[] = [
  scene({
    id: 'E32',
    title: 'two countersign nodes side by side',
    why: 'Sums over all that is open in a case mix the two votes.',
    model: {
      parts: {
        ...{ apply: held('jia'), split: { type: 'parallel' }, join: { type: 'parallel' }, done: held('ji') },
        left: { type: 'task', sign: { mode: 'all', signers: ['yi', 'bing'], result: 'left_result' } },
        right: { type: 'task', sign: { mode: 'all', signers: ['ding', 'wu'], result: 'right_result' } },
      },
      flows: ['start -> apply -> split -> left -> join -> done -> end', 'split -> right -> join'],
    },
    steps: [
      start('E32'),
      ...agreeing(['jia', 'apply'], ['yi', 'left']),
      agree('ding', 'right', { open: ['left@bing', 'right@wu'] }),
      agree('bing', 'left', { open: ['right@wu'], seats: { right: ['ding AGREE', 'wu PENDING'] }, data: { left_result: 'PASS' } }),
      against('wu', 'right', { open: ['done@ji'], data: { left_result: 'PASS', right_result: 'FAIL' } }),
    ],
  }),
  scene({
    id: 'E33',
    title: 'thirds, ties, weights and abstentions',
    why: '0.6667 is not two thirds; an abstention is neither a vote against nor none at all.',
    model: voted({ mode: 'all', signers: THREE }),
    others: ARITHMETIC.map(({ name, sign }) => buildModel({ ...voted(sign), key: arithmeticKey(name) })),
    steps: ARITHMETIC.flatMap(arithmeticSteps),
  }),
  scene({
    id: 'E34',
    title: 'the order of signers after the engine was stopped',
    why: 'A set without order, or an order kept in memory, changes who is next.',
    model: voted({ mode: 'sequential', signers: ['xin', 'yi', 'geng', 'bing'] }),
    steps: [
      start('E34'),
      agree('jia', 'apply', { open: ['sign@xin'] }),
      step({ op: 'restart' }, { open: ['sign@xin'] }),
      agree('yi', 'sign', { refused: ['CONFLICT', 'FORBIDDEN', 'NOT_OFFERED'] }),
      agree('xin', 'sign', { open: ['sign@yi'] }),
      step({ op: 'restart' }),
      agree('yi', 'sign', { open: ['sign@geng'] }),
      step({ op: 'restart' }),
      agree('geng', 'sign', { open: ['sign@bing'] }),
      agree('bing', 'sign', { open: ['passed@wu'] }),
    ],
  }),
  scene({
    id: 'E56',
    title: 'somebody who is a member by two roles',
    why: 'Two seats for one person: one vote counts twice, or the person is asked twice.',
    people: [
      { id: 'yi', roles: ['clerk'] },
      { id: 'bing', roles: ['clerk', 'reviewer'] },
      { id: 'ding', roles: ['reviewer'] },
    ],
    model: voted({ mode: 'all', signers: ['role:clerk', 'role:reviewer'] }),
    steps: [
      start('E56'),
      agree('jia', 'apply', {
        open: ['sign@bing', 'sign@ding', 'sign@yi'],
        inbox: { bing: 1 },
        noticed: { bing: ['NEW_TASK sign'] },
      }),
      agree('bing', 'sign', { open: ['sign@ding', 'sign@yi'] }),
      ...agreeing(['yi', 'sign']),
      agree('ding', 'sign', { open: ['passed@wu'], data: { result: 'PASS' } }),
    ],
  }),
  scene({
    id: 'E58',
    title: 'three hundred signers',
    why: 'Engines that keep every signer in their state become slower with each vote.',
    people: CROWD.map((id) => ({ id })),
    model: voted({ mode: 'all', signers: CROWD }),
    steps: [
      start('E58'),
      agree('jia', 'apply', { grownByAtMost: 0 }),
      step(
        { op: 'repeat', times: 1, acts: CROWD.slice(0, -1).map((by) => ({ op: 'agree', by, node: 'sign' }) as const) },
        { open: ['sign@member-300'], grownByAtMost: 1000 },
      ),
      agree('member-300', 'sign', { withinMs: 1000, open: ['passed@wu'], data: { result: 'PASS' } }),
    ],
  }),
];

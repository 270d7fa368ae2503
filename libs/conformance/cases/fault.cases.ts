import type { ConformanceCase } from '../conformance-case';
import { held } from '../model/build-model';
import { agree, agreeing, back, resubmit, scene, start, step } from './scene';

const skipping = held('jia', { skipSamePerson: true });

/** Crashes, repetitions, and what engines do by themselves. */
export const faultCases: readonly ConformanceCase[] = [
  scene({
    id: 'E41',
    title: 'the engine dies between the decision and the next step',
    why: 'The vote is kept and the token is not moved, or the client sends it again and it counts twice.',
    model: { parts: { apply: held('jia'), check: held('yi'), done: held('wu') }, flows: ['start -> apply -> check -> done -> end'] },
    steps: [
      start('E41'),
      agree('jia', 'apply'),
      {
        do: { op: 'crash', act: { op: 'agree', by: 'yi', node: 'check', key: 'decision-1' } },
        either: [
          { open: ['check@yi'], record: { AGREE: 1 } },
          { open: ['done@wu'], record: { AGREE: 2 } },
        ],
      },
      step({ op: 'agree', by: 'yi', node: 'check', key: 'decision-1' }, { open: ['done@wu'], record: { AGREE: 2 } }),
    ],
  }),
  scene({
    id: 'E42',
    title: 'the engine dies while it skips three steps of the same person',
    why: 'Skipping that runs after the commit stops half way, and nobody has a task.',
    model: {
      parts: { apply: held('jia'), a: skipping, b: skipping, c: skipping, done: held('yi') },
      flows: ['start -> apply -> a -> b -> c -> done -> end'],
    },
    steps: [
      start('E42'),
      {
        do: { op: 'crash', act: { op: 'agree', by: 'jia', node: 'apply', key: 'decision-1' } },
        either: [
          { open: ['apply@jia'], record: { AUTO_SKIP: 0 } },
          { open: ['done@yi'], record: { AUTO_SKIP: 3 } },
        ],
      },
      step({ op: 'agree', by: 'jia', node: 'apply', key: 'decision-1' }, { open: ['done@yi'], record: { AUTO_SKIP: 3, AGREE: 1 } }),
    ],
  }),
  scene({
    id: 'E43',
    title: 'a step of the same person after a return',
    why: 'What was sent back is passed by itself, because the same person agreed before.',
    model: { parts: { apply: held('jia'), check: skipping, decide: held('yi') }, flows: ['start -> apply -> check -> decide -> end'] },
    steps: [
      start('E43'),
      agree('jia', 'apply', { open: ['decide@yi'], record: { AUTO_SKIP: 1 } }),
      back('yi', 'decide', 'apply', { open: ['apply@jia'] }),
      resubmit('jia', 'apply', { open: ['check@jia'], record: { AUTO_SKIP: 1 } }),
      agree('jia', 'check', { open: ['decide@yi'] }),
    ],
  }),
  scene({
    id: 'E57',
    title: 'the same decision is posted twice',
    why: 'A double click or a retry makes two entries, or answers an error for what was done.',
    model: { parts: { apply: held('jia'), check: held('yi'), done: held('wu') }, flows: ['start -> apply -> check -> done -> end'] },
    steps: [
      start('E57'),
      ...agreeing(['jia', 'apply']),
      step(
        {
          op: 'parallel',
          acts: [
            { op: 'agree', by: 'yi', node: 'check', key: 'click-1' },
            { op: 'agree', by: 'yi', node: 'check', key: 'click-1' },
          ],
        },
        { winners: 2, open: ['done@wu'], record: { AGREE: 2 } },
      ),
      step({ op: 'agree', by: 'yi', node: 'check', key: 'click-1' }, { open: ['done@wu'], record: { AGREE: 2 } }),
      agree('yi', 'check', { refused: 'CONFLICT', record: { AGREE: 2 } }),
    ],
  }),
];

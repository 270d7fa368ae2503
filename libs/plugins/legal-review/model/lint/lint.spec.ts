import type { ModelElement, ProcessModel } from '@fashen/plugin-api';
import { draw } from './drawing';
import { legalReviewLint } from './index';
import { reviewBeforeDecision } from './review-before-decision';

/** What the rules say: `rule: cause` where there is a cause. */
const findingsOf = (model: ProcessModel): readonly string[] =>
  Object.entries(legalReviewLint).flatMap(([name, rule]) =>
    rule(model).map(({ params }) => (params?.['cause'] ? `${name}: ${String(params['cause'])}` : name)),
  );

const inside = (...ids: readonly string[]): Record<string, Partial<ModelElement>> =>
  Object.fromEntries(ids.map((id) => [id, { parentId: 'sub' }]));
const on = (host: string, isInterrupting = true): Partial<ModelElement> => ({ attachedToId: host, isInterrupting });

/** The plain procedure: draft, catalog, review where the catalog asks for it, signature, decision. */
const PLAIN = `
  start > draft
  draft > catalog
  catalog > xorNeeded
  xorNeeded > decide | catalog.depth = "NONE"
  xorNeeded > review | default
  review > sign
  sign > xorPassed
  xorPassed > decide | review.passed = true
  xorPassed > draft | default
  decide > end`;

const without = (text: string, ...lines: readonly string[]): string => lines.reduce((left, line) => left.replace(line, ''), text);

const GOOD: readonly (readonly [string, ProcessModel])[] = [
  ['the plain procedure', draw(PLAIN)],
  ['review of every case', draw(without(PLAIN, 'xorNeeded > decide | catalog.depth = "NONE"'))],
  [
    'the way around the review as the default of "needed"',
    draw(
      PLAIN.replace('decide | catalog.depth = "NONE"', 'decide | default').replace('review | default', 'review | catalog.depth != "NONE"'),
    ),
  ],
  ['conditions on catalog.inCatalog', draw(PLAIN.replace('catalog.depth = "NONE"', 'catalog.inCatalog = false'))],
  [
    'conditions with in, not and brackets',
    draw(PLAIN.replace('catalog.depth = "NONE"', 'not(catalog.depth in ("ROUTINE", "FULL")) and (catalog.depth != null)')),
  ],
  [
    'the passing condition beside other conditions',
    draw(PLAIN.replace('review.passed = true', '= review.passed = true and draft.fine > 0')),
  ],
  [
    'routine opinions that need no signature',
    draw(
      `${PLAIN}\n review > xorRoutine\n`.replace(
        'review > sign',
        'xorRoutine > sign | default\n xorRoutine > xorPassed | catalog.depth = "ROUTINE"',
      ),
    ),
  ],
  [
    'a failing opinion that leads to a dispute and a second reviewer',
    draw(
      `${without(PLAIN, 'xorPassed > draft | default')}\n xorPassed > answer | default\n answer > xorAnswer\n xorAnswer > reviewAgain | answer.action = "DISPUTE"\n xorAnswer > draft | default\n reviewAgain > sign`,
    ),
  ],
  [
    'a second catalog after the notice that asks whether the review still holds',
    draw(
      `${without(PLAIN, 'xorPassed > decide | review.passed = true', 'xorNeeded > decide | catalog.depth = "NONE"')}\n xorNeeded > notice | catalog.depth = "NONE"\n xorPassed > notice | review.passed = true\n notice > catalogAgain\n catalogAgain > xorStands\n xorStands > decide | review.passed = true or catalog.depth = "NONE"\n xorStands > review | default`,
    ),
  ],
  [
    'a hearing that leads back to the catalog',
    draw(
      `${without(PLAIN, 'xorPassed > decide | review.passed = true')}\n xorPassed > xorHearing | review.passed = true\n xorHearing > hear | hearing.requested = true\n xorHearing > decide | default\n hear > catalog`,
    ),
  ],
  [
    'a decision that returns the draft',
    draw(
      `${without(PLAIN, 'decide > end')}\n decide > xorDecided\n xorDecided > end | decision.approved = true\n xorDecided > draft | default`,
    ),
  ],
  [
    'papers prepared beside the review',
    draw(
      `${without(PLAIN, 'xorNeeded > review | default', 'sign > xorPassed')}\n xorNeeded > andSplit | default\n andSplit > review\n andSplit > papers\n sign > andJoin\n papers > andJoin\n andJoin > xorPassed`,
    ),
  ],
  [
    'review inside a sub-process',
    draw(
      `start > draft\n draft > catalog\n catalog > sub\n startSub > review\n review > sign\n sign > endSub\n sub > xorPassed\n xorPassed > decide | review.passed = true\n xorPassed > draft | default\n decide > end`,
      inside('startSub', 'review', 'sign', 'endSub'),
    ),
  ],
  ['a reminder timer beside the review', draw(`${PLAIN}\n eventDue > remind\n remind > endReminded`, { eventDue: on('review', false) })],
  [
    'a timer that takes the review to another reviewer',
    draw(`${PLAIN}\n eventDue > reviewOther\n reviewOther > sign`, { eventDue: on('review') }),
  ],
  [
    'an event sub-process that ends the case',
    draw(`${PLAIN}\n startDead > close\n close > endDead`, {
      sub: { isEventSubProcess: true },
      ...inside('startDead', 'close', 'endDead'),
    }),
  ],
  [
    'a called process between review and decision that brings back nothing the review looks at',
    draw(PLAIN.replace('decide | review.passed = true', 'call | review.passed = true\n call > decide'), {
      call: { extensions: { 'engine:Mapping': { output: '= {discussion: discussion}' } } },
    }),
  ],
  ['a called process before the catalog', draw(PLAIN.replace('start > draft', 'start > call\n call > draft'))],
  ['a jump by link to the catalog', draw(PLAIN.replace('draft > catalog', 'draft > throwOn\n catchOn > catalog'))],
  [
    'a discussion between review and decision',
    draw(
      PLAIN.replace(
        'decide | review.passed = true',
        'xorDiscuss | review.passed = true\n xorDiscuss > discuss | catalog.collective = true\n xorDiscuss > decide | default\n discuss > decide',
      ),
    ),
  ],
  ['a process without a decision', draw(`start > draft\n draft > end`)],
];

const BAD: readonly (readonly [string, ProcessModel, readonly string[]])[] = [
  [
    'no catalog',
    draw(`start > draft\n draft > review\n review > sign\n sign > xor\n xor > decide | review.passed = true\n xor > draft | default`),
    ['review-before-decision: CATALOG'],
  ],
  ['no review', draw(`start > draft\n draft > catalog\n catalog > decide\n decide > end`), ['review-before-decision: REVIEW']],
  [
    'a way around the review for small fines',
    draw(PLAIN.replace('catalog.depth = "NONE"', 'draft.fine < 1000')),
    ['review-before-decision: REVIEW'],
  ],
  [
    'a way around the review for urgent cases beside the right one',
    draw(`${PLAIN}\n xorNeeded > decide | draft.urgent = true`),
    ['review-before-decision: REVIEW'],
  ],
  [
    'a way around the review as the default',
    draw(
      PLAIN.replace('review | default', 'review | catalog.depth = "FULL"').replace('decide | catalog.depth = "NONE"', 'decide | default'),
    ),
    ['review-before-decision: REVIEW'],
  ],
  [
    'a way around the review by or',
    draw(PLAIN.replace('catalog.depth = "NONE"', 'catalog.depth = "NONE" or draft.urgent = true')),
    ['review-before-decision: REVIEW'],
  ],
  [
    'a failing opinion that goes on',
    draw(
      `${without(PLAIN, 'xorPassed > decide | review.passed = true', 'xorPassed > draft | default', 'sign > xorPassed')}\n sign > decide`,
    ),
    ['review-before-decision: NOT_PASSED'],
  ],
  [
    'the decision as default after the signature',
    draw(
      PLAIN.replace('decide | review.passed = true', 'draft | review.code = "SUPPLEMENT"').replace('draft | default', 'decide | default'),
    ),
    ['review-before-decision: NOT_PASSED'],
  ],
  [
    'the code instead of the signed result',
    draw(PLAIN.replace('review.passed = true', 'review.code = "PASS"')),
    ['review-before-decision: NOT_PASSED'],
  ],
  [
    'no signature',
    draw(without(PLAIN, 'sign > xorPassed').replace('review > sign', 'review > xorPassed')),
    ['review-before-decision: SIGNATURE'],
  ],
  [
    'the draft rewritten after the review',
    draw(PLAIN.replace('decide | review.passed = true', 'draftFinal | review.passed = true\n draftFinal > decide')),
    ['review-before-decision: CATALOG_STALE'],
  ],
  [
    'the draft rewritten after the catalog said no',
    draw(
      PLAIN.replace('xorNeeded > decide | catalog.depth = "NONE"', 'xorNeeded > draftFinal | catalog.depth = "NONE"\n draftFinal > decide'),
    ),
    ['review-before-decision: CATALOG_STALE'],
  ],
  [
    'a hearing after the review',
    draw(PLAIN.replace('decide | review.passed = true', 'hear | review.passed = true\n hear > decide')),
    ['review-before-decision: CATALOG_STALE'],
  ],
  [
    'a boundary timer that skips the review',
    draw(`${PLAIN}\n eventLate > decide`, { eventLate: on('review') }),
    ['review-before-decision: REVIEW'],
  ],
  [
    'a boundary event of a sub-process that skips the signature',
    draw(
      `start > draft\n draft > catalog\n catalog > sub\n startSub > review\n review > sign\n sign > endSub\n sub > xorPassed\n xorPassed > decide | review.passed = true\n xorPassed > draft | default\n eventLate > decide`,
      { ...inside('startSub', 'review', 'sign', 'endSub'), eventLate: on('sub') },
    ),
    ['review-before-decision: REVIEW'],
  ],
  [
    'an event sub-process that decides',
    draw(`${PLAIN}\n startUrgent > decideNow\n decideNow > endUrgent`, {
      sub: { isEventSubProcess: true },
      ...inside('startUrgent', 'decideNow', 'endUrgent'),
    }),
    ['review-before-decision: CATALOG'],
  ],
  [
    'a branch beside the review that decides',
    draw(`${without(PLAIN, 'xorNeeded > review | default')}\n xorNeeded > andSplit | default\n andSplit > review\n andSplit > decide`),
    ['review-before-decision: REVIEW', 'parts-in-parallel'],
  ],
  [
    'a called process between review and decision',
    draw(PLAIN.replace('decide | review.passed = true', 'call | review.passed = true\n call > decide')),
    ['review-before-decision: CATALOG_STALE'],
  ],
  ...['hearing', 'draft', 'party', 'review', 'catalog'].map((name): [string, ProcessModel, string[]] => [
    `a called process between review and decision that brings back ${name}`,
    draw(PLAIN.replace('decide | review.passed = true', 'call | review.passed = true\n call > decide'), {
      call: { extensions: { 'engine:Mapping': { output: `= {discussion: 1, ${name}: {}}` } } },
    }),
    ['review-before-decision: CATALOG_STALE'],
  ]),
  [
    'a called process that brings back a decision',
    draw(PLAIN.replace('decide > end', 'decide > call\n call > end'), {
      call: { extensions: { 'engine:Mapping': { output: '= {decision: {approved: true}}' } } },
    }),
    ['called-decision'],
  ],
  [
    'a review over a list that may be empty',
    draw(PLAIN.replace('review.passed = true', 'review.passed = true or catalog.depth = "FULL"'), { review: { isMultiInstance: true } }),
    ['review-before-decision: REVIEW'],
  ],
  ['a second start that leads to the decision', draw(`${PLAIN}\n startAgain > decide`), ['review-before-decision: CATALOG']],
  [
    'a jump by link to the decision',
    draw(`${PLAIN}\n catchOn > decide\n xorNeeded > throwOn | draft.urgent = true`),
    ['review-before-decision: CATALOG'],
  ],
  [
    'the draft rewritten beside the review',
    draw(
      `${without(PLAIN, 'xorNeeded > review | default', 'sign > xorPassed')}\n xorNeeded > andSplit | default\n andSplit > review\n andSplit > draftMore\n sign > andJoin\n draftMore > andJoin\n andJoin > xorPassed`,
    ),
    ['parts-in-parallel', 'parts-in-parallel'],
  ],
  [
    'the draft rewritten by a non-interrupting event',
    draw(`${PLAIN}\n eventNews > draftNews\n draftNews > endNews`, { eventNews: on('review', false) }),
    ['parts-in-parallel'],
  ],
  [
    'a reviewer without duty',
    draw(PLAIN, {
      review: { extensions: { 'legal-review:Review': {}, 'assignment:Assignment': { kind: 'role', value: 'x', duty: 'none' } } },
    }),
    ['duties-apart: DUTY'],
  ],
  [
    'the reviewer decides',
    draw(PLAIN, {
      decide: { extensions: { 'legal-review:Decision': {}, 'assignment:Assignment': { kind: 'sameAs', value: 'review', duty: 'decide' } } },
    }),
    ['duties-apart: SAME_PERSON'],
  ],
  [
    'a decision the gate does not see',
    draw(PLAIN, { decide: { extensions: { 'assignment:Assignment': { kind: 'role', value: 'x', duty: 'decide' } } } }),
    ['duties-apart: UNGUARDED'],
  ],
  ['the review part on a service task', draw(PLAIN, { review: { type: 'bpmn:ServiceTask' } }), ['parts-fit']],
];

describe('models in which nobody gets around the review', () => {
  it.each(GOOD)('accepts %s', (_what, model) => {
    expect(findingsOf(model)).toEqual([]);
  });
});

describe('models in which somebody could get around the review', () => {
  it.each(BAD)('refuses %s', (_what, model, expected) => {
    expect([...new Set(findingsOf(model))]).toEqual([...new Set(expected)]);
  });

  it('shows the shortest way around, step by step', () => {
    // given
    const model = draw(`${PLAIN}\n xorNeeded > decide | draft.urgent = true`, { decide: { name: '作出决定' } });
    // when
    const [finding] = reviewBeforeDecision(model);
    // then
    expect(finding).toMatchObject({ elementId: 'decide', params: { text: 'start → draft → catalog → xorNeeded → 作出决定' } });
    expect(finding?.params?.['path']).toEqual([
      ...['start', 'draft', 'catalog', 'xorNeeded'].map((id) => ({ id, name: '' })),
      { id: 'decide', name: '作出决定' },
    ]);
  });

  it('judges the largest drawing that is accepted, and gives up on a larger one instead of accepting it', () => {
    // given
    const tangled = (count: number): ProcessModel => {
      const gates = Array.from(
        { length: count },
        (_, at) => `task${at} > xor${at}
        xor${at} > catalog${at} | x = ${at}
        xor${at} > draft${at} | default
        catalog${at} > task${at + 1}
        draft${at} > task${at + 1}`,
      );
      return draw(`start > task0\n${gates.join('\n')}\n task${count} > decide`);
    };
    // then
    expect(findingsOf(tangled(120))).toEqual(['review-before-decision: REVIEW']);
    expect(findingsOf(tangled(1_500)).join()).toMatch(/review-before-decision: (TOO_TANGLED|REVIEW)/);
  });
});

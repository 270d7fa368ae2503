import fc from 'fast-check';
import { type Choice, sumsOf, verdictOf, type Vote, type VoteRule } from './tally.rules';
import { fractionOf, NONE, thresholdOf, WHOLE } from './threshold.rules';

const all: VoteRule = {
  eachAnswers: false,
  firstDecides: false,
  threshold: { kind: 'part', part: WHOLE },
  quorum: NONE,
  abstain: 'counted',
  earlyPass: true,
  earlyFail: true,
};
const part = (text: string, more: Partial<VoteRule> = {}): VoteRule => {
  const threshold = thresholdOf(text);
  if (!threshold) throw new Error(`no threshold: ${text}`);
  return { ...all, threshold, ...more };
};
const letters: Readonly<Record<string, Choice | undefined>> = { a: 'agree', r: 'against', b: 'abstain', p: undefined };
/** `aarp`: two agree, one is against, one is open. */
const votes = (text: string, weights: readonly number[] = []): readonly Vote[] =>
  [...text].map((letter, index) => {
    const choice = letters[letter];
    return { weight: weights[index] ?? 1, ...(choice && { choice }) };
  });

describe('a step that each fills in', () => {
  const each: VoteRule = { ...all, eachAnswers: true };
  const parts = (text: string): readonly Vote[] => [...text].map((letter) => ({ weight: 1, ...(letter === 'd' && { isAnswered: true }) }));

  it.each([
    ['pp', 'open'],
    ['dp', 'open'],
    ['pd', 'open'],
    ['dd', 'answered'],
    ['d', 'answered'],
    ['', 'open'],
  ])('of %s is %s: only when everybody has', (text, expected) => {
    expect(verdictOf(parts(text), each)).toBe(expected);
  });

  it('counts no votes', () => {
    expect(sumsOf(parts('ddp'))).toEqual({ all: 3, agree: 0, against: 0, abstain: 0, answered: 2, open: 1 });
  });
});

describe('the count', () => {
  it.each<[string, VoteRule, string]>([
    // Exactly reached passes; thirds are thirds.
    ['aar', part('2/3'), 'passed'],
    ['aap', part('2/3'), 'passed'],
    ['app', part('1/3'), 'passed'],
    ['arp', part('2/3'), 'open'],
    ['arr', part('2/3'), 'notPassed'],
    ['aaaarrr', part('4/7'), 'passed'],
    // Ties fail where more than half is asked for, and pass where half is.
    ['aarr', part('3/5'), 'notPassed'],
    ['aarr', part('1/2'), 'passed'],
    // All.
    ['aaa', all, 'passed'],
    ['aap', all, 'open'],
    ['arp', all, 'notPassed'],
    ['arp', { ...all, earlyFail: false }, 'open'],
    // All must sign, then the part.
    ['aap', part('2/3', { earlyPass: false, earlyFail: false }), 'open'],
    ['rrp', part('2/3', { earlyPass: false, earlyFail: false }), 'open'],
    ['aar', part('2/3', { earlyPass: false, earlyFail: false }), 'passed'],
    // Any, in both readings.
    ['rpp', { ...all, firstDecides: true }, 'notPassed'],
    ['app', { ...all, firstDecides: true }, 'passed'],
    ['bpp', { ...all, firstDecides: true }, 'open'],
    ['bbb', { ...all, firstDecides: true }, 'notPassed'],
    ['rrp', part('1'), 'open'],
    ['rra', part('1'), 'passed'],
    ['rrr', part('1'), 'notPassed'],
    // Abstentions.
    ['aab', all, 'notPassed'],
    ['aab', { ...all, abstain: 'excluded' }, 'passed'],
    ['bbb', { ...all, abstain: 'excluded' }, 'notPassed'],
    ['abb', part('2/3', { abstain: 'excluded' }), 'passed'],
    ['abp', part('2/3', { abstain: 'excluded' }), 'open'],
    // Quorum counts abstentions and waits for voters.
    ['aapp', part('1/2', { quorum: { top: 3, bottom: 4 } }), 'open'],
    ['aabp', part('1/2', { quorum: { top: 3, bottom: 4 } }), 'passed'],
    // A number of votes.
    ['aapp', part('3'), 'open'],
    ['aaapp', part('3'), 'passed'],
    ['arrp', part('3'), 'notPassed'],
  ])('%s is judged as the rule says', (text, rule, expected) => {
    expect(verdictOf(votes(text), rule)).toBe(expected);
  });

  it('weighs votes', () => {
    expect(verdictOf(votes('arr', [3, 1, 1]), part('3/5'))).toBe('passed');
    expect(sumsOf(votes('arbp', [3, 1, 2, 5]))).toEqual({ all: 11, agree: 3, against: 1, abstain: 2, answered: 0, open: 5 });
  });

  it('fails at a veto whatever the others say, and waits for a mandatory seat', () => {
    const [first, ...others] = votes('raa');
    expect(verdictOf([{ ...first, weight: 1, hasVeto: true }, ...others], part('1/2'))).toBe('notPassed');
    const [open, ...agreeing] = votes('paa');
    expect(verdictOf([{ ...open, weight: 1, isMandatory: true }, ...agreeing], part('1/2'))).toBe('open');
    expect(verdictOf([{ ...open, weight: 1 }, ...agreeing], part('1/2'))).toBe('passed');
  });

  it('reads fractions and numbers, and nothing else', () => {
    expect(['2/3', ' 1 / 2 ', '1/1'].map(fractionOf)).toEqual([
      { top: 2, bottom: 3 },
      { top: 1, bottom: 2 },
      { top: 1, bottom: 1 },
    ]);
    expect(['3/2', '0/3', '1/0', '0.5', '66%', '', 'a/b', '-1/2'].map(thresholdOf)).toEqual(Array(8).fill(undefined));
    expect(thresholdOf('3')).toEqual({ kind: 'votes', votes: 3 });
  });

  describe('against every way the open votes can still go', () => {
    const choices: readonly (Choice | undefined)[] = ['agree', 'against', 'abstain', undefined];
    const vote = fc.record({
      choice: fc.constantFrom(...choices),
      weight: fc.integer({ min: 1, max: 4 }),
      hasVeto: fc.boolean(),
      isMandatory: fc.boolean(),
    });
    const fraction = fc
      .integer({ min: 1, max: 7 })
      .chain((bottom) => fc.record({ bottom: fc.constant(bottom), top: fc.integer({ min: 1, max: bottom }) }));
    const rule = fc.record({
      eachAnswers: fc.constant(false),
      firstDecides: fc.constant(false),
      threshold: fc.oneof(
        fraction.map((one) => ({ kind: 'part' as const, part: one })),
        fc.integer({ min: 1, max: 9 }).map((count) => ({ kind: 'votes' as const, votes: count })),
      ),
      quorum: fc.oneof(fc.constant(NONE), fraction),
      abstain: fc.constantFrom('counted' as const, 'excluded' as const),
      earlyPass: fc.boolean(),
      earlyFail: fc.boolean(),
    });

    /** Judged once everybody has voted, in big whole numbers and without the rules under test. */
    const passesInTheEnd = (ended: readonly Vote[], { threshold, abstain }: VoteRule): boolean => {
      const total = (wanted: readonly (Choice | undefined)[]): bigint =>
        ended.filter(({ choice }) => wanted.includes(choice)).reduce((sum, { weight }) => sum + BigInt(weight), 0n);
      const agree = total(['agree']);
      if (agree === 0n) return false;
      if (threshold.kind === 'votes') return agree >= BigInt(threshold.votes);
      const base = total(abstain === 'excluded' ? ['agree', 'against'] : ['agree', 'against', 'abstain']);
      return agree * BigInt(threshold.part.bottom) >= BigInt(threshold.part.top) * base;
    };
    const endings = (given: readonly Vote[]): readonly (readonly Vote[])[] =>
      given.reduce<readonly (readonly Vote[])[]>(
        (so, one) =>
          so.flatMap((head) =>
            one.choice ? [[...head, one]] : (['agree', 'against', 'abstain'] as const).map((choice) => [...head, { ...one, choice }]),
          ),
        [[]],
      );
    const expectedOf = (given: readonly Vote[], how: VoteRule): string => {
      if (given.some(({ hasVeto, choice }) => hasVeto && choice === 'against')) return 'notPassed';
      const outcomes = endings(given).map((ended) => passesInTheEnd(ended, how));
      const isOver = given.every(({ choice }) => choice);
      if (isOver) return outcomes[0] ? 'passed' : 'notPassed';
      const sums = sumsOf(given);
      const quorumReached = (sums.all - sums.open) * how.quorum.bottom >= sums.all * how.quorum.top;
      const waitsForSomebody = given.some(({ isMandatory, choice }) => isMandatory && !choice);
      if (how.earlyPass && quorumReached && !waitsForSomebody && outcomes.every(Boolean)) return 'passed';
      return how.earlyFail && !outcomes.some(Boolean) ? 'notPassed' : 'open';
    };

    it('passes early exactly if it can only pass, and fails early exactly if it can only fail', () => {
      fc.assert(
        fc.property(fc.array(vote, { minLength: 1, maxLength: 6 }), rule, (given, how) => {
          expect(verdictOf(given as readonly Vote[], how)).toBe(expectedOf(given as readonly Vote[], how));
        }),
        { numRuns: 3_000 },
      );
    });

    it('does not depend on the order of the seats', () => {
      fc.assert(
        fc.property(fc.array(vote, { minLength: 1, maxLength: 8 }), rule, (given, how) => {
          expect(verdictOf([...(given as readonly Vote[])].reverse(), how)).toBe(verdictOf(given as readonly Vote[], how));
        }),
      );
    });
  });
});

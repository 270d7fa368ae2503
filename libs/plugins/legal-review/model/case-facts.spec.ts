import { factsOf } from './case-facts';

describe('the facts of a case', () => {
  it('are read from the case data, days without their time, empty answers as none', () => {
    // when
    const facts = factsOf({
      hearing: { result: 'HELD', heldOn: '2026-09-20T09:00', reportedOn: null },
      notice: { served: true, fine: null },
    });
    // then
    expect(facts.hearing).toEqual({ result: 'HELD', heldOn: '2026-09-20' });
    expect(facts.notice).toEqual({ served: true });
    expect(facts.decision).toEqual({});
  });

  it.each([
    [{ statement: { kind: 'HEARING', receivedOn: 'soon' } }, 'statement', { kind: 'HEARING' }],
    [{ hearing: { result: 'HELD', clearWorkingDays: '8' } }, 'hearing', { result: 'HELD' }],
    [{ officers: { lead: 'jia', co: 7 } }, 'officers', { lead: 'jia' }],
    [{ hearing: { noticeServedOn: '2026-13-45', date: '2026-09-20' } }, 'hearing', { date: '2026-09-20' }],
  ] as const)('stand although an answer beside them cannot be read: %j', (variables, group, expected) => {
    const facts = factsOf(variables)[group];
    expect(JSON.parse(JSON.stringify(facts))).toEqual(expected);
  });

  it('of a notice stand together or not at all', () => {
    expect(factsOf({ notice: { served: true, servedOn: '2026-09-20', kinds: 'FINE' } }).notice).toEqual({});
  });

  it.each([[{ decision: { approved: 'true' } }], [{ decision: 'yes' }], [{ decision: null }], [{}]])(
    'hold no decision in %j',
    (variables) => {
      expect(factsOf(variables).decision.approved).toBeUndefined();
    },
  );
});

import { type Convening, conveningRefusal, dissentsFrom, silentOf, speakersOf } from './meeting.rules';

const call: Convening['call'] = {
  number: '8',
  place: '会议室',
  presiding: 'chief',
  recorder: 'clerk',
  present: ['one', 'two', 'chief'],
  absent: ['three'],
  absentReason: '出差',
  recused: [],
  recusedReason: '',
  attendants: '',
};
const quorum: Convening['quorum'] = { needed: 3, rule: 'MORE_THAN_HALF', source: '议事规则', confidence: 'V3' };
const good: Convening = { call, headIds: ['chief', 'one', 'two', 'three'], handlerIds: ['officer'], quorum, minHeads: 2 };
const codeOf = (over: Partial<Convening['call']>, more: Partial<Convening> = {}): string | undefined =>
  conveningRefusal({ ...good, ...more, call: { ...call, ...over } })?.code;

describe('convening', () => {
  it('is possible with enough heads, the absent ones with a reason', () => {
    expect(conveningRefusal(good)).toBeUndefined();
  });

  it('leaves recused heads out and goes on without them', () => {
    expect(codeOf({ absent: [], recused: ['three'], recusedReason: '利害关系' })).toBeUndefined();
  });

  it.each<[string, Partial<Convening['call']>, Partial<Convening>]>([
    ['NOT_A_HEAD', { present: ['one', 'two', 'chief', 'stranger'] }, {}],
    ['HEAD_UNACCOUNTED', { absent: [] }, {}],
    ['HEAD_UNACCOUNTED', { absent: ['three', 'two'] }, {}],
    ['RECUSED', { recused: ['two'], recusedReason: '利害关系' }, {}],
    ['RECUSED', {}, { handlerIds: ['two'] }],
    ['REASON_MISSING', { absentReason: ' ' }, {}],
    ['REASON_MISSING', { absent: [], recused: ['three'] }, {}],
    ['PRESIDING_ABSENT', { presiding: 'three' }, {}],
    ['BELOW_QUORUM', {}, { quorum: { ...quorum, needed: 4 } }],
    ['BELOW_QUORUM', {}, { minHeads: 4 }],
    ['BELOW_QUORUM', { present: ['chief', 'chief', 'chief'], absent: ['one', 'two', 'three'] }, {}],
  ])('is refused as %s', (code, over, more) => {
    expect(codeOf(over, more)).toBe(`discussion.${code}`);
  });
});

describe('the order of speaking', () => {
  it('has the presiding head last', () => {
    expect(speakersOf(call)).toEqual(['one', 'two']);
    expect(silentOf(call, ['one'])).toEqual(['two']);
  });

  it('puts every view that differs from the conclusion on record', () => {
    const views = [{ view: { stance: 'AGREE', reason: 'a' } } as const, { view: { stance: 'CHANGE', reason: 'b' } } as const];
    expect(dissentsFrom('AGREE', views)).toEqual([views[1]]);
    expect(dissentsFrom('NONE', views)).toEqual(views);
  });
});

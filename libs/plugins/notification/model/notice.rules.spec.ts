import { noticesOf } from './notice.rules';

const event = (name: string, rest: object = {}) => ({ name, payload: {}, ...rest });
const facts = { actorId: 'jia', candidates: [] };

describe('who is told about what', () => {
  it('tells the holder of a new task', () => {
    expect(noticesOf(event('engine.taskCreated'), { ...facts, holderId: 'bing' })).toEqual([{ kind: 'taskAssigned', to: ['person:bing'] }]);
  });

  it('tells those who may claim a new task while nobody holds it', () => {
    expect(noticesOf(event('engine.taskCreated'), { ...facts, candidates: ['role:legal-reviewer'] })).toEqual([
      { kind: 'taskClaimable', to: ['role:legal-reviewer'] },
    ]);
  });

  it('tells nobody what they did themselves', () => {
    expect(noticesOf(event('engine.taskAssigned'), { actorId: 'bing', holderId: 'bing', candidates: ['role:legal-reviewer'] })).toEqual([]);
  });

  it('tells both when a task goes from one person to another', () => {
    expect(noticesOf(event('engine.taskAssigned', { before: { assigneeId: 'yi' } }), { ...facts, holderId: 'bing' })).toEqual([
      { kind: 'taskAssigned', to: ['person:bing'] },
      { kind: 'taskTaken', to: ['person:yi'] },
    ]);
  });

  it('tells the starter that the case has ended', () => {
    expect(noticesOf(event('engine.instanceEnded'), { actorId: 'wu', candidates: [], starterId: 'jia' })).toEqual([
      { kind: 'caseEnded', to: ['person:jia'] },
    ]);
  });

  it('tells the candidates too when an unclaimed task is due', () => {
    expect(noticesOf(event('deadline.expired'), { actorId: 'system', candidates: ['role:legal-reviewer'] })).toEqual([
      { kind: 'overdue', to: ['role:legal-reviewer'] },
    ]);
  });

  it('tells of a clock without a step those it names', () => {
    const reminded = event('deadline.reminded', { payload: { personIds: ['yi'] } });
    expect(noticesOf(reminded, { ...facts, candidates: ['role:legal-reviewer'] })).toEqual([{ kind: 'dueSoon', to: ['person:yi'] }]);
  });

  it('tells whose step is done again after a return', () => {
    expect(noticesOf(event('rework.returned', { payload: { personId: 'yi' } }), facts)).toEqual([{ kind: 'returned', to: ['person:yi'] }]);
  });

  it('tells those who may grant an extension that somebody asks for it', () => {
    const asked = event('deadline.extensionRequested', { payload: { personIds: ['yi'], askedOf: ['role:chief-head'] } });
    expect(noticesOf(asked, facts)).toEqual([{ kind: 'extensionAsked', to: ['role:chief-head'] }]);
  });

  it('tells whoever asked that there is an answer', () => {
    expect(noticesOf(event('approval.answered', { payload: { askedBy: 'yi' } }), facts)).toEqual([{ kind: 'answered', to: ['person:yi'] }]);
  });

  it('tells the persons a circulation names', () => {
    expect(noticesOf(event('circulate.sent', { payload: { personIds: ['yi', 'jia', 'ding'] } }), facts)).toEqual([
      { kind: 'copied', to: ['person:yi', 'person:ding'] },
    ]);
  });

  it('tells nothing about events that are not in the table', () => {
    expect(noticesOf(event('form.submitted'), { ...facts, holderId: 'bing', starterId: 'yi' })).toEqual([]);
  });
});

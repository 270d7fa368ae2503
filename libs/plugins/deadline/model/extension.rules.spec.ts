import type { Clock, ExtensionNote } from './clock';
import { mayAsk, mayDecide, nextExtension } from './extension.rules';
import { bundledPeriods } from './period';

const found = bundledPeriods.periods.find(({ key }) => key === 'penalty-decision');
if (!found) throw new Error('no term of the case');
const { source, article, confidence, remind, extensions, holdBy } = found;

const clock: Clock = {
  ...{ id: 'c', instanceId: 'i', key: found.key, name: found.name, kind: found.kind, amount: 90, unit: 'days', rule: 'term' },
  ...{ startDay: '2026-03-02', startAt: 0, rawDay: '2026-05-31', calendarMissing: false, version: 1, createdAt: 0, state: 'RUNNING' },
  settings: { source, article, confidence, remind, extensions, holdBy, atEnd: 'REMIND' },
};
const note = (id: string, kind: ExtensionNote['kind'], changedBy: string, amount = 30): ExtensionNote => ({
  ...{ id, kind, requestId: id.slice(0, 1), amount, reason: '', changedBy, at: 0 },
});
const asked = [note('1', 'REQUEST', 'jia')];
const granted = [...asked, note('1a', 'APPROVAL', 'wu')];
const askedAgain = [...granted, note('2', 'REQUEST', 'jia', 60)];
const wu = { personId: 'wu', roles: ['deputy-head'] };
const ji = { personId: 'ji', roles: ['chief-head'] };

describe('extensions of the term of a case', () => {
  it('come in their order, each once', () => {
    expect([[], granted, [...askedAgain, note('2a', 'APPROVAL', 'ji', 60)]].map((notes) => nextExtension(clock, notes)?.amount)).toEqual([
      30,
      60,
      undefined,
    ]);
  });

  it.each<[string, Clock, readonly ExtensionNote[], number, string | undefined]>([
    ['while it runs', clock, [], 30, undefined],
    ['while it is held', { ...clock, state: 'HELD' }, [], 30, undefined],
    ['not for longer than the law says', clock, [], 31, 'deadline.TOO_LONG'],
    ['not while a request is open', clock, asked, 30, 'deadline.ASKED_ALREADY'],
    ['not once it is over', { ...clock, lapsedAt: 1 }, [], 30, 'deadline.TOO_LATE'],
    ['not once it has ended', { ...clock, state: 'ENDED' }, [], 30, 'deadline.NOT_RUNNING'],
  ])('are asked for %s', (...[, of, notes, amount, code]) => {
    expect(mayAsk(of, notes, amount)?.code).toBe(code);
  });

  it.each<[string, Clock, readonly ExtensionNote[], typeof wu, string | undefined]>([
    ['the first by a deputy head', clock, asked, wu, undefined],
    ['the second not by a deputy head', clock, askedAgain, wu, 'deadline.NOT_ALLOWED'],
    ['the second by the chief', clock, askedAgain, ji, undefined],
    ['none by who has asked', clock, asked, { ...ji, personId: 'jia' }, 'deadline.OWN_REQUEST'],
    ['none that nobody asks for', clock, granted, ji, 'deadline.REQUEST_MISSING'],
    ['none once it is over', { ...clock, lapsedAt: 1 }, asked, ji, 'deadline.TOO_LATE'],
  ])('are decided: %s', (...[, of, notes, person, code]) => {
    expect(mayDecide(of, notes, person)?.code).toBe(code);
  });
});

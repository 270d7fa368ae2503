import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { deadlineLint } from '.';

function findings(rule: string, term: JsonObject, others: Readonly<Record<string, JsonObject>> = {}): readonly JsonObject[] {
  const step = { id: 'step', type: 'bpmn:UserTask', name: '步骤', extensions: { 'deadline:Term': term, ...others } };
  const earlier = { id: 'earlier', type: 'bpmn:UserTask', extensions: { 'deadline:Term': { starts: 'publication' } } };
  const model: ProcessModel = {
    processId: 'p',
    elements: new Map<string, ModelElement>([
      ['step', step],
      ['earlier', earlier],
    ]),
    flows: [],
  };
  return (deadlineLint[rule]?.(model) ?? []).map(({ params = {} }) => params);
}

describe('drawn terms', () => {
  it.each([
    [{ atEnd: 'SLEEP' }, 'atEnd'],
    [{ atEnd: 'MESSAGE' }, 'message'],
    [{ atEnd: 'RETURN', returnTo: 'nowhere' }, 'returnTo'],
    [{ atEnd: 'ESCALATE' }, 'escalateTo'],
    [{ atEnd: 'AUTO_REJECT' }, 'output'],
  ])('%j lacks %s', (term, setting) => {
    expect(findings('act-fits', term)).toEqual([{ step: '步骤', setting }]);
  });

  it('may return to a step that is there', () => {
    expect(findings('act-fits', { atEnd: 'RETURN', returnTo: 'earlier' })).toEqual([]);
  });

  it('never ends a step of the law by itself', () => {
    const automatic = { atEnd: 'AUTO_AGREE', output: 'a.b' };
    expect(findings('statutory-by-person', automatic)).toEqual([]);
    expect(findings('statutory-by-person', { ...automatic, statutory: 'true' })).toHaveLength(1);
    expect(findings('statutory-by-person', automatic, { 'legal-review:Review': {} })).toHaveLength(1);
    expect(findings('statutory-by-person', { atEnd: 'REMIND' }, { 'legal-review:Review': {} })).toEqual([]);
  });

  it('lets no clock vote for a signer where the law wants a person to act', () => {
    const signed = { 'approval:Sign': { statutory: 'true' } };
    expect(findings('statutory-by-person', { seatPeriod: 'dispute', atSeatEnd: 'ABSTAIN' }, signed)).toHaveLength(1);
    expect(findings('statutory-by-person', { atEnd: 'COMPLETE' }, signed)).toHaveLength(1);
    expect(findings('statutory-by-person', { seatPeriod: 'dispute', atSeatEnd: 'REMIND' }, signed)).toEqual([]);
    expect(findings('act-fits', { seatPeriod: 'dispute', atSeatEnd: 'ESCALATE' }, signed)).toEqual([
      { step: '步骤', setting: 'escalateTo' },
    ]);
  });

  it('lets no clock fill in what each of several people has to', () => {
    const each = { 'approval:Sign': { mode: 'each' } };
    expect(findings('each-by-person', { atEnd: 'COMPLETE' }, each)).toHaveLength(1);
    expect(findings('each-by-person', { seatPeriod: 'dispute', atSeatEnd: 'AGREE' }, each)).toHaveLength(1);
    expect(findings('each-by-person', { atEnd: 'REMIND' }, each)).toEqual([]);
    expect(findings('each-by-person', { atEnd: 'COMPLETE' }, { 'approval:Sign': { mode: 'all' } })).toEqual([]);
  });

  it('has terms of signers only where several sign', () => {
    expect(findings('seats-sign', { seatPeriod: 'dispute' })).toHaveLength(1);
    expect(findings('seats-sign', { seatPeriod: 'dispute' }, { 'approval:Sign': {} })).toEqual([]);
    expect(findings('seats-sign', { period: 'dispute' })).toEqual([]);
  });

  it('names places in the case data plainly', () => {
    expect(findings('plain-path', { from: 'notice.servedOn' })).toEqual([]);
    expect(findings('plain-path', { from: '= today()' })).toEqual([{ step: '步骤', value: '= today()' }]);
  });

  it('follows only clocks that are started', () => {
    expect(findings('clock-started', { follows: 'publication' })).toEqual([]);
    expect(findings('clock-started', { stops: 'payment' })).toEqual([{ step: '步骤', key: 'payment' }]);
    expect(findings('clock-started', { holds: 'legal-review' }, { 'legal-review:Review': {} })).toEqual([]);
  });
});

import type { Json } from '@fashen/plugin-api';
import type { RecordEntryReply } from '../model';
import { factsOf, isShown } from './record-line.rules';

const entry = (act: string, payload: Json = {}): RecordEntryReply => ({
  seq: 1,
  at: '2026-11-22T02:00:00.000Z',
  actorId: 'jia',
  actorName: '甲样例',
  act,
  payload,
  sha256: 'a',
  sm3: 'b',
});

describe('a line of the record', () => {
  it('knows step, plugin and event', () => {
    expect(factsOf(entry('engine.taskCompleted', { nodeId: 'decide', nodeName: '作出决定' }))).toEqual({
      nodeId: 'decide',
      nodeName: '作出决定',
      pluginId: 'engine',
      eventName: 'taskCompleted',
      tone: 'decision',
    });
  });

  it.each([
    ['a failed review', entry('legal-review.opinionSigned', { passed: false })],
    ['a refused approval', entry('engine.taskCompleted', { outcome: { approved: false } })],
    ['a section head who disagrees', entry('legal-review.signed', { agrees: false })],
    ['a case sent back', entry('rework.returned', { targetNodeId: 'draft' })],
    ['a vote that did not pass', entry('approval.decided', { result: 'notPassed' })],
  ])('shows %s as a return', (_name, given) => {
    expect(factsOf(given).tone).toBe('return');
  });

  it('shows a vote that passed as a decision, and one that is open as neither', () => {
    expect(factsOf(entry('approval.decided', { result: 'passed' })).tone).toBe('decision');
    expect(factsOf(entry('approval.decided', { result: 'open' })).tone).toBe('plain');
  });

  it('knows what was chosen, which clock it is about, and where the case went', () => {
    expect(factsOf(entry('approval.voted', { choice: 'agree' }))).toMatchObject({ choice: 'agree' });
    expect(factsOf(entry('deadline.armed', { clock: '送达期限' }))).toMatchObject({ clock: '送达期限' });
    expect(factsOf(entry('rework.returned', { targetNodeId: 'draft' }))).toMatchObject({ toNodeId: 'draft' });
    expect(factsOf(entry('rework.jumped', { toNodeId: 'decide' }))).toMatchObject({ toNodeId: 'decide' });
  });

  it('survives a payload that is not an object', () => {
    expect(factsOf(entry('x.y', null))).toMatchObject({ tone: 'plain', eventName: 'y' });
  });
});

describe('the filter of the record', () => {
  it('hides what the machine notes about itself unless everything is asked for', () => {
    for (const act of ['engine.advanced', 'engine.moved', 'engine.seatEnded']) {
      const noted = entry(act);
      expect([isShown(noted, 'main'), isShown(noted, 'decisions'), isShown(noted, 'all')]).toEqual([false, false, true]);
    }
  });

  it('keeps decisions and returns when only those are asked for', () => {
    expect(isShown(entry('engine.taskCompleted'), 'decisions')).toBe(true);
    expect(isShown(entry('legal-review.opinionSigned', { passed: false }), 'decisions')).toBe(true);
    expect(isShown(entry('attachment.added'), 'decisions')).toBe(false);
  });
});

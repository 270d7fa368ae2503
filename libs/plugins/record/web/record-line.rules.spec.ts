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
  ])('shows %s as a return', (_name, given) => {
    expect(factsOf(given).tone).toBe('return');
  });

  it('survives a payload that is not an object', () => {
    expect(factsOf(entry('x.y', null))).toMatchObject({ tone: 'plain', eventName: 'y' });
  });
});

describe('the filter of the record', () => {
  it('hides what the machine notes about itself unless everything is asked for', () => {
    const moved = entry('engine.advanced');
    expect([isShown(moved, 'main'), isShown(moved, 'decisions'), isShown(moved, 'all')]).toEqual([false, false, true]);
  });

  it('keeps decisions and returns when only those are asked for', () => {
    expect(isShown(entry('engine.taskCompleted'), 'decisions')).toBe(true);
    expect(isShown(entry('legal-review.opinionSigned', { passed: false }), 'decisions')).toBe(true);
    expect(isShown(entry('attachment.added'), 'decisions')).toBe(false);
  });
});

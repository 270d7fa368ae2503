import { firstTarget, type ReturnForm, returnBodyOf, type WireTarget } from './return-form.rules';
import type { WireTargets } from './rework-requests';

const target = (nodeId: string, more: Partial<WireTarget> = {}): WireTarget => ({
  ...{ instanceId: 'i', executionId: nodeId, nodeId, nodeName: nodeId, round: 1, isOffered: true, losses: [], undone: [] },
  ...more,
});
const reply = (more: Partial<WireTargets> = {}): WireTargets => ({
  ...{ mode: 'STEPWISE', isModeChosen: false, afterJoin: 'BRANCH_ONLY', names: {} },
  targets: [target('R', { isOffered: false, reason: 'OTHER_BRANCH' }), target('A', { allBranches: ['A', 'B'] })],
  ...more,
});
const form = (more: Partial<ReturnForm> = {}): ReturnForm => ({
  ...{ targetId: 'i:A', scope: 'ALL', mode: 'DIRECT', reason: ' 补正 ', defects: [] },
  ...more,
});

describe('what the dialog of a return sends', () => {
  it('chooses the nearest step that is offered', () => expect(firstTarget(reply())).toBe('i:A'));

  it.each([
    ['no reason', form({ reason: ' ' })],
    ['no step', form({ targetId: undefined })],
    ['a step that is not offered', form({ targetId: 'i:R' })],
    ['a defect without words', form({ defects: [{ key: 1, what: '', clause: '第一条', material: '' }] })],
  ])('sends nothing with %s', (_name, entered) => expect(returnBodyOf(entered, reply())).toBeUndefined());

  it('leaves empty lines out, and asks only for what the drawing leaves open', () => {
    const defects = [
      { key: 1, what: ' 缺笔录 ', clause: '', material: '笔录' },
      { key: 2, what: '', clause: '', material: '' },
    ];
    expect(returnBodyOf(form({ defects }), reply())).toEqual({
      ...{ instanceId: 'i', executionId: 'A', scope: 'BRANCH_ONLY', reason: '补正' },
      defects: [{ what: '缺笔录', material: '笔录' }],
    });
    expect(returnBodyOf(form(), reply({ isModeChosen: true, afterJoin: 'EITHER' }))).toMatchObject({ scope: 'ALL', mode: 'DIRECT' });
  });
});

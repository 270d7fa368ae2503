import { passedByOf } from './passed-by.rules';

describe('a person whose step was passed by', () => {
  it('is told which fields were changed', () => {
    const payload = { returnId: 'r', nodeId: 'decide', nodeName: '审批', personId: 'wu', changes: ['penalty.amount', 'facts'] };
    expect(passedByOf({ instanceId: 'c', payload })).toEqual({
      ...{ instanceId: 'c', nodeId: 'decide', personId: 'wu' },
      reason: 'penalty.amount, facts',
    });
  });

  it('is told nothing more when no field was changed', () => {
    expect(passedByOf({ instanceId: 'c', payload: { nodeId: 'decide', personId: 'wu', changes: [] } })).toEqual({
      ...{ instanceId: 'c', nodeId: 'decide', personId: 'wu' },
    });
  });

  it('gets a reason that its column holds, however many fields were changed', () => {
    const changes = Array.from({ length: 200 }, (_, index) => `field_${index}`);
    expect(passedByOf({ instanceId: 'c', payload: { nodeId: 'decide', personId: 'wu', changes } })?.reason).toHaveLength(500);
  });

  it('is nobody when the event names nobody', () => {
    expect(passedByOf({ instanceId: 'c', payload: { nodeId: 'decide' } })).toBeUndefined();
    expect(passedByOf({ payload: { nodeId: 'decide', personId: 'wu' } })).toBeUndefined();
  });
});

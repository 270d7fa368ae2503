import { join } from 'node:path';
import { referenceRoad } from './reference-road';

describe('the road of the benchmark', () => {
  it('leads the ordinary procedure, as it is drawn now, from its start to the closed case', async () => {
    const { commands, state } = await referenceRoad(join(__dirname, '../../../..'), 0);
    expect(commands).toBeGreaterThan(20);
    expect(state.most).toBeGreaterThan(state.least);
  });
});

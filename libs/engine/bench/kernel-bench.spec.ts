import { kernelBench } from './kernel-bench';

describe('the bench of the kernel', () => {
  it('runs the same commands on both engines and answers numbers', async () => {
    // when
    const result = await kernelBench(0.2);
    // then
    expect(Object.values(result).every((value) => typeof value === 'number' && value > 0)).toBe(true);
    expect(result.kernelStateBytes).toBeLessThan(1_000);
  });
});

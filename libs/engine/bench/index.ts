/** Measurements of the engine without database, for `npm run bench`. */
export { kernelBench } from './kernel-bench';
export type { KernelBenchResult } from './kernel-bench';

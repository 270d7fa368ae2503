import { performance } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';
import type { JsonObject } from '@fashen/plugin-api';
import { compileProcess, type CompiledProcess, step } from '../kernel';
import { parseModel } from '../model';
import { engineBench } from './bpmn-engine-bench';
import { referenceCommands, referenceModel, referenceVariables } from './reference-model';

/** What the comparison found. A command is the start or one completed task, with state and data read from and written to JSON. */
export interface KernelBenchResult {
  /** Per second of processor time, that is per core. */
  readonly kernelCommandsPerSecond: number;
  readonly engineCommandsPerSecond: number;
  /** How many commands the kernel does in the time bpmn-engine needs for one. */
  readonly ratio: number;
  /** Bytes of the largest saved state (without case data) on the way, kernel and bpmn-engine. */
  readonly kernelStateBytes: number;
  readonly engineStateBytes: number;
}

/** Times the kernel and bpmn-engine on the same commands, without database. `seconds` is the time spent on each of the two. */
export async function kernelBench(seconds = 2): Promise<KernelBenchResult> {
  const { source } = await parseModel(referenceModel);
  if (!source) throw new Error('the reference model cannot be read');
  const process = compileProcess(source);
  let kernelStateBytes = 0;
  const kernel = await rate(seconds, async () => {
    kernelStateBytes = Math.max(kernelStateBytes, runOnce(process));
  });
  const { runEngineOnce } = engineBench();
  let engineStateBytes = 0;
  const engine = await rate(seconds, async () => {
    engineStateBytes = Math.max(engineStateBytes, await runEngineOnce());
  });
  return { kernelCommandsPerSecond: kernel, engineCommandsPerSecond: engine, ratio: kernel / engine, kernelStateBytes, engineStateBytes };
}

/** Commands per second of processor time: what one core does when it does nothing else, whoever else uses the machine meanwhile. */
async function rate(seconds: number, once: () => Promise<void>): Promise<number> {
  await repeat(seconds / 4, once);
  const before = cpuUsage();
  const rounds = await repeat(seconds, once);
  const { user, system } = cpuUsage(before);
  return (rounds * (referenceCommands.length + 1) * 1_000_000) / (user + system);
}

async function repeat(seconds: number, once: () => Promise<void>): Promise<number> {
  const start = performance.now();
  let rounds = 0;
  for (; performance.now() - start < seconds * 1_000; rounds += 1) await once();
  return rounds;
}

/** One instance from start to end. Answers the size of its largest state. */
function runOnce(process: CompiledProcess): number {
  const env = { now: new Date(1_772_413_200_000) };
  let result = step(process, { variables: referenceVariables }, { kind: 'start' }, env);
  let largest = 0;
  for (const { nodeId, output } of referenceCommands) {
    const saved = JSON.stringify(result.state);
    const data = JSON.stringify(result.variables);
    largest = Math.max(largest, saved.length);
    const executionId = result.waits.find((wait) => wait.nodeId === nodeId)?.executionId ?? '';
    const variables: JsonObject = JSON.parse(data);
    result = step(process, { state: JSON.parse(saved), variables }, { kind: 'complete', executionId, output }, env);
  }
  if (!result.ended) throw new Error('the reference instance did not end');
  return largest;
}

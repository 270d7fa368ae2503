/** How long single acts took, and how many there were per second. */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Runs work `count` times by so many clients side by side. */
export async function measure(count: number, clients: number, work: (index: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const begin = performance.now();
      await work(index);
      times.push(performance.now() - begin);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return measuredOf(times, performance.now() - begin);
}

/** Puts several rounds of the same thing together; the throughput is the middle one. */
export function middleOf(rounds: readonly Measured[]): Measured {
  const middle = (pick: (round: Measured) => number): number => rankOf(rounds.map(pick), 0.5);
  return {
    perSecond: middle((round) => round.perSecond),
    p50: middle((round) => round.p50),
    p95: middle((round) => round.p95),
    p99: middle((round) => round.p99),
  };
}

function measuredOf(times: readonly number[], elapsedMs: number): Measured {
  return { perSecond: (times.length * 1000) / elapsedMs, p50: rankOf(times, 0.5), p95: rankOf(times, 0.95), p99: rankOf(times, 0.99) };
}

/** The value at a rank from 0 to 1. */
export function rankOf(values: readonly number[], rank: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * rank))] ?? Number.NaN;
}

import { Moves } from '@fashen/plugin-api';
import type { BenchNode } from './bench-node';
import { STEPS } from './long-line';
import { type Measured, measure } from './statistics';

const CASES = 20;

/** Cases that wait at the last of thirty steps, and the return to the first one. */
export async function returnBench(node: BenchNode): Promise<Measured> {
  const officer = await node.actor('jia');
  const moves = node.get(Moves);
  const cases: string[] = [];
  for (let index = 0; index < CASES; index += 1) cases.push(await prepare(node));
  return measure(cases.length, 1, async (index) => {
    await node.units.run(node.context(officer), async (tx) => {
      const instanceId = cases[index] ?? '';
      const [first] = await moves.visits(tx, instanceId);
      await moves.back(tx, { instanceId, reopen: [first?.executionId ?? ''], cause: 'return', reason: 'benchmark' });
    });
  });
}

async function prepare(node: BenchNode): Promise<string> {
  const officer = await node.actor('jia');
  const number = node.context(officer).requestId;
  const { id } = await node.units.run(node.context(officer), (tx) =>
    node.instances.start(tx, { definitionKey: 'bench-line', businessKey: number, title: 'return' }),
  );
  for (let step = 1; step < STEPS; step += 1) {
    await node.units.run(node.context(officer), async (tx) => {
      const open = (await node.tasks.ofInstance(tx, id)).find(({ state }) => state === 'ASSIGNED');
      await node.tasks.complete(tx, open?.id ?? '', {});
    });
  }
  return id;
}

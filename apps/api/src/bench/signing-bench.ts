import { Tasks, type TaskView } from '@fashen/plugin-api';
import { SignDesk } from '@fashen/plugins/approval/model';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import type { BenchNode } from './bench-node';
import { SIGNER_POST, SIGNERS, SIGNING } from './many-signers';
import { type Measured, measure } from './statistics';

const CASES = 5;

/** What a step with many signers costs. */
export interface SigningResult {
  readonly opening: Measured;
  readonly vote: Measured;
  /** The vote that decides and closes the seats of all others. */
  readonly deciding: Measured;
}

/** Opens cases at the step, votes in each once, and then once more, which decides. */
export async function signingBench(node: BenchNode): Promise<SigningResult> {
  await addSigners(node);
  const cases: string[] = [];
  const opening = await measure(CASES, 1, async (index) => {
    cases[index] = await open(node);
  });
  return { opening, vote: await votes(node, cases, 'bench-signer-1'), deciding: await votes(node, cases, 'bench-signer-2') };
}

async function addSigners(node: BenchNode): Promise<void> {
  const officer = await node.actor('jia');
  const registry = node.get(PersonRegistry);
  await node.units.run(node.context(officer), async (tx) => {
    for (let number = 1; number <= SIGNERS; number += 1) {
      const id = `bench-signer-${number}`;
      await registry.addPerson(tx, { id, name: id, unitId: 'office', roles: [], posts: [SIGNER_POST], certificates: [] });
    }
  });
}

async function open(node: BenchNode): Promise<string> {
  const context = node.context(await node.actor('jia'));
  const begin = { definitionKey: SIGNING, businessKey: context.requestId, title: 'signing' };
  return node.units.run(context, async (tx) => (await node.instances.start(tx, begin)).id);
}

async function votes(node: BenchNode, cases: readonly string[], personId: string): Promise<Measured> {
  const actor = await node.actor(personId);
  const seats: TaskView[] = [];
  for (const id of cases) {
    const tasks = await node.units.read(node.context(actor), (tx) => node.get(Tasks).ofInstance(tx, id));
    seats.push(...tasks.filter(({ assigneeId }) => assigneeId === personId));
  }
  return measure(seats.length, 1, (index) =>
    node.units.run(node.context(actor), (tx) => node.get(SignDesk).vote(tx, seats[index]?.id ?? '', 'agree', { opinion: 'agreed' })),
  );
}

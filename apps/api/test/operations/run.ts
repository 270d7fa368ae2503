import type { Affected, TaskView } from '@fashen/plugin-api';
import { ProcessDriver } from '@fashen/testing';
import { caseDraws } from './case-draws';
import { Chance } from './chance';
import type { Draw } from './draw';
import { moveDraws } from './move-draws';
import type { Asked, OperationsRoom } from './room';
import { Scene } from './scene';
import { signDraws } from './sign-draws';
import type { Tally } from './tally';
import { taskDraws } from './task-draws';

const DRAWS: readonly Draw[] = [...taskDraws, ...signDraws, ...moveDraws, ...caseDraws];
/** Each draw as often as its weight says. */
const LOTS = DRAWS.flatMap((draw) => Array.from({ length: draw.weight }, () => draw));
const DAYS_ONCE_IN = 40;
const LOOKED_ONCE_IN = 3;

/** Everything that is asked for. */
export const OPERATIONS: readonly string[] = DRAWS.map(({ name }) => name);

/** What an operation came to: the code of the refusal, or what it touched. */
type Outcome = { readonly code: string } | { readonly affected: readonly string[] };

/** One case, led by people who ask for anything at any time. */
export class OperationsRun {
  private readonly chance: Chance;

  constructor(
    private readonly room: OperationsRoom,
    private readonly driver: ProcessDriver,
    seed: number,
    private readonly tally: Tally,
  ) {
    this.chance = new Chance(seed);
  }

  /** Asks for one operation twice, as rehearsal and really, and compares. Answers false when the case has ended. */
  async step(): Promise<boolean> {
    const top = await this.driver.instance();
    if (top.status !== 'RUNNING' && top.status !== 'SUSPENDED') return false;
    if (this.chance.once(DAYS_ONCE_IN)) await this.driver.advance({ days: 2 });
    else this.room.app.clock.advance({ minutes: 1 });
    const ids = await this.instanceIds();
    const scene = new Scene(this.room, this.chance, await this.driver.instance(), await this.tasks(ids));
    const drawn = await this.draw(scene);
    if (drawn) await this.compare(drawn.name, drawn.asked, ids);
    return true;
  }

  private async draw(scene: Scene): Promise<{ name: string; asked: Asked } | undefined> {
    for (let tries = 0; tries < LOTS.length; tries += 1) {
      const lot = this.chance.find(LOTS);
      const asked = await lot?.draw(scene);
      if (lot && asked) return { name: lot.name, asked };
    }
    return undefined;
  }

  private async compare(name: string, { who, principal, run }: Asked, ids: readonly string[]): Promise<void> {
    const context = await this.room.as(who, principal);
    const before = this.chance.once(LOOKED_ONCE_IN) ? await this.room.rows(ids) : undefined;
    const said = await outcomeOf(run(context, { dryRun: true }));
    if (before !== undefined && (await this.room.rows(ids)) !== before)
      throw new Error(`the rehearsal of ${name} by ${who} left something`);
    const did = await outcomeOf(run(context, { dryRun: false }));
    if (JSON.stringify(said) !== JSON.stringify(did))
      throw new Error(`${name} by ${who}: said ${JSON.stringify(said)}, did ${JSON.stringify(did)}`);
    this.tally.add(name, 'code' in did ? did.code : undefined);
  }

  /** The case and those it has called, by whatever depth. */
  private async instanceIds(): Promise<readonly string[]> {
    const rows = await this.room.app.database.dataSource.query<{ id: string }[]>(
      'SELECT id FROM engine_instance WHERE parent_id = ? ORDER BY id',
      [this.driver.instanceId],
    );
    return [this.driver.instanceId, ...rows.map(({ id }) => id)];
  }

  private async tasks(ids: readonly string[]): Promise<readonly TaskView[]> {
    const found: TaskView[] = [];
    for (const id of ids) found.push(...(await ProcessDriver.of(this.room.app, id).tasks()));
    return found;
  }
}

async function outcomeOf(work: Promise<{ readonly affected: readonly Affected[] }>): Promise<Outcome> {
  try {
    return { affected: (await work).affected.map(({ kind, nodeId, personId, dueAt }) => `${kind} ${nodeId} ${personId} ${dueAt}`) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.includes('.'))
      return { code: error.code };
    throw error;
  }
}

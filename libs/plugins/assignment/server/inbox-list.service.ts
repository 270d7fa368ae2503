import { Injectable, Optional } from '@nestjs/common';
import { type ActingFor, Deputies, type HeldTasks, isCovered, Tasks, type TaskMove, type TaskView, type Tx } from '@fashen/plugin-api';
import { type InboxCounts, type InboxPage, type InboxTask, movedTo, type TaskListQuery } from '../model';

/** Most tasks shown of one person for whom the actor may act. */
const MOST_OF_ONE = 200;

/** The lists of the inbox: one's own work, what lies with a deputy, and what one may do for others. */
@Injectable()
export class InboxListService {
  constructor(
    private readonly tasks: Tasks,
    @Optional() private readonly deputies?: Deputies,
  ) {}

  async list(tx: Tx, { view, ...query }: TaskListQuery): Promise<InboxPage> {
    if (view === 'forOthers') return this.forOthers(tx, query.text);
    if (view === 'moved') return this.moved(tx, query);
    return this.tasks.list(tx, { ...query, view, ...(view === 'assigned' && (await this.ownWork(tx))) });
  }

  async count(tx: Tx): Promise<InboxCounts> {
    const own = await this.tasks.count(tx, await this.ownWork(tx));
    if (tx.actor.onBehalfOf) return own;
    const [moves, principals] = [await this.movesOf(tx), await this.principalsOf(tx)];
    return {
      ...own,
      ...(moves.length > 0 && { moved: await this.countHeld(tx, { within: moves.map(({ scope }) => scope) }) }),
      ...(principals.length > 0 && { forOthers: await this.countFor(tx, principals) }),
    };
  }

  /** Held tasks that are the actor's work now: the principal's while he acts for one, else his own without those that a deputy does. */
  private async ownWork(tx: Tx): Promise<HeldTasks> {
    const { onBehalfOf } = tx.actor;
    return onBehalfOf ? heldBy(onBehalfOf) : { outside: (await this.movesOf(tx)).map(({ scope }) => scope) };
  }

  private async moved(tx: Tx, query: Omit<TaskListQuery, 'view'>): Promise<InboxPage> {
    const moves = await this.movesOf(tx);
    const page = await this.tasks.list(tx, { ...query, view: 'assigned', within: moves.map(({ scope }) => scope) });
    return { ...page, items: page.items.map((task) => withMove(task, moves)) };
  }

  /** One page: whoever acts for so many that it does not suffice acts for them one by one. */
  private async forOthers(tx: Tx, text: string | undefined): Promise<InboxPage> {
    const found: InboxTask[] = [];
    for (const principal of await this.principalsOf(tx)) {
      const wanted = { view: 'assigned', limit: MOST_OF_ONE, ...(text !== undefined && { text }) } as const;
      const { items } = await this.tasks.list(tx, { ...wanted, ...heldBy(principal) });
      const { personId, name } = principal;
      found.push(...items.map((task) => ({ ...task, onBehalfOf: { personId, name } })));
    }
    return { items: found };
  }

  private async countFor(tx: Tx, principals: readonly ActingFor[]): Promise<number> {
    let sum = 0;
    for (const principal of principals) sum += await this.countHeld(tx, heldBy(principal));
    return sum;
  }

  private async countHeld(tx: Tx, held: HeldTasks): Promise<number> {
    return (await this.tasks.count(tx, held)).assigned;
  }

  private async movesOf(tx: Tx): Promise<readonly TaskMove[]> {
    return (await this.deputies?.moves(tx, tx.actor.personId)) ?? [];
  }

  private async principalsOf(tx: Tx): Promise<readonly ActingFor[]> {
    return (await this.deputies?.principals(tx, tx.actor.personId)) ?? [];
  }
}

function heldBy({ personId: holderId, scope }: ActingFor): HeldTasks {
  return { holderId, ...(scope && { within: [scope] }) };
}

function withMove(task: TaskView, moves: readonly TaskMove[]): InboxTask {
  const move = moves.find(({ scope }) => isCovered(scope, task));
  return move ? { ...task, movedTo: movedTo(move) } : task;
}

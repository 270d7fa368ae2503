import type { InstanceView, TaskView, Tx } from '@fashen/plugin-api';
import { sampleBureau } from '@fashen/plugins/directory/model';
import type { Chance } from './chance';
import type { OperationsRoom } from './room';

const WILD_ONCE_IN = 7;
const PEOPLE = sampleBureau.persons;

/** What stands against acting on a task as its holder: others are asked first. */
const WAITING: readonly string[] = ['seats', 'delegated', 'blocked', 'waiting-after'];

/** A case with those it has called, as one person sees it at a moment, and what that person is up to. */
export class Scene {
  /** Asks for anything of anything, to be refused mostly. Otherwise for what should be possible. */
  readonly isWild: boolean;

  constructor(
    readonly room: OperationsRoom,
    readonly chance: Chance,
    readonly top: InstanceView,
    readonly tasks: readonly TaskView[],
  ) {
    this.isWild = chance.once(WILD_ONCE_IN);
  }

  /** A task that fits, or any. */
  task(fits: (task: TaskView) => boolean): TaskView | undefined {
    return this.chance.find(this.isWild ? this.tasks : this.tasks.filter(fits));
  }

  /** Who holds or held it, or may claim it; or anybody. */
  holder({ assigneeId, endedBy, candidates }: TaskView): string {
    if (this.isWild && this.chance.once(2)) return this.person();
    return endedBy ?? assigneeId ?? this.chance.find(candidates.flatMap(peopleOf)) ?? this.person();
  }

  person(): string {
    return this.chance.find(PEOPLE)?.id ?? '';
  }

  /** Somebody who has nothing to do with this visit yet; or anybody. */
  stranger(task: TaskView): string {
    const known = new Set(this.tasks.filter((one) => isSameVisit(one, task)).map(({ assigneeId }) => assigneeId));
    const strangers = PEOPLE.filter(({ id }) => !known.has(id));
    return this.isWild ? this.person() : (this.chance.find(strangers)?.id ?? this.person());
  }

  /** Looks into the database as the person who reads everything. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.room.app.as('yin').read(work);
  }
}

/** Both belong to one visit of a step. */
export const isSameVisit = (one: TaskView, other: TaskView): boolean =>
  one.instanceId === other.instanceId && one.executionId === other.executionId;

/** The step of the task is among these places. */
export const isAt = (places: readonly string[], { definitionKey, nodeId }: TaskView): boolean =>
  places.includes(`${definitionKey}.${nodeId}`);

/** Somebody can still act on it. */
export const isOpen = ({ state }: TaskView): boolean => state === 'READY' || state === 'ASSIGNED';

/** Its holder can act on it now. */
export const isFree = (task: TaskView): boolean => isOpen(task) && !WAITING.includes(task.mark ?? '');

/** A visit of a step which its holder can end. */
export const isFreeVisit = (task: TaskView): boolean => task.kind === 'VISIT' && isFree(task);

/** The own work of a holder, not work for another. */
export const isOwnWork = (task: TaskView): boolean =>
  (task.kind === 'VISIT' || task.kind === 'SEAT') && task.state === 'ASSIGNED' && isFree(task);

function peopleOf(principal: string): readonly string[] {
  const [kind, name = ''] = principal.split(':');
  if (kind === 'person') return [name];
  const [role = '', unit] = name.split('@');
  return PEOPLE.filter(({ roles, unitId }) => roles.includes(role) && (unit === undefined || unitId === unit)).map(({ id }) => id);
}

import type { WireAffected } from './wire';

/** Without the step itself where a part of it that some person holds stands in the list anyway, and without the move where its new tasks do. */
export function worthTelling(affected: readonly WireAffected[]): readonly WireAffected[] {
  const isNamed = ({ personId, candidates = [] }: WireAffected): boolean => personId !== undefined || candidates.length > 0;
  const isTold = (one: WireAffected): boolean =>
    affected.some(
      (other) => isNamed(other) && other.kind === one.kind && other.nodeId === one.nodeId && other.instanceId === one.instanceId,
    );
  const isMoveTold = affected.some(({ kind }) => kind === 'taskCreated');
  return affected
    .filter((one) => one.kind !== 'moved' || !isMoveTold)
    .filter((one) => one.taskId === undefined || isNamed(one) || !isTold(one));
}

/** Key of the text of one line: a clock that had no last day before begins now, one that has none any more stands still or is over. */
export function affectedTextKey({ kind, dueAt, wasDueAt }: WireAffected): string {
  if (kind !== 'clockChanged' || (dueAt === undefined) === (wasDueAt === undefined)) return `affected.${kind}`;
  return dueAt === undefined ? 'affected.clockStopped' : 'affected.clockStarted';
}

import type { WireAffected } from './wire';

/** Without the step itself where a part of it that some person holds stands in the list anyway. */
export function worthTelling(affected: readonly WireAffected[]): readonly WireAffected[] {
  const isNamed = ({ personId, candidates = [] }: WireAffected): boolean => personId !== undefined || candidates.length > 0;
  const isTold = (one: WireAffected): boolean =>
    affected.some(
      (other) => isNamed(other) && other.kind === one.kind && other.nodeId === one.nodeId && other.instanceId === one.instanceId,
    );
  return affected.filter((one) => one.taskId === undefined || isNamed(one) || !isTold(one));
}

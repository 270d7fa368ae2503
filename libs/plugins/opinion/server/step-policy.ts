import type { Instances, TaskView, Tx } from '@fashen/plugin-api';
import { opinionPolicy, type OpinionPolicy, POLICY } from '../model';

/** What the drawing of a case asks of opinions at a step. */
export async function policyAt(
  tx: Tx,
  instances: Instances,
  { instanceId, nodeId }: Pick<TaskView, 'instanceId' | 'nodeId'>,
): Promise<OpinionPolicy | undefined> {
  const model = await instances.model(tx, instanceId);
  const drawn = model.elements.get(nodeId)?.extensions[POLICY];
  return drawn && opinionPolicy.parse(drawn);
}

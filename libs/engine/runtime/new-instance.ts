import type { JsonObject, Tx } from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import type { Definition } from '../definition/definition-store';
import type { LoadedInstance, ParentLink } from './loaded-instance';

/** What a new instance is made from. */
export interface NewInstance {
  readonly definition: Definition;
  readonly businessKey: string;
  readonly title: string;
  readonly variables: JsonObject;
  readonly startEventId?: string;
  readonly parent?: ParentLink;
}

/** An instance without a row, before its start. */
export function newInstance(tx: Tx, start: NewInstance): LoadedInstance {
  const { id, key, version } = start.definition.view;
  return {
    id: newId(),
    definitionId: id,
    definitionKey: key,
    definitionVersion: version,
    businessKey: start.businessKey,
    title: start.title,
    startedBy: tx.actor.personId,
    ...(tx.actor.unitId && { unitId: tx.actor.unitId }),
    startedAt: tx.now,
    ...(start.parent && { parent: start.parent }),
    status: 'RUNNING',
    revision: 0,
    variables: start.variables,
    trail: { nodes: {}, flows: {} },
    flags: [],
  };
}

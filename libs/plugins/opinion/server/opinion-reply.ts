import type { OpinionReply } from '../model';
import type { Opinion } from './opinion.repository';

/** A stored opinion as people read it. */
export function opinionReply({ instanceId: _case, ...opinion }: Opinion, nameOf: (personId: string) => string): OpinionReply {
  const { personId, onBehalfOf } = opinion;
  return { ...opinion, personName: nameOf(personId), ...(onBehalfOf !== undefined && { onBehalfOfName: nameOf(onBehalfOf) }) };
}

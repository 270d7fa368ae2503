import { Injectable } from '@nestjs/common';
import { Instances, type InstanceView, type Tx } from '@fashen/plugin-api';

/** Calls within calls that are followed; the engine allows fewer. */
const MAX_DEPTH = 50;

/**
 * The case itself. What a called process does, such as a hearing or a discussion, is done in the case that called it: review, figures and
 * gate are looked up there and nowhere else.
 */
@Injectable()
export class CaseRootService {
  constructor(private readonly instances: Instances) {}

  /** Id of the case at the top of the calls; the id itself for a case that nobody called. */
  async rootIdOf(tx: Tx, instanceId: string): Promise<string> {
    let id = instanceId;
    for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
      const parent = await this.instances.parentOf(tx, id);
      if (!parent) return id;
      id = parent.instanceId;
    }
    return id;
  }

  /** An instance as it stands, called or not. */
  require(tx: Tx, instanceId: string): Promise<InstanceView> {
    return this.instances.require(tx, instanceId);
  }

  /** The case at the top of the calls. */
  async rootOf(tx: Tx, instanceId: string): Promise<InstanceView> {
    return this.instances.require(tx, await this.rootIdOf(tx, instanceId));
  }
}

import { Injectable } from '@nestjs/common';
import { Instances, type InstanceView, type Tx } from '@fashen/plugin-api';

/**
 * The case itself. What a called process does, such as a hearing or a discussion, is done in the case that called it: review, figures and
 * gate are looked up there and nowhere else.
 */
@Injectable()
export class CaseRootService {
  constructor(private readonly instances: Instances) {}

  /** Id of the case at the top of the calls; the id itself for a case that nobody called. */
  rootIdOf(tx: Tx, instanceId: string): Promise<string> {
    return this.instances.rootIdOf(tx, instanceId);
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

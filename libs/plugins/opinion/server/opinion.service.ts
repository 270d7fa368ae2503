import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, type Tx } from '@fashen/plugin-api';
import type { OpinionReply } from '../model';
import { opinionReply } from './opinion-reply';
import { OpinionRepository } from './opinion.repository';

/** Submitted opinions. They never change. */
@Injectable()
export class OpinionService {
  constructor(
    private readonly access: CaseAccess,
    private readonly directory: Directory,
    private readonly repository: OpinionRepository,
  ) {}

  /** Opinions of a case, oldest first. For everybody who sees the case. */
  async list(tx: Tx, instanceId: string): Promise<readonly OpinionReply[]> {
    await this.access.require(tx, instanceId);
    const opinions = await this.repository.ofCase(tx, instanceId);
    const names = await this.directory.names(
      tx,
      opinions.flatMap(({ personId, onBehalfOf }) => [personId, ...(onBehalfOf === undefined ? [] : [onBehalfOf])]),
    );
    return opinions.map((one) => opinionReply(one, (personId) => names.get(personId) ?? personId));
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { CitationService } from './citation.service';
import { type Opinion, OpinionRepository } from './opinion.repository';

/** Keeps opinions for ever, each with a copy of what it cites. */
@Injectable()
export class OpinionKeepingService {
  constructor(
    private readonly repository: OpinionRepository,
    private readonly citations: CitationService,
  ) {}

  /** The library may have another version tomorrow: what an opinion cites stays what it was. */
  async add(tx: Tx, given: Omit<Opinion, 'citations'>): Promise<Opinion> {
    const opinion: Opinion = { ...given, citations: await this.citations.copies(tx, given.instanceId, given.clauses) };
    await this.repository.add(tx, opinion);
    return opinion;
  }
}

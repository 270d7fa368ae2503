import { Inject, Injectable } from '@nestjs/common';
import { Instances, type Json, type Tx } from '@fashen/plugin-api';
import { type CitedClause, LegalBasis } from '@fashen/plugins/legal-basis/model';
import { dayAt } from '../model';
import { OPINION_CONFIG, type OpinionConfig } from './opinion.config';

/** What cited clauses say, by the library of clauses, on the day of the case's conduct. */
@Injectable()
export class CitationService {
  constructor(
    private readonly instances: Instances,
    private readonly library: LegalBasis,
    @Inject(OPINION_CONFIG) private readonly config: OpinionConfig,
  ) {}

  /** A copy of each cited clause that is in the library, as it stands now. What people have typed themselves has none. */
  async copies(tx: Tx, instanceId: string, clauses: readonly string[]): Promise<readonly CitedClause[]> {
    return clauses.length === 0 ? [] : this.library.named(tx, clauses, await this.conductDay(tx, instanceId));
  }

  /** Clauses of the library in which these words occur. */
  async search(tx: Tx, instanceId: string, asked: { readonly search: string; readonly limit: number }): Promise<readonly CitedClause[]> {
    const on = await this.conductDay(tx, instanceId);
    return this.library.search(tx, { ...asked, ...(on !== undefined && { on }) });
  }

  private async conductDay(tx: Tx, instanceId: string): Promise<string | undefined> {
    const { variables } = await this.instances.require(tx, instanceId);
    return dayAt(variables as Json, this.config.conductDayPath);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { configToken, Instances, type InstanceView, type JsonObject, type Tx } from '@fashen/plugin-api';
import { caseNumber, numberSequence, type StartBody, yearOf } from '../model';
import type { CaseFileConfig } from './case-file.config';
import { CaseSequenceRepository } from './case-sequence.repository';
import { ProcedureService } from './procedure.service';

/** Starts cases. */
@Injectable()
export class StartCaseService {
  constructor(
    @Inject(configToken('case-file')) private readonly config: CaseFileConfig,
    private readonly instances: Instances,
    private readonly procedures: ProcedureService,
    private readonly sequences: CaseSequenceRepository,
  ) {}

  /**
   * Starts the latest version of a process under the next case number. The number also stands in the case data as `case.number`. `more`
   * is case data that no start form asks for.
   */
  async start(tx: Tx, body: StartBody, more: JsonObject = {}): Promise<InstanceView> {
    await this.procedures.requireMayStart(tx, body.definitionKey, body.data);
    const businessKey = await this.nextNumber(tx, body.definitionKey);
    return this.instances.start(tx, {
      definitionKey: body.definitionKey,
      businessKey,
      title: body.title,
      variables: { ...withNumber(body.data, businessKey), ...more },
    });
  }

  private async nextNumber(tx: Tx, definitionKey: string): Promise<string> {
    const pattern = this.config.numberPatterns[definitionKey] ?? this.config.numberPattern;
    const sequence = numberSequence(pattern, yearOf(tx.now, this.config.utcOffsetMinutes));
    return caseNumber(sequence, await this.sequences.next(tx, sequence));
  }
}

function withNumber(data: JsonObject, number: string): JsonObject {
  const given = data.case;
  const head = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
  return { ...data, case: { ...head, number } };
}

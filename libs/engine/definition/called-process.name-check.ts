import { Injectable } from '@nestjs/common';
import type { NameCheck, NameFault, NameReader, Tx } from '@fashen/plugin-api';
import { DefinitionRepository } from './definition.repository';

/** Processes that a drawing calls; not itself. */
export const calledProcesses: NameReader = ({ processId, elements }) =>
  [...elements.values()].flatMap(({ id: elementId, calledElement: id }) =>
    id && id !== processId ? [{ elementId, kind: 'process', id }] : [],
  );

/** A process a drawing calls is published. No error: of two that call each other one has to be published first. */
@Injectable()
export class CalledProcessCheck implements NameCheck {
  readonly kind = 'process';
  readonly faults = { 'called-process-unpublished': 'warning' } as const;

  constructor(private readonly repository: DefinitionRepository) {}

  async judge(tx: Tx, key: string): Promise<NameFault | undefined> {
    return (await this.repository.findLatest(tx, key)) ? undefined : { rule: 'called-process-unpublished' };
  }
}

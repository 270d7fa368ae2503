import { Injectable } from '@nestjs/common';
import { DeputyActRepository } from './deputy-act.repository';
import { DeputyRuleRepository } from './deputy-rule.repository';

/** The rules, and what was done by them. */
@Injectable()
export class DeputyTables {
  constructor(
    readonly rules: DeputyRuleRepository,
    readonly acts: DeputyActRepository,
  ) {}
}

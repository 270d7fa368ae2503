import type { ConformanceCase } from '../conformance-case';
import { addSignCases } from './add-sign.cases';
import { assignmentCases } from './assignment.cases';
import { caseEndCases } from './case-end.cases';
import { clockCases } from './clock.cases';
import { countersignCases } from './countersign.cases';
import { delegationCases } from './delegation.cases';
import { deputyCases } from './deputy.cases';
import { faultCases } from './fault.cases';
import { gatewayCases } from './gateway.cases';
import { returnBranchCases } from './return-branches.cases';
import { returnRoundCases } from './return-rounds.cases';
import { takeBackCases } from './take-back.cases';

const numberOf = ({ id }: ConformanceCase): number => Number(id.slice(1));

/** All cases, `E1` to `E67`. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...returnBranchCases,
  ...returnRoundCases,
  ...takeBackCases,
  ...delegationCases,
  ...deputyCases,
  ...addSignCases,
  ...countersignCases,
  ...assignmentCases,
  ...clockCases,
  ...faultCases,
  ...gatewayCases,
  ...caseEndCases,
].sort((one, other) => numberOf(one) - numberOf(other));

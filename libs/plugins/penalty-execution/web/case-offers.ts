import { type CaseOffer, type CasePartProps } from '@fashen/ui';
import { useExecution } from './requests';

/** Whether the signed-in person may note that a dispute began. */
export function useFileOffer({ caseId }: CasePartProps): CaseOffer | undefined {
  return useExecution(caseId).data?.may.includes('file') ? {} : undefined;
}

/** Whether the signed-in person may note how it ended. */
export function useDecideOffer({ caseId }: CasePartProps): CaseOffer | undefined {
  return useExecution(caseId).data?.may.includes('decide') ? {} : undefined;
}

/** Whether the signed-in person may note that the publication was withdrawn. */
export function useWithdrawOffer({ caseId }: CasePartProps): CaseOffer | undefined {
  return useExecution(caseId).data?.may.includes('withdraw') ? {} : undefined;
}

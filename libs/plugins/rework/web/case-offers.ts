import { type CaseOffer, type CasePartProps, usePermission } from '@fashen/ui';
import { useRework } from './rework-requests';

/** Whether the signed-in person may take the case back. */
export function useWithdrawalOffer({ caseId }: CasePartProps): CaseOffer | undefined {
  return useRework(caseId).data?.withdrawal;
}

/** Whether the signed-in person may lead the case on at another step. */
export function useJumpOffer({ caseId, view }: CasePartProps): CaseOffer | undefined {
  const mayJump = usePermission('rework.jump') && view.instance.status === 'RUNNING';
  const { data } = useRework(caseId);
  return mayJump && data ? {} : undefined;
}

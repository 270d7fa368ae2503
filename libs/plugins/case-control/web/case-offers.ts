import { type CaseOffer, type CasePartProps, usePermission } from '@fashen/ui';

const OFFERED: CaseOffer = {};

/** Whether the signed-in person may stop the case. */
export function useSuspendOffer({ view }: CasePartProps): CaseOffer | undefined {
  return usePermission('case-control.suspend') && view.instance.status === 'RUNNING' ? OFFERED : undefined;
}

/** Whether the signed-in person may let the case go on. */
export function useResumeOffer({ view }: CasePartProps): CaseOffer | undefined {
  return usePermission('case-control.suspend') && view.instance.status === 'SUSPENDED' ? OFFERED : undefined;
}

/** Whether the signed-in person may end the case. */
export function useTerminateOffer({ view }: CasePartProps): CaseOffer | undefined {
  const { status } = view.instance;
  return usePermission('case.terminate') && (status === 'RUNNING' || status === 'SUSPENDED') ? OFFERED : undefined;
}

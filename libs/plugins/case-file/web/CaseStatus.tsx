import type { ReactNode } from 'react';
import type { InstanceStatus } from '@fashen/plugin-api';
import { useText } from '@fashen/ui';

const looks: Readonly<Record<InstanceStatus, string>> = {
  RUNNING: 'fs-tag',
  SUSPENDED: 'fs-tag fs-tag-quiet',
  COMPLETED: 'fs-tag fs-tag-good',
  TERMINATED: 'fs-tag fs-tag-quiet',
  FAILED: 'fs-tag fs-tag-bad',
};

/** All states of a case, for filters. */
export const statuses = Object.keys(looks) as readonly InstanceStatus[];

/** Where a case stands, in a word. */
export function CaseStatus({ status }: { readonly status: InstanceStatus }): ReactNode {
  const text = useText('case-file');
  return <span className={looks[status]}>{text(`status.${status}`)}</span>;
}

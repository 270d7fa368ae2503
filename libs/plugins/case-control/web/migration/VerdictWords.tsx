import type { ReactNode } from 'react';
import { ApiError, useErrorText, useText, type Wire } from '@fashen/ui';
import type { MigrationItemReply } from '../../model';
import { useMapping, type WireMigration } from './migration-requests';

interface VerdictProps {
  readonly item: Wire<MigrationItemReply>;
  readonly migration: WireMigration;
}

/** Why a case does not fit, or what failed, in words. */
export function VerdictWords({ item: { state, verdict }, migration }: VerdictProps): ReactNode {
  const text = useText('case-control');
  const kitText = useText('ui');
  const errorText = useErrorText();
  const { processKey, fromVersion, toVersion } = migration;
  const mapping = useMapping(verdict ? { processKey, fromVersion, toVersion } : undefined);
  if (!verdict) return null;
  if (state === 'GONE') return <span>{text('verdict.gone')}</span>;
  const { problem, nodeId, nodeName, instead = [], code } = verdict as Partial<Record<string, string>> & { instead?: readonly string[] };
  if (problem === undefined) return <span>{errorText(new ApiError(409, code ?? '', verdict))}</span>;
  const nameOf = (id: string): string => mapping.data?.targets.find((target) => target.nodeId === id)?.name ?? id;
  const gaps = { step: nodeName ?? nodeId ?? '', instead: instead.map(nameOf).join(kitText('listMark')), code: code ?? '' };
  return <span>{text(`verdict.${problem}`, gaps)}</span>;
}

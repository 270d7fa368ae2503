import { useMemo } from 'react';
import type { LintFinding } from '@fashen/plugin-api';
import type { DecisionEditor } from '@fashen/modeler/decision';
import { useFindingText, useSession } from '@fashen/ui';
import { type Findings, findingsOf } from '../../editing/findings';
import { type AskServer, useServerCheck } from '../../editing/use-server-check';
import { useParameterSets } from '../requests';

/** Gaps, overlaps and mistakes of a decision, with the figures in force. */
export function useDecisionFindings(key: string, editor: DecisionEditor | undefined, changes: number): Findings {
  const findingText = useFindingText();
  const check = useServerCheck(editor, changes, useAskServer(key));
  const shown = useMemo(
    () => (check.found ?? []).map((finding) => ({ ...finding, ...findingText(finding), rows: rowsOf(finding) })),
    [check.found, findingText],
  );
  return findingsOf(shown, check);
}

/** Absent until it is known which figures are in force. */
function useAskServer(key: string): AskServer | undefined {
  const { api } = useSession();
  const sets = useParameterSets();
  const isReady = sets.data !== undefined || sets.error !== null;
  const parameters = sets.data?.items.find((set) => set.code === sets.data.activeCode)?.values;
  return useMemo(() => {
    if (!isReady) return undefined;
    return async (xml) => {
      const body = { xml, ...(parameters && { known: { parameters } }) };
      return (await api.post<{ findings: readonly LintFinding[] }>(`/decisions/${encodeURIComponent(key)}/check`, body)).findings;
    };
  }, [api, key, isReady, parameters]);
}

/** Row numbers of a finding, as the check counts them, from 1. */
function rowsOf({ params }: LintFinding): readonly number[] {
  const rows = params?.['rows'];
  const listed = Array.isArray(rows) ? (rows as readonly unknown[]) : String(rows ?? '').split(/[^\d]+/);
  return listed.map(Number).filter((row) => Number.isInteger(row) && row > 0);
}

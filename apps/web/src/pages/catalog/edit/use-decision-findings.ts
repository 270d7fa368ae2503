import { useEffect, useMemo, useState } from 'react';
import type { LintFinding } from '@fashen/plugin-api';
import type { DecisionEditor } from '@fashen/modeler/decision';
import { type FindingText, useFindingText, useSession } from '@fashen/ui';
import { useParameterSets } from '../requests';

/** A finding in words, with the rows it speaks of. */
export type DecisionFinding = LintFinding & FindingText & { readonly rows: readonly number[] };

/** Gaps, overlaps and mistakes of a decision. */
export interface DecisionCheck {
  readonly items: readonly DecisionFinding[];
  readonly errors: number;
  readonly isChecking: boolean;
  readonly isKnown: boolean;
  readonly failure?: unknown;
}

const AFTER_LAST_CHANGE_MS = 800;

interface Checked {
  readonly found?: readonly LintFinding[];
  readonly failure?: unknown;
  readonly of: number;
}

/** Checks when the editor opens and a moment after each change, with the figures in force. */
export function useDecisionCheck(key: string, editor: DecisionEditor | undefined, changes: number): DecisionCheck {
  const { api } = useSession();
  const findingText = useFindingText();
  const sets = useParameterSets();
  const [checked, setChecked] = useState<Checked>({ of: -1 });
  const parameters = sets.data?.items.find((set) => set.code === sets.data.activeCode)?.values;
  const isReady = sets.data !== undefined || sets.error !== null;

  useEffect(() => {
    if (!editor || !isReady) return undefined;
    let isWanted = true;
    const check = async (): Promise<Checked> => {
      try {
        const body = { xml: await editor.read(), ...(parameters && { known: { parameters } }) };
        const reply = await api.post<{ findings: readonly LintFinding[] }>(`/decisions/${encodeURIComponent(key)}/check`, body);
        return { found: reply.findings, of: changes };
      } catch (failure) {
        return { failure, of: changes };
      }
    };
    const timer = setTimeout(
      () => void check().then((result) => (isWanted ? setChecked((before) => ({ ...before, failure: undefined, ...result })) : undefined)),
      changes === 0 ? 0 : AFTER_LAST_CHANGE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [api, key, editor, changes, isReady, parameters]);

  const items = useMemo(
    () => (checked.found ?? []).map((finding) => ({ ...finding, ...findingText(finding), rows: rowsOf(finding) })),
    [checked.found, findingText],
  );
  return {
    items,
    errors: items.filter((finding) => finding.severity === 'error').length,
    isChecking: checked.of !== changes,
    isKnown: checked.found !== undefined,
    failure: checked.failure,
  };
}

/** Row numbers of a finding, as the check counts them, from 1. */
function rowsOf({ params }: LintFinding): readonly number[] {
  const rows = params?.['rows'];
  const listed = Array.isArray(rows) ? (rows as readonly unknown[]) : String(rows ?? '').split(/[^\d]+/);
  return listed.map(Number).filter((row) => Number.isInteger(row) && row > 0);
}

import { useEffect, useMemo, useState } from 'react';
import type { ModelEditor } from '@fashen/modeler';
import { type FindingText, useFindingText, useSession } from '@fashen/ui';
import { checkDrawing, type WireFinding } from '../requests';

/** A finding with its sentence in the language of the page. */
export type ShownFinding = WireFinding & FindingText;

/** What is wrong with the drawing. */
export interface Findings {
  readonly items: readonly ShownFinding[];
  readonly errors: number;
  readonly isChecking: boolean;
  /** Why the check itself did not work. */
  readonly failure?: unknown;
  /** True once a check has ended. */
  readonly isKnown: boolean;
}

const AFTER_LAST_CHANGE_MS = 800;

interface Checked {
  readonly found?: readonly WireFinding[];
  readonly failure?: unknown;
  /** Number of the change that was checked. */
  readonly of: number;
}

/** Checks the drawing when it opens and a moment after each change, and marks what was found on the canvas. */
export function useFindings(editor: ModelEditor | undefined, changes: number): Findings {
  const { api } = useSession();
  const findingText = useFindingText();
  const [checked, setChecked] = useState<Checked>({ of: -1 });

  useEffect(() => {
    if (!editor) return undefined;
    let isWanted = true;
    const check = async (): Promise<Checked> => {
      try {
        return { found: await checkDrawing(api, await editor.read()), of: changes };
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
  }, [api, editor, changes]);

  const items = useMemo(
    () => (checked.found ?? []).map((finding) => ({ ...finding, ...findingText(finding) })),
    [checked.found, findingText],
  );
  useEffect(() => {
    editor?.show(items);
  }, [editor, items]);

  return {
    items,
    errors: items.filter((finding) => finding.severity === 'error').length,
    isChecking: checked.of !== changes,
    failure: checked.failure,
    isKnown: checked.found !== undefined,
  };
}

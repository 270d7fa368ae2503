import { useCallback, useEffect, useMemo } from 'react';
import type { ModelEditor } from '@fashen/modeler';
import { useFindingText, useSession } from '@fashen/ui';
import { type Findings, findingsOf } from '../../editing/findings';
import { useServerCheck } from '../../editing/use-server-check';
import { checkDrawing } from '../requests';

/** Checks the drawing when it opens and a moment after each change, and marks what was found on the canvas. */
export function useFindings(editor: ModelEditor | undefined, changes: number): Findings {
  const { api } = useSession();
  const findingText = useFindingText();
  const check = useServerCheck(
    editor,
    changes,
    useCallback((xml: string) => checkDrawing(api, xml), [api]),
  );
  const shown = useMemo(
    () => (check.found ?? []).map((finding) => ({ ...finding, ...findingText(finding) })),
    [check.found, findingText],
  );
  useEffect(() => {
    editor?.show(shown);
  }, [editor, shown]);

  return findingsOf(shown, check);
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DrawingReport, ModelEditor } from '@fashen/modeler';
import { useFindingText, useSession } from '@fashen/ui';
import { type Findings, findingsOf } from '../../editing/findings';
import { useServerCheck } from '../../editing/use-server-check';
import { checkDrawing } from '../requests';
import { joinFindings } from './join-findings.rules';

/** Findings follow a change this fast; a pause this short is a person still typing. */
const AFTER_CHANGE_MS = 50;

/**
 * Checks the drawing when it opens and after each change, and marks what was found on the canvas: the rules in the browser at once, all
 * others when the server has answered.
 */
export function useFindings(editor: ModelEditor | undefined, changes: number): Findings {
  const { api } = useSession();
  const findingText = useFindingText();
  const check = useServerCheck(
    editor,
    changes,
    useCallback((xml: string) => checkDrawing(api, xml), [api]),
  );
  const drawn = useDrawingReport(editor, changes);
  const { found } = check;
  const isCurrent = check.foundOf === changes;

  const shown = useMemo(
    () => joinFindings(drawn, { findings: found ?? [], isCurrent }).map((finding) => ({ ...finding, ...findingText(finding) })),
    [drawn, found, isCurrent, findingText],
  );
  useEffect(() => {
    editor?.show(shown);
  }, [editor, shown]);

  return findingsOf(shown, check);
}

function useDrawingReport(editor: ModelEditor | undefined, changes: number): DrawingReport | undefined {
  const [report, setReport] = useState<DrawingReport>();
  useEffect(() => {
    if (!editor) return undefined;
    let isWanted = true;
    const timer = setTimeout(
      () => void editor.lint().then((drawn) => (isWanted ? setReport(drawn) : undefined)),
      changes === 0 ? 0 : AFTER_CHANGE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [editor, changes]);
  return report;
}

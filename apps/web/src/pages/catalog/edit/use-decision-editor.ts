import { type RefObject, useEffect, useState } from 'react';
import type { DecisionEditor } from '@fashen/modeler/decision';
import { useLocale } from '@fashen/ui';

/** dmn-js on the page. */
export interface OpenDecision {
  /** Absent while it loads. */
  readonly editor?: DecisionEditor;
  readonly failure?: unknown;
  /** Counts the changes a person has made. */
  readonly changes: number;
}

/** Owns dmn-js: opens it in a box, closes it when the page goes. Another language takes the file as it stands into a new editor. */
export function useDecisionEditor(box: RefObject<HTMLDivElement | null>, start: { xml: string; openId: string }): OpenDecision {
  const { locale } = useLocale();
  const [shown, setShown] = useState({ locale, xml: start.xml });
  const [state, setState] = useState<Omit<OpenDecision, 'changes'>>({});
  const [changes, setChanges] = useState(0);
  const { openId } = start;

  useEffect(() => {
    const container = box.current;
    if (!container) return undefined;
    let isAlive = true;
    let opened: DecisionEditor | undefined;
    const open = async (): Promise<void> => {
      const { openDecisionEditor } = await import('@fashen/modeler/decision');
      if (!isAlive) return;
      const editor = openDecisionEditor({ container, locale: shown.locale });
      opened = editor;
      editor.onChange(() => setChanges((count) => count + 1));
      await editor.load(shown.xml, openId);
      if (isAlive) setState({ editor });
    };
    open().catch((failure: unknown) => (isAlive ? setState({ failure }) : undefined));
    return () => {
      isAlive = false;
      setState({});
      opened?.close();
    };
  }, [box, openId, shown]);

  const editor = state.editor;
  useEffect(() => {
    if (!editor || locale === shown.locale) return;
    void editor.read().then((xml) => setShown({ locale, xml }));
  }, [editor, locale, shown]);

  return { ...state, changes };
}

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ModelEditor, SuppliedChoices, UndoState } from '@fashen/modeler';
import { useLocale } from '@fashen/ui';
import { modelerPlugins } from '../../../modeler-plugins';

/** The modeler on the page. */
export interface OpenModel {
  /** Absent while it loads. */
  readonly editor?: ModelEditor;
  readonly failure?: unknown;
  /** Counts the changes a person has made. */
  readonly changes: number;
  readonly undo: UndoState;
}

interface Places {
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly panel: RefObject<HTMLDivElement | null>;
}

const NOTHING: UndoState = { canUndo: false, canRedo: false };

/**
 * Owns bpmn-js: opens it in the two boxes, closes it when the page goes. Never opened again because of other properties; another
 * language takes the drawing as it stands into a new editor, because bpmn-js reads its texts once.
 */
export function useModelEditor(places: Places, startXml: string, choices: SuppliedChoices): OpenModel {
  const { locale } = useLocale();
  const [shown, setShown] = useState({ locale, xml: startXml });
  const [state, setState] = useState<Omit<OpenModel, 'changes'>>({ undo: NOTHING });
  const [changes, setChanges] = useState(0);
  const offered = useRef(choices);
  const { canvas, panel } = places;

  useEffect(() => {
    if (!canvas.current || !panel.current) return undefined;
    let isAlive = true;
    const { editor, stop } = open({ canvas: canvas.current, panel: panel.current, choices: offered.current, locale: shown.locale });
    void editor.then(async (ready) => {
      if (!isAlive) return;
      ready.onChange((undo) => {
        setState((before) => ({ ...before, undo }));
        setChanges((count) => count + 1);
      });
      await ready.load(shown.xml).then(
        () => (isAlive ? setState({ editor: ready, undo: NOTHING }) : undefined),
        (failure: unknown) => (isAlive ? setState({ failure, undo: NOTHING }) : undefined),
      );
    });
    return () => {
      isAlive = false;
      setState({ undo: NOTHING });
      stop();
    };
  }, [canvas, panel, shown]);

  const editor = state.editor;
  useEffect(() => {
    if (!editor || locale === shown.locale) return;
    void editor.read().then((xml) => setShown({ locale, xml }));
  }, [editor, locale, shown]);

  return { ...state, changes };
}

interface Opening {
  readonly canvas: HTMLElement;
  readonly panel: HTMLElement;
  readonly choices: SuppliedChoices;
  readonly locale: 'zh-CN' | 'en';
}

/** Loads the code of the modeler and opens it, unless the page has gone meanwhile. */
function open(opening: Opening): { readonly editor: Promise<ModelEditor>; readonly stop: () => void } {
  let opened: ModelEditor | undefined;
  let isStopped = false;
  let observer: ResizeObserver | undefined;
  const editor = import('@fashen/modeler').then(({ openEditor }) => {
    if (isStopped) return new Promise<ModelEditor>(() => undefined);
    const made = openEditor({ ...opening, plugins: modelerPlugins });
    observer = new ResizeObserver(() => made.resized());
    observer.observe(opening.canvas);
    opened = made;
    return made;
  });
  const stop = (): void => {
    isStopped = true;
    observer?.disconnect();
    opened?.close();
  };
  return { editor, stop };
}

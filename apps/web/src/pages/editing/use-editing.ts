import { useState } from 'react';
import { findingKey, type Findings, type ShownFinding } from './findings';
import { type DraftPlace, type DraftSaver, type Readable, useDraftSaver } from './use-draft-saver';
import { useEditorKeys } from './use-editor-keys';
import { useLeaveGuard } from './use-leave-guard';

/** Something open in an editor. */
export interface EditedDraft {
  /** Stays the same object while the page is open. */
  readonly place: DraftPlace;
  readonly start: { readonly xml: string; readonly revision: number };
  /** Absent while it loads. */
  readonly editor?: Readable;
  readonly changes: number;
}

/** What every editor does besides drawing. */
export interface Editing {
  readonly saver: DraftSaver;
  /** Key of the chosen finding. */
  readonly chosen?: string;
  readonly choose: (finding: ShownFinding) => void;
  readonly isPublishing: boolean;
  readonly setIsPublishing: (isPublishing: boolean) => void;
}

/** Saves, guards leaving, listens to Ctrl+S and F8, and goes from finding to finding. `goTo` shows the place of one. */
export function useEditing(draft: EditedDraft, findings: Findings, goTo: (finding: ShownFinding) => void): Editing {
  const saver = useDraftSaver(draft.place, draft.start, draft.editor, draft.changes);
  const [chosen, setChosen] = useState<string>();
  const [isPublishing, setIsPublishing] = useState(false);
  useLeaveGuard(saver);

  const choose = (finding: ShownFinding): void => {
    setChosen(findingKey(finding));
    goTo(finding);
  };
  const next = (): void => {
    const { items } = findings;
    const finding = items[(items.findIndex((item) => findingKey(item) === chosen) + 1) % items.length];
    if (finding) choose(finding);
  };
  useEditorKeys({ onSave: () => void saver.save(), onNextFinding: next });
  return { saver, chosen, choose, isPublishing, setIsPublishing };
}

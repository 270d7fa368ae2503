import { App, Tabs } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { SuppliedChoices } from '@fashen/modeler';
import { ErrorView, LoadingView, usePageTitle, useText } from '@fashen/ui';
import { ConflictDialog } from '../../editing/ConflictDialog';
import { PublishDialog, type PublishedVersion } from '../../editing/PublishDialog';
import { type DraftPlace, type DraftSaver, useDraftSaver } from '../../editing/use-draft-saver';
import { useEditorKeys } from '../../editing/use-editor-keys';
import { useLeaveGuard } from '../../editing/use-leave-guard';
import { findDraft, refreshProcesses, type WireProcessDetail } from '../requests';
import { EditorBar } from './EditorBar';
import type { EditStart } from './EditProcessPage';
import { FindingsPanel } from './FindingsPanel';
import { type Findings, useFindings } from './use-findings';
import { type OpenModel, useModelEditor } from './use-model-editor';

type SideTab = 'step' | 'findings';

const placeOf = (key: string): DraftPlace => ({ path: `/processes/${encodeURIComponent(key)}/draft`, find: (api) => findDraft(api, key) });

/** Canvas, panel and checks of one process. */
export function ProcessEditor(props: {
  readonly process: WireProcessDetail;
  readonly start: EditStart;
  readonly choices: SuppliedChoices;
}): ReactNode {
  const { process, start, choices } = props;
  const text = useText('processes');
  usePageTitle(text('edit.title', { name: process.name }));
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const model = useModelEditor({ canvas, panel }, start.xml, choices);
  const findings = useFindings(model.editor, model.changes);
  const place = useMemo(() => placeOf(process.key), [process.key]);
  const saver = useDraftSaver(place, start, model.editor, model.changes);
  const [tab, setTab] = useState<SideTab>('step');
  const [chosen, setChosen] = useState(-1);
  const [isPublishing, setIsPublishing] = useState(false);
  useLeaveGuard(saver);

  const locate = (at: number): void => {
    setChosen(at);
    const elementId = findings.items[at]?.elementId;
    if (elementId) model.editor?.locate(elementId);
  };
  const next = (): void => {
    if (findings.items.length === 0) return;
    setTab('findings');
    locate((chosen + 1) % findings.items.length);
  };
  useEditorKeys({ onSave: () => void saver.save(), onNextFinding: next });

  return (
    <div className="fs-modeler-page">
      <EditorBar
        process={process}
        editor={model.editor}
        undo={model.undo}
        findings={findings}
        save={saver.state}
        onSave={() => void saver.save()}
        onPublish={() => setIsPublishing(true)}
      />
      <div className="fs-modeler-body">
        <div ref={canvas} className="fs-modeler-canvas fashen-modeler" role="application" aria-label={text('edit.canvas')} />
        <CanvasCover model={model} />
        <aside className="fs-modeler-side" aria-label={text('edit.side')}>
          <Tabs activeKey={tab} onChange={(key) => setTab(key as SideTab)} items={tabsOf(findings, text)} />
          <div ref={panel} className="fs-modeler-tab fashen-modeler-panel" hidden={tab !== 'step'} />
          <div className="fs-modeler-tab" hidden={tab !== 'findings'}>
            <FindingsPanel findings={findings} chosen={chosen} onChoose={locate} />
          </div>
        </aside>
      </div>
      <EditorDialogs process={process} saver={saver} isPublishing={isPublishing} onPublishingEnd={() => setIsPublishing(false)} />
    </div>
  );
}

function tabsOf(findings: Findings, text: (key: string, gaps?: Record<string, unknown>) => string): { key: SideTab; label: string }[] {
  return [
    { key: 'step', label: text('edit.tabStep') },
    { key: 'findings', label: text('edit.tabFindings', { n: findings.items.length }) },
  ];
}

function CanvasCover({ model }: { readonly model: OpenModel }): ReactNode {
  const text = useText('processes');
  if (model.editor) return null;
  return (
    <div className="fs-modeler-failure">
      {model.failure ? <ErrorView error={model.failure} /> : <LoadingView rows={8} />}
      {model.failure ? <p className="fs-state">{text('edit.unreadable')}</p> : null}
    </div>
  );
}

function EditorDialogs(props: {
  readonly process: WireProcessDetail;
  readonly saver: DraftSaver;
  readonly isPublishing: boolean;
  readonly onPublishingEnd: () => void;
}): ReactNode {
  const text = useText('processes');
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const { process, saver } = props;
  const theirs = saver.state.kind === 'conflict' ? saver.state.theirs : undefined;
  const published = async (version: PublishedVersion): Promise<void> => {
    await refreshProcesses(queries);
    props.onPublishingEnd();
    const title = text('publish.done', { name: process.name, version: version.version });
    notification.success({ title, description: text('publish.doneNote') });
  };
  return (
    <>
      <PublishDialog
        path={`/processes/${encodeURIComponent(process.key)}/publication`}
        title={text('publish.title', { name: process.name })}
        consequence={text('publish.consequence')}
        isOpen={props.isPublishing}
        save={saver.settle}
        onClose={props.onPublishingEnd}
        onPublished={published}
      />
      <ConflictDialog
        theirs={theirs}
        isOpen={saver.state.kind === 'conflict'}
        onTakeTheirs={() => void queries.resetQueries({ queryKey: ['process-edit-start', process.key] })}
        onOverwrite={() => void saver.overwrite()}
        onLater={saver.putOff}
      />
    </>
  );
}

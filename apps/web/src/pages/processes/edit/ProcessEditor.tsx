import { Tabs } from 'antd';
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import type { SuppliedChoices } from '@fashen/modeler';
import { ErrorView, LoadingView, type Text, usePageTitle, usePart, useText } from '@fashen/ui';
import { EditorDialogs, type Publication } from '../../editing/EditorDialogs';
import type { Findings } from '../../editing/findings';
import { FindingsList } from '../../editing/FindingsList';
import type { DraftPlace } from '../../editing/use-draft-saver';
import { useEditing } from '../../editing/use-editing';
import { findDraft, refreshProcesses, type WireProcessDetail } from '../requests';
import { EditorBar } from './EditorBar';
import type { EditStart } from './EditProcessPage';
import { useFindings } from './use-findings';
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
  const [tab, setTab] = useState<SideTab>('step');
  const place = useMemo(() => placeOf(process.key), [process.key]);
  const editing = useEditing({ place, start, editor: model.editor, changes: model.changes }, findings, ({ elementId }) => {
    setTab('findings');
    if (elementId) model.editor?.locate(elementId);
  });
  const { saver } = editing;
  const OldVersionCases = usePart('oldVersionCases');

  return (
    <div className="fs-modeler-page">
      <EditorBar
        process={process}
        editor={model.editor}
        undo={model.undo}
        findings={findings}
        save={saver.state}
        onSave={() => void saver.save()}
        onPublish={() => editing.setIsPublishing(true)}
        onShowFindings={() => setTab('findings')}
      />
      {OldVersionCases ? (
        <Suspense fallback={null}>
          <OldVersionCases processKey={process.key} />
        </Suspense>
      ) : null}
      <div className="fs-modeler-body">
        <div ref={canvas} className="fs-modeler-canvas fashen-modeler" role="application" aria-label={text('edit.canvas')} />
        <CanvasCover model={model} />
        <aside className="fs-modeler-side" aria-label={text('edit.side')}>
          <Tabs activeKey={tab} onChange={(key) => setTab(key as SideTab)} items={tabsOf(findings, text)} />
          <div ref={panel} className="fs-modeler-tab fashen-modeler-panel" hidden={tab !== 'step'} />
          <div className="fs-modeler-tab" hidden={tab !== 'findings'}>
            <FindingsList findings={findings} cleanNote={text('findings.cleanNote')} chosen={editing.chosen} onChoose={editing.choose} />
          </div>
        </aside>
      </div>
      <EditorDialogs publication={publicationOf(process, text)} editing={editing} findings={findings} />
    </div>
  );
}

function publicationOf({ key, name }: WireProcessDetail, text: Text): Publication {
  return {
    name,
    path: `/processes/${encodeURIComponent(key)}/publication`,
    title: text('publish.title', { name }),
    consequence: text('publish.consequence'),
    doneNote: text('publish.doneNote'),
    refresh: refreshProcesses,
    startKey: ['process-edit-start', key],
  };
}

function tabsOf(findings: Findings, text: Text): { key: SideTab; label: string }[] {
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

import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { DecisionEditor } from '@fashen/modeler/decision';
import { ErrorView, LoadingView, type Text, usePageTitle, useText } from '@fashen/ui';
import { EditorDialogs, type Publication } from '../../editing/EditorDialogs';
import { EditorHead } from '../../editing/EditorHead';
import type { Findings } from '../../editing/findings';
import { FindingsList } from '../../editing/FindingsList';
import { IconButton } from '../../editing/IconButton';
import type { DraftPlace } from '../../editing/use-draft-saver';
import { type Editing, useEditing } from '../../editing/use-editing';
import { type DecisionView, findDecisionDraft, refreshRules } from '../requests';
import type { DecisionStart } from './EditDecisionPage';
import { type OpenDecision, useDecisionEditor } from './use-decision-editor';
import { useDecisionFindings } from './use-decision-findings';

const placeOf = (key: string): DraftPlace => ({
  path: `/decisions/${encodeURIComponent(key)}/draft`,
  find: (api) => findDecisionDraft(api, key),
});

/** dmn-js with checks, draft and publication of one decision. */
export function DecisionEditorView({ decision, start }: { readonly decision: DecisionView; readonly start: DecisionStart }): ReactNode {
  const text = useText('catalog');
  usePageTitle(text('edit.title', { name: decision.name }));
  const box = useRef<HTMLDivElement>(null);
  const opened = useDecisionEditor(box, { xml: start.xml, openId: decision.key });
  const place = useMemo(() => placeOf(decision.key), [decision.key]);
  const findings = useDecisionFindings(decision.key, opened.editor, opened.changes);
  const editing = useEditing({ place, start, ...opened }, findings, ({ elementId, rows = [] }) => {
    void opened.editor?.locate({ elementId, row: rows[0] });
  });
  const [part, setPart] = useState(decision.key);

  return (
    <div className="fs-modeler-page">
      <Bar decision={decision} editor={opened.editor} editing={editing} findings={findings} />
      <div className="fs-decision-body">
        <div className="fs-decision-main">
          <Parts opened={opened} part={part} onOpen={setPart} />
          <div className="fs-decision-box">
            <div ref={box} className="fashen-decision-editor" />
            <Cover opened={opened} />
          </div>
        </div>
        <aside className="fs-modeler-side" aria-label={text('edit.check')}>
          <div className="fs-modeler-tab">
            <h2 className="fs-findings-title">{text('edit.check')}</h2>
            <FindingsList findings={findings} cleanNote={text('edit.clean')} chosen={editing.chosen} onChoose={editing.choose} />
          </div>
        </aside>
      </div>
      <EditorDialogs publication={publicationOf(decision, text)} editing={editing} findings={findings} />
    </div>
  );
}

function Bar(props: {
  readonly decision: DecisionView;
  readonly editor?: DecisionEditor;
  readonly editing: Editing;
  readonly findings: Findings;
}): ReactNode {
  const text = useText('catalog');
  const editingText = useText('editing');
  const { decision, editor, editing } = props;
  return (
    <EditorHead
      name={decision.name}
      standing={editingText('basedOn', { version: decision.version })}
      back={{ to: `/catalog/${decision.key}`, label: text('backToDecision') }}
      save={editing.saver.state}
      findings={props.findings}
      isReady={editor !== undefined}
      publishPermission="rule.publish"
      onSave={() => void editing.saver.save()}
      onPublish={() => editing.setIsPublishing(true)}
      onShowFindings={() => {
        const [first] = props.findings.items;
        if (first) editing.choose(first);
      }}
    >
      <IconButton label={editingText('undo')} icon={<UndoOutlined />} disabled={!editor} onClick={() => editor?.undo()} />
      <IconButton label={editingText('redo')} icon={<RedoOutlined />} disabled={!editor} onClick={() => editor?.redo()} />
    </EditorHead>
  );
}

function Parts(props: { readonly opened: OpenDecision; readonly part: string; readonly onOpen: (id: string) => void }): ReactNode {
  const text = useText('catalog');
  const editor = props.opened.editor;
  if (!editor || editor.parts().length < 2) return null;
  return (
    <div className="fs-decision-parts">
      <Select
        aria-label={text('edit.part')}
        popupMatchSelectWidth={false}
        value={props.part}
        options={editor.parts().map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string) => {
          props.onOpen(id);
          void editor.open(id);
        }}
      />
    </div>
  );
}

function Cover({ opened }: { readonly opened: OpenDecision }): ReactNode {
  if (opened.editor) return null;
  return <div className="fs-modeler-failure">{opened.failure ? <ErrorView error={opened.failure} /> : <LoadingView rows={8} />}</div>;
}

function publicationOf({ key, name }: DecisionView, text: Text): Publication {
  return {
    name,
    path: `/decisions/${encodeURIComponent(key)}/publication`,
    title: text('publish.title', { name }),
    consequence: text('publish.consequence'),
    doneNote: text('publish.doneNote'),
    refresh: refreshRules,
    startKey: ['decision-edit-start', key],
  };
}

import { LeftOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ErrorView, LoadingView, usePageTitle, usePermission, useText } from '@fashen/ui';
import { ConflictDialog } from '../../editing/ConflictDialog';
import { PublishDialog, type PublishedVersion } from '../../editing/PublishDialog';
import { SaveWords } from '../../editing/SaveWords';
import { type DraftPlace, type DraftSaver, useDraftSaver } from '../../editing/use-draft-saver';
import { useEditorKeys } from '../../editing/use-editor-keys';
import { useLeaveGuard } from '../../editing/use-leave-guard';
import { type DecisionView, findDecisionDraft, refreshRules } from '../requests';
import { DecisionFindings } from './DecisionFindings';
import type { DecisionStart } from './EditDecisionPage';
import { type DecisionCheck, useDecisionCheck } from './use-decision-check';
import { type OpenDecision, useDecisionEditor } from './use-decision-editor';

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
  const saver = useDraftSaver(place, start, opened.editor, opened.changes);
  const check = useDecisionCheck(decision.key, opened.editor, opened.changes);
  const [part, setPart] = useState(decision.key);
  const [chosen, setChosen] = useState(-1);
  const [isPublishing, setIsPublishing] = useState(false);
  useLeaveGuard(saver);

  const locate = (at: number): void => {
    const finding = check.items[at];
    setChosen(at);
    if (finding) void opened.editor?.locate({ elementId: finding.elementId, row: finding.rows[0] });
  };
  const next = (): void => (check.items.length > 0 ? locate((chosen + 1) % check.items.length) : undefined);
  useEditorKeys({ onSave: () => void saver.save(), onNextFinding: next });

  return (
    <div className="fs-modeler-page">
      <Bar decision={decision} opened={opened} saver={saver} check={check} onPublish={() => setIsPublishing(true)} />
      <div className="fs-decision-body">
        <div className="fs-decision-main">
          <Parts opened={opened} part={part} onOpen={setPart} />
          <div className="fs-decision-box">
            <div ref={box} className="fashen-decision-editor" />
            <Cover opened={opened} />
          </div>
        </div>
        <aside className="fs-modeler-side" aria-label={text('edit.check')}>
          <DecisionFindings check={check} chosen={chosen} onLocate={locate} />
        </aside>
      </div>
      <Dialogs decision={decision} saver={saver} isPublishing={isPublishing} onPublishingEnd={() => setIsPublishing(false)} />
    </div>
  );
}

function Bar(props: {
  readonly decision: DecisionView;
  readonly opened: OpenDecision;
  readonly saver: DraftSaver;
  readonly check: DecisionCheck;
  readonly onPublish: () => void;
}): ReactNode {
  const text = useText('catalog');
  const mayPublish = usePermission('rule.publish');
  const { decision, opened, saver, check } = props;
  const isBlocked = !opened.editor || !check.isKnown || check.isChecking || check.errors > 0;
  return (
    <header className="fs-modeler-bar">
      <Link to={`/catalog/${decision.key}`} aria-label={text('backToDecision')} title={text('backToDecision')}>
        <LeftOutlined />
      </Link>
      <div className="fs-modeler-words">
        <h1>{decision.name}</h1>
        <span className="fs-tag fs-tag-quiet">{text('edit.basedOn', { version: decision.version })}</span>
        <SaveWords state={saver.state} />
      </div>
      <Button type="text" icon={<UndoOutlined />} aria-label={text('undo')} title={text('undo')} onClick={() => opened.editor?.undo()} />
      <Button type="text" icon={<RedoOutlined />} aria-label={text('redo')} title={text('redo')} onClick={() => opened.editor?.redo()} />
      <Button onClick={() => void saver.save()} disabled={!opened.editor} loading={saver.state.kind === 'saving'}>
        {text('save')}
      </Button>
      {mayPublish ? (
        <Button
          type="primary"
          disabled={isBlocked}
          onClick={props.onPublish}
          title={check.errors > 0 ? text('edit.blocked', { n: check.errors }) : undefined}
        >
          {text('publish.open')}
        </Button>
      ) : null}
    </header>
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

function Dialogs(props: {
  readonly decision: DecisionView;
  readonly saver: DraftSaver;
  readonly isPublishing: boolean;
  readonly onPublishingEnd: () => void;
}): ReactNode {
  const text = useText('catalog');
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const { decision, saver } = props;
  const published = async ({ version }: PublishedVersion): Promise<void> => {
    await refreshRules(queries);
    props.onPublishingEnd();
    notification.success({ title: text('publish.done', { name: decision.name, version }), description: text('publish.doneNote') });
  };
  return (
    <>
      <PublishDialog
        path={`/decisions/${encodeURIComponent(decision.key)}/publication`}
        title={text('publish.title', { name: decision.name })}
        consequence={text('publish.consequence')}
        isOpen={props.isPublishing}
        save={saver.settle}
        onClose={props.onPublishingEnd}
        onPublished={published}
      />
      <ConflictDialog
        theirs={saver.state.kind === 'conflict' ? saver.state.theirs : undefined}
        isOpen={saver.state.kind === 'conflict'}
        onTakeTheirs={() => void queries.resetQueries({ queryKey: ['decision-edit-start', decision.key] })}
        onOverwrite={() => void saver.overwrite()}
        onLater={saver.putOff}
      />
    </>
  );
}

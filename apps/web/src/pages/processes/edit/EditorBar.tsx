import { ExpandOutlined, LeftOutlined, RedoOutlined, UndoOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ModelEditor, UndoState } from '@fashen/modeler';
import { usePermission, useText } from '@fashen/ui';
import type { WireProcessDetail } from '../requests';
import type { Findings } from './use-findings';
import { SaveWords } from '../../editing/SaveWords';
import type { SaveState } from '../../editing/use-draft-saver';

/** Above the canvas: what is drawn, whether it is saved, and what one can do with it. */
export function EditorBar(props: {
  readonly process: WireProcessDetail;
  readonly editor?: ModelEditor;
  readonly undo: UndoState;
  readonly findings: Findings;
  readonly save: SaveState;
  readonly onSave: () => void;
  readonly onPublish: () => void;
}): ReactNode {
  const text = useText('processes');
  const { process, editor, undo } = props;
  return (
    <header className="fs-modeler-bar">
      <Link to={`/processes/${process.key}`} aria-label={text('backToProcess')} title={text('backToProcess')}>
        <LeftOutlined />
      </Link>
      <div className="fs-modeler-words">
        <h1>{process.name}</h1>
        <span className="fs-tag fs-tag-quiet">
          {process.latest ? text('basedOn', { version: process.latest.version }) : text('neverPublished')}
        </span>
        <SaveWords state={props.save} />
      </div>
      <IconButton label={text('undo')} keys="Ctrl+Z" icon={<UndoOutlined />} disabled={!undo.canUndo} onClick={() => editor?.undo()} />
      <IconButton label={text('redo')} keys="Ctrl+Y" icon={<RedoOutlined />} disabled={!undo.canRedo} onClick={() => editor?.redo()} />
      <IconButton label={text('zoomOut')} icon={<ZoomOutOutlined />} disabled={!editor} onClick={() => editor?.zoom(1 / 1.25)} />
      <IconButton label={text('zoomIn')} icon={<ZoomInOutlined />} disabled={!editor} onClick={() => editor?.zoom(1.25)} />
      <IconButton label={text('fit')} icon={<ExpandOutlined />} disabled={!editor} onClick={() => editor?.fit()} />
      <Button onClick={props.onSave} disabled={!editor} loading={props.save.kind === 'saving'}>
        {text('save')}
      </Button>
      <PublishButton findings={props.findings} isReady={editor !== undefined} onPublish={props.onPublish} />
    </header>
  );
}

function PublishButton(props: { readonly findings: Findings; readonly isReady: boolean; readonly onPublish: () => void }): ReactNode {
  const text = useText('processes');
  const mayPublish = usePermission('process.publish');
  if (!mayPublish) return null;
  const { errors, isChecking, isKnown } = props.findings;
  const blocked = errors > 0 ? text('publish.blocked', { n: errors }) : undefined;
  return (
    <Tooltip title={blocked}>
      <Button type="primary" disabled={!props.isReady || !isKnown || isChecking || errors > 0} onClick={props.onPublish}>
        {text('publish.open')}
      </Button>
    </Tooltip>
  );
}

function IconButton(props: {
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly disabled: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Tooltip title={props.keys ? `${props.label} (${props.keys})` : props.label}>
      <Button type="text" aria-label={props.label} icon={props.icon} disabled={props.disabled} onClick={props.onClick} />
    </Tooltip>
  );
}

import { ExpandOutlined, RedoOutlined, UndoOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ModelEditor, UndoState } from '@fashen/modeler';
import { useText } from '@fashen/ui';
import { BLOCKED_ID } from '../../editing/BlockedNote';
import { EditorHead } from '../../editing/EditorHead';
import type { Findings } from '../../editing/findings';
import { IconButton } from '../../editing/IconButton';
import type { SaveState } from '../../editing/use-draft-saver';
import type { WireProcessDetail } from '../requests';
import { TryOutButton } from '../try-out/TryOutButton';

/** Above the canvas: what is drawn, whether it is saved, and what one can do with it. */
export function EditorBar(props: {
  readonly process: WireProcessDetail;
  readonly editor?: ModelEditor;
  readonly undo: UndoState;
  readonly findings: Findings;
  readonly save: SaveState;
  readonly onSave: () => void;
  readonly onPublish: () => void;
  readonly onShowFindings: () => void;
}): ReactNode {
  const text = useText('processes');
  const editingText = useText('editing');
  const { process, editor, undo } = props;
  return (
    <EditorHead
      name={process.name}
      standing={process.latest ? editingText('basedOn', { version: process.latest.version }) : text('neverPublished')}
      back={{ to: `/processes/${process.key}`, label: text('backToProcess') }}
      save={props.save}
      findings={props.findings}
      isReady={editor !== undefined}
      publishPermission="process.publish"
      onSave={props.onSave}
      onPublish={props.onPublish}
      onShowFindings={props.onShowFindings}
    >
      <IconButton
        label={editingText('undo')}
        keys="Ctrl+Z"
        icon={<UndoOutlined />}
        disabled={!undo.canUndo}
        onClick={() => editor?.undo()}
      />
      <IconButton
        label={editingText('redo')}
        keys="Ctrl+Y"
        icon={<RedoOutlined />}
        disabled={!undo.canRedo}
        onClick={() => editor?.redo()}
      />
      <IconButton label={text('zoomOut')} icon={<ZoomOutOutlined />} disabled={!editor} onClick={() => editor?.zoom(1 / 1.25)} />
      <IconButton label={text('zoomIn')} icon={<ZoomInOutlined />} disabled={!editor} onClick={() => editor?.zoom(1.25)} />
      <IconButton label={text('fit')} icon={<ExpandOutlined />} disabled={!editor} onClick={() => editor?.fit()} />
      <TryOutButton name={process.name} read={editor && (() => editor.read())} errors={props.findings.errors} blockedId={BLOCKED_ID} />
    </EditorHead>
  );
}

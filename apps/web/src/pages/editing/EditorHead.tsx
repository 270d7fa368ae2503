import { LeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePermission, useText } from '@fashen/ui';
import type { Findings } from './findings';
import { BLOCKED_ID, BlockedNote } from './BlockedNote';
import { SaveWords } from './SaveWords';
import type { SaveState } from './use-draft-saver';

/** Above an editor: what is edited, whether it is saved, its tools (`children`), saving and publishing. */
export function EditorHead(props: {
  readonly name: string;
  /** Which version is in force. */
  readonly standing: string;
  readonly back: { readonly to: string; readonly label: string };
  readonly save: SaveState;
  readonly findings: Findings;
  /** False while the editor loads. */
  readonly isReady: boolean;
  /** Permission to publish. */
  readonly publishPermission: string;
  readonly onSave: () => void;
  readonly onPublish: () => void;
  /** Brings what was found to the eye. */
  readonly onShowFindings: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const text = useText('editing');
  const mayPublish = usePermission(props.publishPermission);
  const { back, isReady } = props;
  const { errors, isChecking, isKnown } = props.findings;
  return (
    <header className="fs-modeler-bar">
      <Link to={back.to} aria-label={back.label} title={back.label}>
        <LeftOutlined />
      </Link>
      <div className="fs-modeler-words">
        <h1>{props.name}</h1>
        <span className="fs-tag fs-tag-quiet">{props.standing}</span>
        <SaveWords state={props.save} />
      </div>
      {props.children}
      <Button onClick={props.onSave} disabled={!isReady} loading={props.save.kind === 'saving'}>
        {text('save')}
      </Button>
      {mayPublish ? (
        <Button
          type="primary"
          aria-describedby={BLOCKED_ID}
          disabled={!isReady || !isKnown || isChecking || errors > 0}
          onClick={props.onPublish}
        >
          {text('publish.open')}
        </Button>
      ) : null}
      <BlockedNote findings={props.findings} onShow={props.onShowFindings} />
    </header>
  );
}

import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { dayTimeText, useText } from '@fashen/ui';
import type { StoredDraft } from './use-draft-saver';

/** Says who has saved meanwhile and when, and lets the person choose. Nothing is lost without their word. */
export function ConflictDialog(props: {
  readonly theirs?: StoredDraft;
  readonly isOpen: boolean;
  readonly onTakeTheirs: () => void;
  readonly onOverwrite: () => void;
  readonly onLater: () => void;
}): ReactNode {
  const text = useText('editing');
  const { theirs } = props;
  const gaps = { name: theirs?.updatedByName ?? theirs?.updatedBy ?? '—', at: theirs ? dayTimeText(theirs.updatedAt) : '—' };
  return (
    <Modal
      open={props.isOpen}
      title={text('conflict.title')}
      onCancel={props.onLater}
      footer={[
        <Button key="later" onClick={props.onLater}>
          {text('conflict.later')}
        </Button>,
        <Button key="theirs" onClick={props.onTakeTheirs}>
          {text('conflict.takeTheirs')}
        </Button>,
        <Button key="overwrite" danger onClick={props.onOverwrite}>
          {text('conflict.overwrite')}
        </Button>,
      ]}
    >
      <p>{text('conflict.note', gaps)}</p>
      <p className="fs-secondary">{text('conflict.advice')}</p>
    </Modal>
  );
}

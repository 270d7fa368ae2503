import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { SubmitFailure, useText } from '@fashen/ui';
import type { NewRuleReply } from '../model';
import { useHandOverOpenTasks } from './deputy-requests';

interface OpenTasksProps {
  readonly added: NewRuleReply;
  readonly onClose: () => void;
}

/** After a rule was made: says what it does, also to tasks that are there already. */
export function OpenTasksDialog({ added, onClose }: OpenTasksProps): ReactNode {
  const text = useText('deputy');
  const { mode, deputyName: name } = added.rule;
  if (added.openTasks > 0 && added.rule.state === 'active') return <WithOpenTasks added={added} onClose={onClose} />;
  const close = (
    <Button type="primary" onClick={onClose}>
      {text('close')}
    </Button>
  );
  return (
    <Modal open title={text('added')} footer={close} onCancel={onClose}>
      <p>{text(`added.${mode}`, { name })}</p>
    </Modal>
  );
}

/** The tasks that are there are done by the rule, or go to the deputy for good. */
function WithOpenTasks({ added, onClose }: OpenTasksProps): ReactNode {
  const text = useText('deputy');
  const { rule, openTasks: n } = added;
  const { mode, deputyName: name } = rule;
  const handOver = useHandOverOpenTasks(rule.id);
  const choices = [
    <Button key="yes" loading={handOver.isPending} onClick={() => handOver.mutate()}>
      {text('openTasks.yes', { n })}
    </Button>,
    <Button key="no" type="primary" onClick={onClose}>
      {text('openTasks.no')}
    </Button>,
  ];
  const close = (
    <Button type="primary" onClick={onClose}>
      {text('close')}
    </Button>
  );
  return (
    <Modal open title={text('added')} footer={handOver.isSuccess ? close : choices} onCancel={onClose}>
      <div className="fs-deputy-explain">
        <p>{text(`added.${mode}`, { name })}</p>
        {handOver.isSuccess ? (
          <p role="status">{text('openTasks.started', { n: handOver.data.total })}</p>
        ) : (
          <>
            <p>{text(mode === 'MOVE' ? 'openTasks.move' : 'openTasks.share', { n, name })}</p>
            <p className="fs-secondary">{text('openTasks.explain', { name })}</p>
          </>
        )}
      </div>
      <SubmitFailure error={handOver.error} />
    </Modal>
  );
}

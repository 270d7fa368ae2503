import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useText } from '@fashen/ui';
import type { RuleReply } from '../model';
import { useEndRule } from './deputy-requests';

/** Ends a rule before its time, after saying what that does. */
export function EndRuleDialog({ rule, onClose }: { readonly rule: RuleReply; readonly onClose: () => void }): ReactNode {
  const text = useText('deputy');
  const kitText = useText('ui');
  const [reason, setReason] = useState(text('end.reason'));
  const end = useEndRule(rule.id);
  return (
    <Modal
      open
      title={text('end.title', { name: rule.deputyName })}
      okText={text('end')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelText={kitText('cancel')}
      confirmLoading={end.isPending}
      onOk={() => end.mutate(reason.trim(), { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{text(rule.mode === 'MOVE' ? 'end.explainMove' : 'end.explain')}</p>
      <div className="fs-deputy-field">
        <label htmlFor="fs-deputy-end">{text('reason')}</label>
        <Input id="fs-deputy-end" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <SubmitFailure error={end.error} />
    </Modal>
  );
}

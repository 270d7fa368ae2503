import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, useOperation, useText } from '@fashen/ui';
import type { CorrectionBody, OpinionReply } from '../model';
import { ClausePicker } from './ClausePicker';

/** 更正: the author says it anew, with the reason. What was said first stays beside it. */
export function CorrectionDialog(props: {
  readonly opinion: OpinionReply;
  readonly caseId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { opinion, caseId, onClose } = props;
  const text = useText('opinion');
  const queries = useQueryClient();
  const operation = useOperation<CorrectionBody>(`/opinions/${opinion.id}/correction`);
  const [said, setSaid] = useState({ text: opinion.text, clauses: [...opinion.clauses], reason: '' });
  const change = (part: Partial<typeof said>): void => {
    operation.forget();
    setSaid({ ...said, ...part });
  };
  const isSame = said.text.trim() === opinion.text && said.clauses.join() === opinion.clauses.join();
  const body = isSame || said.text.trim() === '' || said.reason.trim() === '' ? undefined : bodyOf(said, opinion);
  const done = (): void => {
    void queries.invalidateQueries({ queryKey: ['case', caseId] });
    onClose();
  };
  return (
    <OperationDialog title={text('correct.title')} missing={text('correct.missing')} {...{ operation, body, onClose }} onDone={done}>
      <div className="fs-opinion-correction">
        <p className="fs-secondary">{text('correct.help')}</p>
        <label htmlFor="fs-correction-text">{text('box.title')}</label>
        <Input.TextArea
          id="fs-correction-text"
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={5000}
          value={said.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <ClausePicker
          id="fs-correction-clauses"
          taskId={opinion.taskId}
          value={said.clauses}
          onChange={(clauses) => change({ clauses: [...clauses] })}
        />
        <label htmlFor="fs-correction-reason">{text('correct.reason')}</label>
        <Input id="fs-correction-reason" maxLength={500} value={said.reason} onChange={(event) => change({ reason: event.target.value })} />
      </div>
    </OperationDialog>
  );
}

function bodyOf(said: Pick<CorrectionBody, 'text' | 'clauses' | 'reason'>, { result }: OpinionReply): CorrectionBody {
  return { text: said.text.trim(), clauses: said.clauses, reason: said.reason.trim(), ...(result && { result }) };
}

import { Input, InputNumber, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, useOperation, useText } from '@fashen/ui';
import { type ClockReply, HOLD_REASONS, type HoldReason, nextExtension, openRequest } from '../model';
import { ExtensionEffect } from './ExtensionEffect';

type Act = ClockReply['may'][number];
const PATHS: Readonly<Record<Act, string>> = {
  hold: 'hold',
  resume: 'resumption',
  handIn: 'supplement',
  requestExtension: 'extension-request',
  decideExtension: 'extension-approval',
};

interface Answers {
  readonly note: string;
  readonly reason: HoldReason;
  readonly materials: string;
  readonly amount: number;
  /** Absent until the person has chosen. */
  readonly approved?: boolean;
}

/** Holds a clock, lets it go on, asks for an extension or answers the request; shows first what would happen. */
export function ClockAction(props: {
  readonly act: Act;
  readonly clock: ClockReply;
  readonly caseId: string;
  readonly names: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}): ReactNode {
  const { act, clock, caseId, names, onClose } = props;
  const text = useText('deadline');
  const operation = useOperation<object>(`/cases/${caseId}/clocks/${clock.id}/${PATHS[act]}`);
  const most = nextExtension(clock, clock.extensions)?.amount ?? 1;
  const [answers, setAnswers] = useState<Answers>({ note: '', reason: 'EXPERT', materials: '', amount: most });
  const change = (part: Partial<Answers>): void => {
    operation.forget();
    setAnswers((before) => ({ ...before, ...part }));
  };
  return (
    <OperationDialog
      title={text(act)}
      operation={operation}
      body={bodyOf(act, answers)}
      missing={text(act === 'decideExtension' ? 'missingAnswer' : 'missingInput')}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{clock.name}</p>
      <Fields act={act} answers={answers} change={change} most={most} clock={clock} names={names} />
      <label htmlFor="fs-clock-note">{text('note')}</label>
      <Input.TextArea
        id="fs-clock-note"
        rows={3}
        maxLength={2_000}
        value={answers.note}
        onChange={(event) => change({ note: event.target.value })}
      />
    </OperationDialog>
  );
}

function Fields(props: {
  readonly act: Act;
  readonly answers: Answers;
  readonly change: (part: Partial<Answers>) => void;
  readonly most: number;
  readonly clock: ClockReply;
  readonly names: Readonly<Record<string, string>>;
}): ReactNode {
  const { act, answers, change, most, clock, names } = props;
  const asked = openRequest(clock.extensions);
  const text = useText('deadline');
  if (act === 'requestExtension')
    return (
      <div>
        <label htmlFor="fs-clock-amount">{text('extension.amount', { most: text(`amount.${clock.unit}`, { n: most }) })} </label>
        <InputNumber
          id="fs-clock-amount"
          min={1}
          max={most}
          value={answers.amount}
          onChange={(amount) => change({ amount: amount ?? 1 })}
        />
        <ExtensionEffect clock={clock} amount={answers.amount} />
      </div>
    );
  if (act === 'decideExtension')
    return (
      <>
        {asked ? (
          <>
            <p>
              {text('extension.REQUEST', { n: text(`amount.${clock.unit}`, { n: asked.amount }) })}{' '}
              <span className="fs-secondary">
                {text('byWhom', { person: names[asked.changedBy] ?? asked.changedBy, words: asked.reason })}
              </span>
            </p>
            <ExtensionEffect clock={clock} amount={asked.amount} />
          </>
        ) : null}
        <Radio.Group value={answers.approved} onChange={(event) => change({ approved: event.target.value === true })}>
          <Radio value>{text('extension.approve')}</Radio>
          <Radio value={false}>{text('extension.refuse')}</Radio>
        </Radio.Group>
      </>
    );
  return act === 'hold' ? <HoldFields answers={answers} change={change} /> : null;
}

function HoldFields({ answers, change }: { readonly answers: Answers; readonly change: (part: Partial<Answers>) => void }): ReactNode {
  const text = useText('deadline');
  return (
    <>
      <label htmlFor="fs-clock-reason">{text('hold.reason')}</label>
      <Select<HoldReason>
        id="fs-clock-reason"
        className="fs-clock-wide"
        value={answers.reason}
        options={HOLD_REASONS.map((value) => ({ value, label: text(`hold.${value}`) }))}
        onChange={(reason) => change({ reason })}
      />
      {answers.reason === 'SUPPLEMENT' ? (
        <>
          <label htmlFor="fs-clock-materials">{text('hold.materials')}</label>
          <Input.TextArea
            id="fs-clock-materials"
            rows={3}
            value={answers.materials}
            onChange={(event) => change({ materials: event.target.value })}
          />
        </>
      ) : null}
    </>
  );
}

/** What is sent; nothing while something is missing. */
function bodyOf(act: Act, { note, reason, materials, amount, approved }: Answers): object | undefined {
  const words = note.trim();
  if (words === '') return undefined;
  if (act === 'resume' || act === 'handIn') return { note: words };
  if (act === 'requestExtension') return { amount, reason: words };
  if (act === 'decideExtension') return approved === undefined ? undefined : { approved, comment: words };
  const listed = materials.split('\n').map((one) => one.trim());
  const named = reason === 'SUPPLEMENT' ? listed.filter((one) => one !== '') : [];
  return reason === 'SUPPLEMENT' && named.length === 0 ? undefined : { reason, note: words, materials: named };
}

import './rework.css';
import { Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, StateView, type TaskActionProps, useOperation, useText } from '@fashen/ui';
import type { DefectAnswer, ResubmissionBody } from '../model';
import { ChangeList } from './ChangeList';
import { useRework, type WireReturn } from './rework-requests';

/** What was answered so far; whether it is corrected is said by the person, never assumed. */
type Answers = Readonly<Record<string, { readonly isFixed?: boolean; readonly text: string }>>;

/** 重新提交: an answer to every defect, beside what has changed since. The form of the step is submitted afterwards. */
export function ResubmitDialog({ task, onDone, onClose }: TaskActionProps): ReactNode {
  const text = useText('rework');
  const operation = useOperation<ResubmissionBody>(`/tasks/${task.id}/resubmission`);
  const rework = useRework(task.instanceId);
  const made = rework.data?.returns.find(({ targetTaskId }) => targetTaskId === task.id);
  const [given, setGiven] = useState<Answers>({});
  const [mode, setMode] = useState<WireReturn['mode']>();
  const answers = { ...answersOf(made), ...given };
  return (
    <OperationDialog
      title={text('resubmit.title')}
      operation={operation}
      body={bodyOf(made, answers, mode)}
      missing={text('resubmit.missing')}
      onDone={onDone}
      onClose={onClose}
    >
      <StateView state={rework} rows={3}>
        {() =>
          made ? (
            <div className="fs-rework-fields">
              {made.defects.map((defect, index) => (
                <Answer
                  key={defect.id}
                  n={index + 1}
                  what={[defect.what, defect.clause, defect.material].filter(Boolean).join(' · ')}
                  value={answers[defect.id]}
                  onChange={(answer) => {
                    setGiven((before) => ({ ...before, [defect.id]: answer }));
                    operation.forget();
                  }}
                />
              ))}
              {made.isModeChosen ? <ModeChoice value={mode ?? made.mode} onChange={setMode} /> : null}
              <ChangeList {...made} />
              <p className="fs-secondary">{text('resubmit.thenForm')}</p>
            </div>
          ) : null
        }
      </StateView>
    </OperationDialog>
  );
}

function answersOf(made: WireReturn | undefined): Answers {
  return Object.fromEntries((made?.defects ?? []).flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])));
}

function bodyOf(made: WireReturn | undefined, answers: Answers, mode: WireReturn['mode'] | undefined): ResubmissionBody | undefined {
  const list = (made?.defects ?? []).flatMap(({ id }): DefectAnswer[] => {
    const { isFixed, text = '' } = answers[id] ?? {};
    const isAnswered = isFixed === true || (isFixed === false && text.trim() !== '');
    return isAnswered ? [{ defectId: id, isFixed, text: text.trim() }] : [];
  });
  return made && list.length === made.defects.length ? { answers: list, ...(mode && { mode }) } : undefined;
}

interface AnswerProps {
  readonly n: number;
  readonly what: string;
  readonly value: Answers[string] | undefined;
  readonly onChange: (answer: Answers[string]) => void;
}

function Answer({ n, what, value, onChange }: AnswerProps): ReactNode {
  const text = useText('rework');
  const words = value?.text ?? '';
  return (
    <fieldset className="fs-rework-choice">
      <legend>
        {n}. {what}
      </legend>
      <Radio.Group value={value?.isFixed} onChange={(event) => onChange({ isFixed: event.target.value as boolean, text: words })}>
        <Radio value={true}>{text('resubmit.fixed')}</Radio>
        <Radio value={false}>{text('resubmit.notFixed')}</Radio>
      </Radio.Group>
      <Input.TextArea
        autoSize
        aria-label={text('resubmit.text', { n })}
        placeholder={text(value?.isFixed === false ? 'resubmit.why' : 'resubmit.text', { n })}
        maxLength={1000}
        value={words}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
    </fieldset>
  );
}

function ModeChoice({
  value,
  onChange,
}: {
  readonly value: WireReturn['mode'];
  readonly onChange: (mode: WireReturn['mode']) => void;
}): ReactNode {
  const text = useText('rework');
  return (
    <fieldset className="fs-rework-choice">
      <legend>{text('return.mode')}</legend>
      <Radio.Group value={value} onChange={(event) => onChange(event.target.value as WireReturn['mode'])}>
        <Radio value="STEPWISE">{text('mode.STEPWISE')}</Radio>
        <Radio value="DIRECT">{text('mode.DIRECT')}</Radio>
      </Radio.Group>
    </fieldset>
  );
}

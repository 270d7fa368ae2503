import './batch.css';
import { Button, Input, Modal, Radio, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useText, type WireTask } from '@fashen/ui';
import { BatchItems } from './BatchItems';
import { type BatchStep, MOST_TASKS, stepsOf, tallyOf } from './batch-view.rules';
import { type Batch, useBatch, type WireOutcome } from './use-batch';

interface DialogProps {
  readonly tasks: readonly WireTask[];
  /** Whether anything was sent meanwhile. */
  readonly onClose: (hasRun: boolean) => void;
}

/** One opinion for several tasks: what would become of each, then what became of each. */
export function BatchDialog({ tasks, onClose }: DialogProps): ReactNode {
  const text = useText('case-control');
  const batch = useBatch();
  const steps = stepsOf(tasks);
  const [key, setKey] = useState(steps[0]?.key);
  const [opinion, setOpinion] = useState('');
  const step = steps.find((one) => one.key === key);
  if (!step) return null;
  const result = batch.run.data;
  const forget = (): void => batch.preview.reset();
  return (
    <Modal
      open
      width={720}
      title={text('batch.title')}
      onCancel={() => onClose(result !== undefined)}
      footer={<Footer {...{ batch, step, opinion }} onClose={() => onClose(result !== undefined)} />}
    >
      {result ? null : (
        <Questions
          {...{ steps, step, opinion }}
          onStep={(next) => {
            setKey(next);
            forget();
          }}
          onOpinion={(next) => {
            setOpinion(next);
            forget();
          }}
        />
      )}
      <Outcome batch={batch} tasks={step.tasks} />
      <SubmitFailure error={batch.run.error ?? batch.preview.error} />
    </Modal>
  );
}

interface QuestionsProps {
  readonly steps: readonly BatchStep[];
  readonly step: BatchStep;
  readonly opinion: string;
  readonly onStep: (key: string) => void;
  readonly onOpinion: (text: string) => void;
}

function Questions({ steps, step, opinion, onStep, onOpinion }: QuestionsProps): ReactNode {
  const text = useText('case-control');
  const others = steps.reduce((sum, one) => sum + one.tasks.length, 0) - step.tasks.length;
  return (
    <>
      {steps.length > 1 ? (
        <fieldset className="fs-batch-steps">
          <legend>{text('batch.step')}</legend>
          <Radio.Group value={step.key} onChange={(event) => onStep(String(event.target.value))}>
            {steps.map((one) => (
              <Radio key={one.key} value={one.key}>
                {text('batch.stepCount', { step: one.nodeName, n: one.tasks.length })}
              </Radio>
            ))}
          </Radio.Group>
          <p className="fs-secondary">{text('batch.oneStep', { n: others })}</p>
        </fieldset>
      ) : (
        <p>{text('batch.stepCount', { step: step.nodeName, n: step.tasks.length })}</p>
      )}
      <label htmlFor="fs-batch-opinion">{text('batch.opinion')}</label>
      <Input.TextArea
        id="fs-batch-opinion"
        rows={3}
        maxLength={5000}
        value={opinion}
        aria-describedby="fs-batch-opinion-help"
        onChange={(event) => onOpinion(event.target.value)}
      />
      <p id="fs-batch-opinion-help" className="fs-secondary">
        {text('batch.opinion.help')}
      </p>
      {step.tasks.length > MOST_TASKS ? <p role="alert">{text('batch.tooMany', { n: MOST_TASKS })}</p> : null}
    </>
  );
}

function Outcome({ batch, tasks }: { readonly batch: Batch; readonly tasks: readonly WireTask[] }): ReactNode {
  const text = useText('case-control');
  const reply = batch.run.data ?? batch.preview.data;
  if (!reply) return null;
  return (
    <section className="fs-batch-outcome">
      <h3 role="status">{text(reply.dryRun ? 'batch.previewed' : 'batch.result', tallyOf(reply.items))}</h3>
      <BatchItems reply={reply} tasks={tasks} />
    </section>
  );
}

interface FooterProps {
  readonly batch: Batch;
  readonly step: BatchStep;
  readonly opinion: string;
  readonly onClose: () => void;
}

/** Shows first, then does what was shown to be possible; afterwards what failed can be tried again. */
function Footer({ batch, step, opinion, onClose }: FooterProps): ReactNode {
  const text = useText('case-control');
  const kit = useText('ui');
  const { preview, run } = batch;
  const ids = (items: readonly WireOutcome[], isDone: boolean): string[] =>
    items.filter((item) => item.isDone === isDone).map(({ taskId }) => taskId);
  const show = (): void => preview.mutate({ taskIds: step.tasks.map(({ id }) => id), opinion });
  const [good, failed] = [ids(preview.data?.items ?? [], true), ids(run.data?.items ?? [], false)];
  if (run.data)
    return (
      <Space wrap>
        {failed.length > 0 ? (
          <Button loading={run.isPending} onClick={() => run.mutate({ taskIds: failed, opinion })}>
            {text('batch.retry', { n: failed.length })}
          </Button>
        ) : null}
        <Button type="primary" onClick={onClose}>
          {kit('close')}
        </Button>
      </Space>
    );
  return (
    <Space wrap>
      <Button onClick={onClose}>{kit('cancel')}</Button>
      <Button
        type={preview.data ? 'default' : 'primary'}
        disabled={step.tasks.length > MOST_TASKS}
        loading={preview.isPending}
        onClick={show}
      >
        {text(preview.data ? 'batch.again' : 'batch.preview')}
      </Button>
      {good.length > 0 ? (
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate({ taskIds: good, opinion })}>
          {text('batch.run', { n: good.length })}
        </Button>
      ) : null}
    </Space>
  );
}

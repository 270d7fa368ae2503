import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import type { JsonObject } from '@fashen/plugin-api';
import { DraftConflict, type DraftState, momentText, readClock, type TaskDraftState, useText, valueText } from '@fashen/ui';
import type { FormReply } from '../model';
import { FormView } from './FormView';
import { answersInWords } from './answers-in-words.rules';
import { SubmissionBar } from './SubmissionBar';
import { useSubmission } from './use-submission';
import { withoutVerdicts } from './verdict.rules';

/** A form with a draft and a bar that sends it. Ctrl+Enter sends as well. */
export function DraftedForm(props: {
  readonly form: FormReply;
  /** On this device, or on the server for a task. */
  readonly draft: DraftState | TaskDraftState;
  /** Name of the act, on the button. */
  readonly act: string;
  /** Answers `false` when the person thought better of it. */
  readonly send: (data: JsonObject) => Promise<boolean | void>;
  readonly onStale?: () => void;
  /** Called each time the person tries to send, before the form is judged; answers how much is missing above the form. */
  readonly onTry?: () => number;
  /** Called when the person throws a restored draft away. */
  readonly onDiscard?: () => void;
  /** Drawn above the bar. */
  readonly children?: ReactNode;
}): ReactNode {
  const { form, send, draft } = props;
  const text = useText('ui');
  const ofTask = 'settle' in draft ? draft : undefined;
  const [discarded, setDiscarded] = useState(false);
  const restored = discarded ? undefined : draft.found;
  const data = useMemo(
    () => ({ ...withoutVerdicts(form.data as JsonObject), ...(restored?.data as JsonObject | undefined) }),
    [form.data, restored],
  );
  const judged = useSubmission(async (answers) => {
    await ofTask?.settle();
    if ((await send(answers)) !== false) draft.forget();
  });
  const submit = (): void => judged.submit(props.onTry?.());
  const submission = { ...judged, submit };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submission.submit();
  };
  const inWords = (answers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
    answersInWords(form.schema, answers, (value) => valueText(value, text));
  const discard = (): void => {
    if (ofTask) ofTask.discard();
    else draft.forget();
    setDiscarded(true);
    props.onDiscard?.();
  };
  return (
    <div className="fs-drafted" onKeyDown={onKeyDown}>
      {restored ? (
        <div className="fs-notice" role="status">
          {text('draft.restored', { at: momentText(restored.savedAt, readClock()) })}{' '}
          <Button type="link" size="small" onClick={discard}>
            {text('draft.discard')}
          </Button>
        </div>
      ) : null}
      {ofTask?.other ? <DraftConflict draft={ofTask} inWords={inWords} /> : null}
      <FormView
        key={discarded ? 'fresh' : (restored?.savedAt ?? 'first')}
        schema={form.schema}
        data={data}
        onChange={draft.keep}
        handle={submission.handle}
      />
      {props.children}
      <SubmissionBar submission={submission} draft={draft} act={props.act} onStale={props.onStale} />
    </div>
  );
}

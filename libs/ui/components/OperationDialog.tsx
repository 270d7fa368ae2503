import { Button, Modal, Space } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useText } from '../texts';
import type { Operation } from '../use-operation';
import { AffectedList } from './AffectedList';
import { SubmitFailure } from './SubmitFailure';

/** What the frame of an operation needs. */
export interface OperationDialogProps<B extends object, T> {
  /** Verb and object; also stands on the button that does it. */
  readonly title: string;
  readonly operation: Operation<B, T>;
  /** What is sent; absent while something required is missing. */
  readonly body: B | undefined;
  /** What is missing, in words, while `body` is absent. */
  readonly missing?: string;
  readonly isDanger?: boolean;
  readonly nameOf?: (personId: string) => string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of an operation on a task: its fields, what it will do, and only then the button that does it. */
export function OperationDialog<B extends object, T>(props: OperationDialogProps<B, T>): ReactNode {
  const { operation, body } = props;
  const { seen } = operation;
  const text = useText('ui');
  const fields = useRef<HTMLDivElement>(null);
  const failure = operation.run.error ?? operation.preview.error;
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.onClose}
      destroyOnHidden
      footer={<Footer {...props} />}
      afterOpenChange={(isOpen) => (isOpen ? focusOnFirstField(fields.current) : undefined)}
    >
      <div ref={fields} className="fs-operation-fields">
        {props.children}
      </div>
      {body === undefined && props.missing ? <p className="fs-secondary">{props.missing}</p> : null}
      {seen ? (
        <section aria-live="polite">
          <h3>{text('affected.title')}</h3>
          <AffectedList affected={seen.affected} {...(props.nameOf && { nameOf: props.nameOf })} />
        </section>
      ) : null}
      <SubmitFailure error={failure} onStale={props.onDone} />
    </Modal>
  );
}

function focusOnFirstField(fields: HTMLElement | null): void {
  fields?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)')?.focus();
}

function Footer<B extends object, T>(props: OperationDialogProps<B, T>): ReactNode {
  const { operation, body, title, isDanger = false } = props;
  const text = useText('ui');
  const isBusy = operation.preview.isPending || operation.run.isPending;
  const send = (): void => {
    if (!body) return;
    if (operation.seen) operation.run.mutate(body, { onSuccess: props.onDone });
    else operation.preview.mutate(body);
  };
  return (
    <Space>
      <Button onClick={props.onClose}>{text('cancel')}</Button>
      <Button type="primary" danger={isDanger && operation.seen !== undefined} disabled={!body} loading={isBusy} onClick={send}>
        {operation.seen ? title : text('affected.preview')}
      </Button>
    </Space>
  );
}

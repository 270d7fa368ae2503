import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, type FormListFieldData, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useText } from '@fashen/ui';
import { type CalendarDay, calendarDays, dayProblem, type YearReply } from '../model';
import { usePublication } from './use-publication';

interface Typed {
  readonly days: readonly Partial<CalendarDay>[];
  readonly source: string;
  readonly reason: string;
}

/** Edits the bureau's own days of a year and publishes them as a new version. */
export function OwnDaysDialog({ reply, onClose }: { readonly reply: YearReply; readonly onClose: () => void }): ReactNode {
  const text = useText('calendar');
  const { year, own, bureau } = reply;
  const [form] = Form.useForm<Typed>();
  const publication = usePublication();
  const [isIncomplete, setIsIncomplete] = useState(false);
  const publish = async ({ days, source, reason }: Typed): Promise<void> => {
    const parsed = calendarDays.safeParse(days);
    const fits = parsed.success && parsed.data.every((one) => dayProblem(one, year) === undefined);
    setIsIncomplete(!fits);
    if (!parsed.success || !fits) return;
    const body = { days: parsed.data, source, reason, basedOn: own?.version ?? 0 };
    if (await publication.publish({ ...body, year, owner: 'own' })) onClose();
  };
  return (
    <Modal
      open
      width={680}
      title={text('own.title', { bureau: bureau?.name ?? '', year })}
      okText={text('publish')}
      cancelText={text('cancel')}
      confirmLoading={publication.isSending}
      onOk={() => form.submit()}
      onCancel={onClose}
      className="fs-calendar-dialog"
    >
      <p className="fs-secondary">{text('own.explain')}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ days: own?.days ?? [], source: own?.source }}
        onFinish={(typed) => void publish(typed)}
      >
        <DayRows year={year} />
        <Basis />
      </Form>
      {isIncomplete ? (
        <p role="alert" className="fs-calendar-missing">
          {text('own.incomplete', { year })}
        </p>
      ) : null}
      <SubmitFailure error={publication.failure} />
    </Modal>
  );
}

function Basis(): ReactNode {
  const text = useText('calendar');
  const missing = [{ required: true, whitespace: true, message: text('missing') }];
  return (
    <>
      <Form.Item name="source" label={text('sourceLabel')} rules={missing}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="reason" label={text('reason')} rules={missing}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

function DayRows({ year }: { readonly year: number }): ReactNode {
  const text = useText('calendar');
  return (
    <Form.List name="days">
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <DayRow key={row.key} row={row} year={year} onRemove={() => remove(row.name)} />
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'OFF' })} className="fs-own-add">
            {text('own.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function DayRow(props: { readonly row: FormListFieldData; readonly year: number; readonly onRemove: () => void }): ReactNode {
  const { row, year } = props;
  const text = useText('calendar');
  const form = Form.useFormInstance<Typed>();
  const day = Form.useWatch(['days', row.name, 'day'], form);
  const kinds = (['OFF', 'WORKED'] as const).map((value) => ({ value, label: text(`kind.${value}`) }));
  return (
    <div className="fs-own-row">
      <Form.Item name={[row.name, 'day']} label={text('own.day')}>
        <Input type="date" min={`${year}-01-01`} max={`${year}-12-31`} />
      </Form.Item>
      <Form.Item name={[row.name, 'kind']} label={text('own.kind')}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name={[row.name, 'name']} label={text('own.name')}>
        <Input maxLength={50} />
      </Form.Item>
      <Button icon={<DeleteOutlined />} aria-label={day ? text('own.remove', { day }) : text('own.removeEmpty')} onClick={props.onRemove} />
    </div>
  );
}

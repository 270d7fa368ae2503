import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { type ApiError, SubmitFailure, useSession, useText, withQuery } from '@fashen/ui';
import type { ClearDayReply, CountReply, PeriodUnit } from '../model';
import { ClearDayAnswer, CountAnswer } from './CountAnswer';

const KINDS = ['party', 'duty', 'coercion', 'term', 'after', 'before'] as const;
const UNITS: readonly PeriodUnit[] = ['workingDays', 'days', 'months', 'years'];

interface Typed {
  readonly start: string;
  readonly count: number;
  readonly unit: PeriodUnit;
  readonly kind: (typeof KINDS)[number];
}

/** What came back: a period with its end, or a day by full working days. */
type Answer = { readonly counted: CountReply } | { readonly clear: ClearDayReply; readonly direction: 'after' | 'before' };

/** Counts one period by the calendar in force and says how. Keeps nothing. */
export function Calculator({ today }: { readonly today: string }): ReactNode {
  const text = useText('calendar');
  const [form] = Form.useForm<Typed>();
  const kind = Form.useWatch('kind', form);
  const count = useCount();
  const missing = [{ required: true, message: text('missing') }];
  return (
    <section className="fs-paper fs-calculator" aria-labelledby="fs-calculator-title">
      <h2 id="fs-calculator-title">{text('count')}</h2>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ start: today, count: 5, unit: 'workingDays', kind: 'party' }}
        onFinish={(typed) => count.mutate(typed)}
      >
        <Form.Item name="start" label={text('count.start')} rules={missing}>
          <Input type="date" min="1990-01-01" max="2199-12-31" />
        </Form.Item>
        <Form.Item name="kind" label={text('count.kind')}>
          <Select options={KINDS.map((value) => ({ value, label: text(`count.kind.${value}`) }))} />
        </Form.Item>
        <div className="fs-calculator-row">
          <Form.Item name="count" label={text('count.count')} rules={missing}>
            <InputNumber min={0} max={3660} precision={0} />
          </Form.Item>
          <Form.Item name="unit" label={text('count.unit')} hidden={kind === 'after' || kind === 'before'}>
            <Select options={UNITS.map((value) => ({ value, label: text(`unit.${value}`) }))} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={count.isPending}>
          {text('count.do')}
        </Button>
      </Form>
      <SubmitFailure error={count.error} />
      <div aria-live="polite">{count.data ? <AnswerView answer={count.data} /> : null}</div>
    </section>
  );
}

function AnswerView({ answer }: { readonly answer: Answer }): ReactNode {
  if ('counted' in answer) return <CountAnswer counted={answer.counted} />;
  return <ClearDayAnswer clear={answer.clear} direction={answer.direction} />;
}

function useCount(): UseMutationResult<Answer, ApiError, Typed> {
  const { api } = useSession();
  return useMutation({
    mutationFn: async ({ start, count, unit, kind }: Typed): Promise<Answer> => {
      if (kind !== 'after' && kind !== 'before')
        return { counted: await api.get<CountReply>(withQuery('/calendar/count', { start, count, unit, kind })) };
      const clear = await api.get<ClearDayReply>(withQuery('/calendar/clear-day', { from: start, count, direction: kind }));
      return { clear, direction: kind };
    },
  });
}

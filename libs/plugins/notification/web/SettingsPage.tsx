import './notice.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { asApiError, PageHead, StateView, useErrorText, useSession, useText } from '@fashen/ui';
import { NOTICE_KINDS, type NoticeKind, type NoticeSettings, type NoticeSettingsReply } from '../model';

const PATH = '/notifications/settings';

/** What the form holds. */
interface Answers {
  readonly mailAddress?: string;
  readonly mailKinds: NoticeKind[];
  readonly isQuiet: boolean;
  readonly start: string;
  readonly end: string;
  readonly weekends: boolean;
  readonly urgentBreaksThrough: boolean;
}

/** Which notices a person gets by mail, and when not. */
export function SettingsPage(): ReactNode {
  const text = useText('notification');
  const { api } = useSession();
  const settings = useQuery({
    queryKey: ['notice-settings'],
    queryFn: ({ signal }) => api.get<NoticeSettingsReply>(PATH, signal),
    refetchOnWindowFocus: false,
  });
  return (
    <div className="fs-page">
      <PageHead title={text('settings')} note={text('settings.inApp')} />
      <div className="fs-paper">
        <StateView state={settings}>{() => (settings.data ? <SettingsForm settings={settings.data} /> : null)}</StateView>
      </div>
    </div>
  );
}

function SettingsForm({ settings }: { readonly settings: NoticeSettingsReply }): ReactNode {
  const text = useText('notification');
  const { api } = useSession();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (answers: Answers) => api.put<NoticeSettingsReply>(PATH, settingsOf(answers)),
    onSuccess: (reply) => {
      queries.setQueryData(['notice-settings'], reply);
      void message.success(text('settings.saved'));
    },
    onError: (error) => void message.error(errorText(asApiError(error))),
  });
  return (
    <Form<Answers>
      className="fs-settings-form"
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={answersOf(settings)}
      onFinish={(answers) => save.mutate(answers)}
    >
      {settings.mailIsOn ? null : <Alert type="info" title={text('settings.mailOff')} style={{ marginBottom: 16 }} />}
      <Form.Item name="mailAddress" label={text('settings.address')} rules={[{ type: 'email', message: text('settings.addressWrong') }]}>
        <Input inputMode="email" autoComplete="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="mailKinds" label={text('settings.kinds')}>
        <Checkbox.Group options={NOTICE_KINDS.map((kind) => ({ value: kind, label: text(`kind.${kind}`) }))} />
      </Form.Item>
      <QuietFields />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {text('settings.save')}
      </Button>
    </Form>
  );
}

function QuietFields(): ReactNode {
  const text = useText('notification');
  const isQuiet = Form.useWatch('isQuiet') as boolean | undefined;
  const time = [{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: text('settings.timeWrong') }];
  return (
    <>
      <Form.Item name="isQuiet" valuePropName="checked">
        <Checkbox>{text('settings.quiet')}</Checkbox>
      </Form.Item>
      <div hidden={!isQuiet}>
        <div className="fs-quiet-hours">
          <Form.Item name="start" label={text('settings.quietStart')} rules={time}>
            <Input type="time" style={{ width: 140 }} />
          </Form.Item>
          <Form.Item name="end" label={text('settings.quietEnd')} rules={time}>
            <Input type="time" style={{ width: 140 }} />
          </Form.Item>
        </div>
        <Form.Item name="weekends" valuePropName="checked">
          <Checkbox>{text('settings.weekends')}</Checkbox>
        </Form.Item>
        <Form.Item name="urgentBreaksThrough" valuePropName="checked">
          <Checkbox>{text('settings.urgent')}</Checkbox>
        </Form.Item>
      </div>
    </>
  );
}

function answersOf({ mailAddress, mailKinds, quiet, urgentBreaksThrough }: NoticeSettingsReply): Answers {
  const { start, end, weekends } = quiet ?? { start: '22:00', end: '07:30', weekends: false };
  return { mailAddress: mailAddress ?? '', mailKinds, isQuiet: quiet !== null, start, end, weekends, urgentBreaksThrough };
}

function settingsOf(answers: Answers): NoticeSettings {
  const { mailAddress, mailKinds, isQuiet, start, end, weekends, urgentBreaksThrough } = answers;
  return { mailAddress: mailAddress || null, mailKinds, quiet: isQuiet ? { start, end, weekends } : null, urgentBreaksThrough };
}

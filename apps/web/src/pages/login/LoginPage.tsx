import { Button, Form, Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { type ApiClient, type ApiError, asApiError, useErrorText, usePageTitle, useText } from '@fashen/ui';
import { LanguageSwitch } from '../../frame/LanguageSwitch';

interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** Signs a person in. A refusal says why and, after too many attempts, how long to wait. */
export function LoginPage(props: {
  readonly api: ApiClient;
  /** The session ended while the person was working. */
  readonly hasEnded: boolean;
  readonly onSignedIn: () => void;
}): ReactNode {
  const { api, hasEnded, onSignedIn } = props;
  const text = useText('web');
  usePageTitle(text('login.title'));
  const [failure, setFailure] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const composing = useRef(false);

  const signIn = async (credentials: Credentials): Promise<void> => {
    if (composing.current) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await api.post('/session', credentials);
      onSignedIn();
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="fs-login">
      <div className="fs-login-language">
        <LanguageSwitch />
      </div>
      <div className="fs-login-card">
        <img src="/seal.svg" alt="" width={48} height={48} />
        <h1>{text('login.title')}</h1>
        <p className="fs-secondary">{text('login.note')}</p>
        {hasEnded && !failure ? (
          <p className="fs-notice" role="status">
            {text('login.ended')}
          </p>
        ) : null}
        {failure ? <LoginFailure failure={failure} /> : null}
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(credentials) => void signIn(credentials)}>
          <Form.Item name="name" label={text('login.name')} rules={[{ required: true, message: text('login.nameMissing') }]}>
            <Input
              size="large"
              autoComplete="username"
              autoFocus
              maxLength={64}
              onCompositionStart={() => (composing.current = true)}
              onCompositionEnd={() => (composing.current = false)}
            />
          </Form.Item>
          <Form.Item name="password" label={text('login.password')} rules={[{ required: true, message: text('login.passwordMissing') }]}>
            <Input.Password size="large" autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            {text('login.signIn')}
          </Button>
        </Form>
      </div>
    </main>
  );
}

function LoginFailure({ failure }: { readonly failure: ApiError }): ReactNode {
  const errorText = useErrorText();
  const text = useText('web');
  const seconds = Number(failure.params.retryAfterSeconds);
  return (
    <p role="alert" className="fs-login-failure">
      <span aria-hidden="true">✕ </span>
      {seconds > 0 ? text('login.locked', { minutes: Math.ceil(seconds / 60) }) : errorText(failure)}
    </p>
  );
}

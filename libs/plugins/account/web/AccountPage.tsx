import './account.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead, StateView, useSession, useText } from '@fashen/ui';
import type { PinReply } from '../model';
import { PasswordForm } from './PasswordForm';
import { PinForm } from './PinForm';

/** Also the key under which other pages ask whether there is a PIN. */
const PIN_KEY = ['signing-pin'];

/** 我的账户: the signing PIN and the password of the person who is signed in. */
export function AccountPage(): ReactNode {
  const text = useText('account');
  const { api, person } = useSession();
  const pin = useQuery({ queryKey: PIN_KEY, queryFn: ({ signal }) => api.get<PinReply>('/session/pin', signal) });
  return (
    <div className="fs-page">
      <PageHead title={text('page.title')} note={`${person.name} · ${person.unitName}`} />
      <section className="fs-paper fs-account-part" aria-labelledby="fs-account-pin">
        <h2 id="fs-account-pin">{text('pin.title')}</h2>
        <StateView state={pin} rows={3}>
          {() => (pin.data ? <PinForm pin={pin.data} queryKey={PIN_KEY} /> : null)}
        </StateView>
      </section>
      <section className="fs-paper fs-account-part" aria-labelledby="fs-account-password">
        <h2 id="fs-account-password">{text('password.title')}</h2>
        <PasswordForm />
      </section>
    </div>
  );
}

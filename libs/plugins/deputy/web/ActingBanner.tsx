import './deputy.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession, useText } from '@fashen/ui';

/** Stands above every page while one acts for somebody, and leads back to one's own work. */
export function ActingBanner(): ReactNode {
  const text = useText('deputy');
  const { acting, actFor } = useSession();
  if (!acting) return null;
  const { name, isOver = false } = acting;
  return (
    <div className={`fs-acting${isOver ? ' fs-acting-over' : ''}`} role="status">
      <p>
        <strong>{text(isOver ? 'acting.over' : 'acting.banner', { name })}</strong>{' '}
        <span>{text(isOver ? 'acting.overExplain' : 'acting.explain')}</span>
      </p>
      <Button size="small" onClick={() => actFor(undefined, '/inbox')}>
        {text('acting.stop')}
      </Button>
    </div>
  );
}

import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import type { MoreAct } from './MoreActs';

/** An act in sight. What cannot be done now is grey; the reason stands below it, where the keyboard and a finger find it too. */
export function ActButton({ act }: { readonly act: Omit<MoreAct, 'key'> }): ReactNode {
  const reasonId = useId();
  const { label, isDanger, reason, onClick } = act;
  if (reason === undefined) {
    return (
      <Button danger={isDanger} onClick={onClick}>
        {label}
      </Button>
    );
  }
  return (
    <div className="fs-act-refused">
      <Button aria-disabled aria-describedby={reasonId}>
        {label}
      </Button>
      <span id={reasonId} className="fs-act-reason">
        {reason}
      </span>
    </div>
  );
}

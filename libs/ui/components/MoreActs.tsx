import { Button, Dropdown } from 'antd';
import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { useText } from '../texts';

/** An act under "more". */
export interface MoreAct {
  readonly key: string;
  readonly label: string;
  readonly isDanger: boolean;
  /** Why it cannot be done now. */
  readonly reason?: string | undefined;
  readonly onClick: () => void;
}

/** The button "more" with the acts that do not stand in sight. A dialog that is opened from here gives the focus back to the button. */
export function MoreActs({ acts }: { readonly acts: readonly MoreAct[] }): ReactNode {
  const text = useText('ui');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (acts.length === 0) return null;
  const items = acts.map(({ key, label, isDanger, reason, onClick }) => ({
    ...{ key, label: <ActLabel label={label} reason={reason} />, danger: isDanger, disabled: reason !== undefined },
    onClick: ({ domEvent }: { readonly domEvent: SyntheticEvent }) => {
      // Enter must not press the button as well, once that has the focus.
      domEvent.preventDefault();
      setOpen(false);
      button.current?.focus();
      onClick();
    },
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} open={isOpen} onOpenChange={setOpen} autoFocus>
      <Button ref={button} aria-haspopup="menu">
        {text('actions.more')}
      </Button>
    </Dropdown>
  );
}

/** The reason stands below the name, where the keyboard and a finger find it too. */
function ActLabel({ label, reason }: Pick<MoreAct, 'label' | 'reason'>): ReactNode {
  if (reason === undefined) return label;
  return (
    <>
      {label}
      <span className="fs-act-reason">{reason}</span>
    </>
  );
}

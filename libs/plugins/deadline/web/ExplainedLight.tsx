import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '@fashen/ui';

/** A light that says why it is due on its day. Inside another button it does so only for the pointer: buttons do not nest. */
export function ExplainedLight(props: {
  readonly explanation: ReactNode;
  readonly isInControl?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { explanation, isInControl = false, children } = props;
  const text = useText('deadline');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger={isInControl ? 'hover' : 'click'}
      mouseEnterDelay={0.4}
      open={isOpen}
      onOpenChange={setIsOpen}
      title={text('why')}
      content={<div className="fs-clock-why">{explanation}</div>}
      destroyOnHidden
    >
      {isInControl ? (
        <span>{children}</span>
      ) : (
        <button
          type="button"
          className="fs-light-button"
          aria-expanded={isOpen}
          title={text('why')}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setIsOpen(false);
          }}
        >
          {children}
        </button>
      )}
    </Popover>
  );
}

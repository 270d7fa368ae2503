import { App } from 'antd';
import { useCallback } from 'react';
import { useText } from '../texts';

/** An act that cannot be undone, in words. */
export interface Act {
  /** Verb and object, such as “批准处罚决定”. Also stands on the button. */
  readonly act: string;
  /** What exactly will happen. */
  readonly consequence: string;
  readonly danger?: boolean;
}

/** Asks before an act that cannot be undone. The primary button repeats the act; Enter and Esc work, focus returns to the opener. */
export function useConfirmAct(): (act: Act) => Promise<boolean> {
  const { modal } = App.useApp();
  const text = useText('ui');
  return useCallback(
    async ({ act, consequence, danger }) =>
      modal.confirm({
        title: act,
        content: consequence,
        icon: null,
        okText: act,
        okButtonProps: { danger },
        cancelText: text('cancel'),
        focusable: { autoFocusButton: 'cancel' },
      }),
    [modal, text],
  );
}

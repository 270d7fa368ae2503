import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { PersonPicker, SubmitFailure, useText } from '@fashen/ui';
import type { HandOverItem } from '../model';
import { useSettle } from './hand-over-requests';

/** Works off one exception: another successor, or a word that it was changed where it stands. */
export function ItemActs(props: { readonly handOverId: string; readonly item: HandOverItem; readonly leaverId: string }): ReactNode {
  const { handOverId, item, leaverId } = props;
  const text = useText('deputy');
  const [successorId, setSuccessorId] = useState<string>();
  const settle = useSettle(handOverId, item.id);
  if (item.state === 'BY_HAND')
    return (
      <div className="fs-hand-over-acts">
        <Button loading={settle.isPending} onClick={() => settle.mutate({})}>
          {text('handOver.byHand')}
        </Button>
        <SubmitFailure error={settle.error} />
      </div>
    );
  return (
    <div className="fs-hand-over-acts">
      <PersonPicker
        value={successorId}
        onChange={setSuccessorId}
        without={[leaverId]}
        label={text('handOver.other', { title: item.title })}
      />
      <Button disabled={!successorId} loading={settle.isPending} onClick={() => (successorId ? settle.mutate({ successorId }) : undefined)}>
        {text('handOver.retry')}
      </Button>
      <SubmitFailure error={settle.error} />
    </div>
  );
}

import { type ReactNode, Suspense, useRef } from 'react';
import { LoadingView } from './components/StateView';
import type { OpinionBoxHandle, OpinionBoxProps } from './web-plugin';
import { usePart } from './web-registry';
import type { WireTaskDetail } from './wire';

/** How a task form asks for the opinion of its step. */
export interface OpinionSlot {
  /** The opinion box, or what stands there instead. Goes above the submit button. */
  readonly box: ReactNode;
  /** Sends the act together with the opinion, signed where the step asks for it. */
  readonly through: <T>(send: () => Promise<T>, foreseen?: ReactNode) => Promise<T>;
  /** Whether the step asks for a signature; known once the box is there. */
  readonly isSigned: () => boolean;
}

/** What a task form may say about its opinion. */
export interface OpinionSlotOptions extends Pick<OpinionBoxProps, 'onContent' | 'signsOnly'> {
  /** Drawn where the step asks for no opinion, or nobody offers a box: the form's own field. */
  readonly instead?: ReactNode;
}

/** The place of the opinion in a task form. Whichever plugin keeps opinions draws it; without one the act is sent as it is. */
export function useOpinionSlot(task: WireTaskDetail, { instead, ...options }: OpinionSlotOptions = {}): OpinionSlot {
  const Box = usePart('opinionBox');
  const handle = useRef<OpinionBoxHandle>(null);
  const box = Box ? (
    <Suspense fallback={<LoadingView rows={3} />}>
      <Box task={task} handle={handle} {...options}>
        {instead}
      </Box>
    </Suspense>
  ) : (
    instead
  );
  return {
    box,
    through: (send, foreseen) => (handle.current ? handle.current.submit(send, foreseen) : send()),
    isSigned: () => handle.current?.isSigned === true,
  };
}

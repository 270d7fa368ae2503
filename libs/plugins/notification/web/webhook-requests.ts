import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ApiError, useConfirmAct, useErrorText, useSession, useText, type Wire } from '@fashen/ui';
import type { DeliveryView, NewWebhookReply, WebhookView } from '../model';

/** Path of the list and beginning of its query keys. */
export const WEBHOOKS = '/webhooks';

/** A webhook as the browser gets it. */
export type WireWebhook = Wire<WebhookView>;

/** A delivery as the browser gets it. */
export type WireDelivery = Wire<DeliveryView>;

/** What is sent to add a webhook. */
export interface NewWebhookBody {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** Path of the log of a webhook. */
export const logOf = (webhookId: string): string => `${WEBHOOKS}/${webhookId}/deliveries`;

/** One act on webhooks. Lists are read again afterwards; the outcome is said in words. */
export function useWebhookAct<A, R = unknown>(
  act: (argument: A) => Promise<R>,
  done?: (reply: R) => string,
): UseMutationResult<R, ApiError, A> {
  const { message } = App.useApp();
  const errorText = useErrorText();
  const readAgain = useReadAgain();
  return useMutation<R, ApiError, A>({
    mutationFn: act,
    onSuccess: (reply) => {
      if (done) void message.success(done(reply));
    },
    onError: (error) => void message.error(errorText(error)),
    onSettled: readAgain,
  });
}

/** Adds a webhook. What is wrong is said in the form. */
export function useAddWebhook(): UseMutationResult<NewWebhookReply, ApiError, NewWebhookBody> {
  const { api } = useSession();
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: (body) => api.post<NewWebhookReply>(WEBHOOKS, body), onSuccess: readAgain });
}

function useReadAgain(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith(WEBHOOKS) });
}

/** The acts of the log. */
export function useLogActs(webhookId: string): {
  readonly again: UseMutationResult<unknown, ApiError, string>;
  /** Asks first: everything since that event is sent again. */
  readonly replay: (fromEventId: string) => Promise<void>;
  readonly isReplaying: boolean;
} {
  const { api } = useSession();
  const text = useText('notification');
  const confirm = useConfirmAct();
  const again = useWebhookAct(
    (deliveryId: string) => api.post<unknown>(`${logOf(webhookId)}/${deliveryId}/again`),
    () => text('log.planned'),
  );
  const replaying = useWebhookAct(
    (fromEventId: string) => api.post<{ planned: number; next?: string }>(`${WEBHOOKS}/${webhookId}/replay`, { fromEventId }),
    ({ planned, next }) => text(next ? 'log.replayedPart' : 'log.replayed', { n: planned, next }),
  );
  const replay = async (fromEventId: string): Promise<void> => {
    if (await confirm({ act: text('log.replay'), consequence: text('log.replaySure') })) replaying.mutate(fromEventId);
  };
  return { again, replay, isReplaying: replaying.isPending };
}

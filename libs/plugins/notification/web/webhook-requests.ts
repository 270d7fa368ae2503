import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ApiError, useErrorText, useSession, useText, type Wire } from '@fashen/ui';
import type { DeliveryView, WebhookView } from '../model';

/** Path of the list and beginning of its query keys. */
export const WEBHOOKS = '/webhooks';

/** A webhook as the browser gets it. */
export type WireWebhook = Wire<WebhookView>;

/** A delivery as the browser gets it. */
export type WireDelivery = Wire<DeliveryView>;

/** Path of the log of a webhook. */
export const logOf = (webhookId: string): string => `${WEBHOOKS}/${webhookId}/deliveries`;

/** One act on webhooks. Lists are read again afterwards; the outcome is said in words. */
export function useWebhookAct<A, R = unknown>(
  act: (argument: A) => Promise<R>,
  done?: (reply: R) => string,
): UseMutationResult<R, ApiError, A> {
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  return useMutation<R, ApiError, A>({
    mutationFn: act,
    onSuccess: (reply) => {
      if (done) void message.success(done(reply));
    },
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => void queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith(WEBHOOKS) }),
  });
}

/** The acts of the log. */
export function useLogActs(webhookId: string): {
  readonly again: UseMutationResult<unknown, ApiError, string>;
  readonly replay: UseMutationResult<{ planned: number; next?: string }, ApiError, string>;
} {
  const { api } = useSession();
  const text = useText('notification');
  const again = useWebhookAct(
    (deliveryId: string) => api.post<unknown>(`${logOf(webhookId)}/${deliveryId}/again`),
    () => text('log.planned'),
  );
  const replay = useWebhookAct(
    (fromEventId: string) => api.post<{ planned: number; next?: string }>(`${WEBHOOKS}/${webhookId}/replay`, { fromEventId }),
    ({ planned, next }) => text(next ? 'log.replayedPart' : 'log.replayed', { n: planned, next }),
  );
  return { again, replay };
}

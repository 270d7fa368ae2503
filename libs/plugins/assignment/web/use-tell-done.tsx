import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import {
  type Text,
  usePrincipalText,
  useSession,
  useText,
  type WireCase,
  type WirePage,
  type WireTask,
  type WireTaskDetail,
} from '@fashen/ui';
import { refreshTasks } from './task-requests';

/** After a task was done: says what was done and who is next, and offers the next task of one's own. */
export function useTellDone(): (task: WireTaskDetail) => Promise<void> {
  const { api } = useSession();
  const { notification } = App.useApp();
  const text = useText('assignment');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const listMark = useText('ui')('listMark');
  const principalText = usePrincipalText();
  return useCallback(
    async (done) => {
      refreshTasks(queries);
      void queries.invalidateQueries({ queryKey: ['case', done.instanceId] });
      const [view, mine] = await Promise.all([
        api.get<WireCase>(`/cases/${done.instanceId}`).catch(() => undefined),
        api.get<WirePage<WireTask>>('/tasks?view=assigned&limit=2').catch(() => undefined),
      ]);
      const next = mine?.items.find((task) => task.id !== done.id);
      const key = `done-${done.id}`;
      const goOn = (task: WireTask): void => {
        notification.destroy(key);
        void navigate(`/cases/${task.instanceId}?task=${task.id}`);
      };
      notification.success({
        key,
        title: text('done.title', { step: done.nodeName }),
        description: view ? nextStepText(view, text, { principalText, listMark }) : undefined,
        actions: next ? (
          <Button type="primary" size="small" onClick={() => goOn(next)}>
            {text('done.next', { step: next.nodeName })}
          </Button>
        ) : undefined,
      });
    },
    [api, notification, text, navigate, queries, principalText, listMark],
  );
}

interface Words {
  readonly principalText: (principal: string) => string;
  readonly listMark: string;
}

function nextStepText(view: WireCase, text: Text, { principalText, listMark }: Words): string {
  const open = view.tasks.filter(({ state, mark }) => (state === 'READY' && mark !== 'seats') || state === 'ASSIGNED');
  if (view.instance.endedAt) return text('done.caseEnded');
  if (open.length === 0) return text('done.waiting');
  const steps = open.map((task) =>
    text('done.step', { step: task.nodeName, who: task.assigneeName ?? task.candidates.map(principalText).join(listMark) }),
  );
  return text('done.nextSteps', { steps: steps.join(listMark) });
}

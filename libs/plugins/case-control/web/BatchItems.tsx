import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { AffectedList, ApiError, useErrorText, useText, type Wire, type WireTask } from '@fashen/ui';
import type { BatchReply } from '../model';
import type { WireOutcome } from './use-batch';

/** What became, or would become, of each task, in the order of the list; what fails first, with the way to its case. */
export function BatchItems({ reply, tasks }: { readonly reply: Wire<BatchReply>; readonly tasks: readonly WireTask[] }): ReactNode {
  const text = useText('case-control');
  const known = new Map(tasks.map((task) => [task.id, task]));
  const items = [...reply.items].sort((one, other) => Number(one.isDone) - Number(other.isDone));
  return (
    <ul className="fs-batch-items" aria-label={text('batch.items')}>
      {items.map((item) => (
        <Item key={item.taskId} item={item} isPreview={reply.dryRun} task={known.get(item.taskId)} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly item: WireOutcome;
  readonly isPreview: boolean;
  readonly task?: WireTask;
}

function Item({ item, isPreview, task }: ItemProps): ReactNode {
  const text = useText('case-control');
  const good = isPreview ? 'batch.fits' : 'batch.done';
  const bad = isPreview ? 'batch.misfit' : 'batch.failed';
  return (
    <li className={item.isDone ? 'fs-batch-good' : 'fs-batch-bad'}>
      <div>
        <b>{task?.title ?? item.taskId}</b> <span className="fs-secondary">{task?.businessKey}</span>
      </div>
      <span className="fs-batch-verdict">
        <span aria-hidden="true">{item.isDone ? '✓ ' : '✕ '}</span>
        {text(item.isDone ? good : bad)}
      </span>
      {item.error ? <Refusal error={item.error} task={task} /> : <AffectedList affected={item.affected.filter(isNews)} />}
    </li>
  );
}

/** That the task itself ends is what was asked for. */
const isNews = ({ kind }: WireOutcome['affected'][number]): boolean => kind !== 'taskDone' && kind !== 'taskReassigned';

function Refusal({ error, task }: { readonly error: NonNullable<WireOutcome['error']>; readonly task?: WireTask }): ReactNode {
  const text = useText('case-control');
  const errorText = useErrorText();
  const why = error.code === 'form.INVALID' ? text('batch.needsForm') : errorText(new ApiError(409, error.code, error.params));
  return (
    <p>
      {why}{' '}
      {task ? (
        <Link to={`/cases/${task.instanceId}?task=${task.id}`} target="_blank" rel="noreferrer">
          {text('batch.caseLink')}
        </Link>
      ) : null}
    </p>
  );
}

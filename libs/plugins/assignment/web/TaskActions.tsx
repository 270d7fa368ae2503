import { type ReactNode, Suspense, useState } from 'react';
import {
  ActButton,
  ApiError,
  type MoreAct,
  MoreActs,
  type PluginAction,
  useErrorText,
  useHasActs,
  useKeyShortcuts,
  useTaskActions,
  useTextOf,
  useText,
  type WireOperationOffer,
  type WireTaskDetail,
} from '@fashen/ui';

/** Buttons in sight; the others stand under "more". */
const IN_SIGHT = 2;

interface Offered {
  readonly action: PluginAction;
  readonly offer: WireOperationOffer;
}

/** What may be done with a task besides its form. What cannot be done now is grey and says why. */
export function TaskActions({ task, onDone }: { readonly task: WireTaskDetail; readonly onDone: () => void }): ReactNode {
  const text = useText('ui');
  const actions = useTaskActions();
  const hasActs = useHasActs(task.panel);
  const [open, setOpen] = useState<Offered>();
  const offered = actions.flatMap((action): Offered[] => {
    const offer = task.operations.find(({ id }) => id === action.id);
    return offer ? [{ action, offer }] : [];
  });
  const actOf = useActs(setOpen);
  useLetters(offered, setOpen);
  if (offered.length === 0) return null;
  const inSight = task.mayComplete && hasActs ? 0 : IN_SIGHT;
  const acts = offered.map(actOf);
  const Dialog = open?.action.dialog;
  return (
    <div className="fs-task-actions" role="group" aria-label={text('actions.title')}>
      {acts.slice(0, inSight).map((act) => (
        <ActButton key={act.key} act={act} />
      ))}
      <MoreActs acts={acts.slice(inSight)} />
      {open && Dialog ? (
        <Suspense fallback={null}>
          <Dialog
            task={task}
            offer={open.offer}
            onClose={() => setOpen(undefined)}
            onDone={() => {
              setOpen(undefined);
              onDone();
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function useReason(): (offer: WireOperationOffer) => string | undefined {
  const errorText = useErrorText();
  return ({ reason, params }) => (reason === undefined ? undefined : errorText(new ApiError(409, reason, params)));
}

function useActs(onOpen: (one: Offered) => void): (one: Offered) => MoreAct {
  const textOf = useTextOf();
  const reasonOf = useReason();
  return (one) => ({
    key: one.action.id,
    label: textOf(one.action.pluginId, one.action.textKey),
    isDanger: one.action.isDanger === true,
    reason: reasonOf(one.offer),
    onClick: () => onOpen(one),
  });
}

/** The letters of what can be done now. */
function useLetters(offered: readonly Offered[], onOpen: (one: Offered) => void): void {
  const possible = offered.filter(({ offer }) => offer.reason === undefined);
  const entries = possible.flatMap((one) => (one.action.letter === undefined ? [] : [[one.action.letter, () => onOpen(one)] as const]));
  useKeyShortcuts(Object.fromEntries(entries));
}

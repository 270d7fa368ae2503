import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import {
  ActButton,
  ApiError,
  type CaseOffer,
  type MoreAct,
  MoreActs,
  type PluginCaseAction,
  useCaseActions,
  useErrorText,
  useSession,
  useText,
  useTextOf,
  type WireCase,
} from '@fashen/ui';

/** Buttons in sight; the others stand under "more". */
const IN_SIGHT = 2;

/**
 * What may be done with the case as a whole; printing comes last. What cannot be done now is grey and says why. A deputy does tasks, and
 * nothing about a case as a whole.
 */
export function CaseActionsBar({ view }: { readonly view: WireCase }): ReactNode {
  const text = useText('case-file');
  const actions = useCaseActions();
  const { acting } = useSession();
  const [offers, setOffers] = useState<Readonly<Record<string, CaseOffer | undefined>>>({});
  const [open, setOpen] = useState<PluginCaseAction>();
  const entryOf = useEntry(setOpen);
  const learn = useCallback((id: string, offer: CaseOffer | undefined): void => setOffers((known) => ({ ...known, [id]: offer })), []);
  const offered = (acting ? [] : actions).flatMap((action) => entryOf(action, offers[action.id]) ?? []);
  const entries: readonly MoreAct[] = [
    ...offered,
    { key: 'print', label: text('case.print'), isDanger: false, onClick: () => window.print() },
  ];
  const Dialog = open?.dialog;
  return (
    <>
      {actions.map((action) => (
        <Probe key={action.id} action={action} view={view} onOffer={learn} />
      ))}
      {entries.slice(0, IN_SIGHT).map((entry) => (
        <ActButton key={entry.key} act={entry} />
      ))}
      <MoreActs acts={entries.slice(IN_SIGHT)} />
      {Dialog ? (
        <Suspense fallback={null}>
          <Dialog caseId={view.instance.id} view={view} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface ProbeProps {
  readonly action: PluginCaseAction;
  readonly view: WireCase;
  readonly onOffer: (id: string, offer: CaseOffer | undefined) => void;
}

/** Draws nothing. Asks one operation whether it is offered, which it may have to read first. */
function Probe({ action, view, onOffer }: ProbeProps): ReactNode {
  const offer = action.useOffer({ caseId: view.instance.id, view });
  const [isOffered, reason] = [offer !== undefined, offer?.reason];
  const { id } = action;
  useEffect(() => {
    onOffer(id, isOffered ? { ...(reason !== undefined && { reason }) } : undefined);
  }, [onOffer, id, isOffered, reason]);
  return null;
}

function useEntry(
  open: (action: PluginCaseAction) => void,
): (action: PluginCaseAction, offer: CaseOffer | undefined) => MoreAct | undefined {
  const textOf = useTextOf();
  const errorText = useErrorText();
  return (action, offer) => {
    if (!offer) return undefined;
    const reason = offer.reason === undefined ? undefined : errorText(new ApiError(409, offer.reason));
    const { id: key, pluginId, textKey, isDanger = false } = action;
    return { key, label: textOf(pluginId, textKey), isDanger, ...(reason !== undefined && { reason }), onClick: () => open(action) };
  };
}

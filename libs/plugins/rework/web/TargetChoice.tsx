import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { ApiError, PersonName, useErrorText, usePrincipalText, useText } from '@fashen/ui';
import { targetKey, type WireTarget } from './return-form.rules';
import type { WireTargets } from './rework-requests';

interface TargetChoiceProps {
  readonly reply: WireTargets;
  readonly value: string | undefined;
  readonly onChange: (targetId: string) => void;
}

/** Every earlier step: with what a return there costs, or why it is not possible. */
export function TargetChoice({ reply, value, onChange }: TargetChoiceProps): ReactNode {
  const text = useText('rework');
  if (reply.targets.length === 0) return <p className="fs-secondary">{text('return.none')}</p>;
  return (
    <fieldset className="fs-rework-choice">
      <legend>{text('return.target')}</legend>
      <Radio.Group value={value} onChange={(event) => onChange(event.target.value as string)} className="fs-rework-targets">
        {reply.targets.map((target) => (
          <Radio key={targetKey(target)} value={targetKey(target)} disabled={!target.isOffered}>
            <TargetLine target={target} names={reply.names} isChosen={targetKey(target) === value} />
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}

interface TargetLineProps {
  readonly target: WireTarget;
  readonly names: WireTargets['names'];
  readonly isChosen: boolean;
}

function TargetLine({ target, names, isChosen }: TargetLineProps): ReactNode {
  const text = useText('rework');
  const kitText = useText('ui');
  const errorText = useErrorText();
  const { nodeName, round, personId, reason } = target;
  return (
    <span className="fs-rework-target">
      <span>
        {nodeName} {round > 1 ? <span className="fs-secondary">{text('return.round', { n: round })}</span> : null}{' '}
        {personId ? (
          <span className="fs-secondary">
            {kitText('affected.holderBefore')}
            <PersonName id={personId} name={names[personId]} />
            {kitText('affected.holderAfter')}
          </span>
        ) : null}
      </span>
      {reason ? <span className="fs-secondary">{errorText(new ApiError(409, `rework.${reason}`, { step: nodeName }))}</span> : null}
      {isChosen ? <Cost target={target} names={names} /> : null}
    </span>
  );
}

function Cost({ target, names }: Omit<TargetLineProps, 'isChosen'>): ReactNode {
  const text = useText('rework');
  const kitText = useText('ui');
  const principalText = usePrincipalText();
  const whoOf = ({ personIds, candidates }: WireTarget['losses'][number]): readonly string[] =>
    personIds.length > 0 ? personIds.map((id) => names[id] ?? id) : candidates.map(principalText);
  const losses = target.losses.map(
    (loss) => `${loss.nodeName} ${kitText('parenthesized', { text: whoOf(loss).join(kitText('listMark')) })}`,
  );
  return (
    <>
      {losses.length > 0 ? (
        <span className="fs-rework-loss">{text('return.losses', { who: losses.join(kitText('listMark')) })}</span>
      ) : null}
      <span className="fs-secondary">{text('return.undone', { steps: target.undone.join(kitText('listMark')) })}</span>
    </>
  );
}

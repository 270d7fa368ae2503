import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { AffectedList } from './components/AffectedList';
import type { OpinionSlot } from './opinion-slot';
import { useSession } from './session';
import { useText } from './texts';
import type { WireAffected, WireOperated } from './wire';

/** An act that is looked at before it is done. */
export interface ForeseenAct {
  /** Where it is sent; with `?dryRun=true` the server answers what it would do. */
  readonly path: string;
  readonly body: object;
  /** Verb and object; also stands on the button that does it. */
  readonly act: string;
  /** What it means, in words; stands above what it will do. */
  readonly consequence?: string;
  readonly isDanger?: boolean;
  /** Whether somebody has to see first what it will do. A step that is signed shows it beside what is signed, in any case. */
  readonly asks: (affected: readonly WireAffected[]) => boolean;
}

/** Sends acts whose effect is seen first. */
export interface Foreseen {
  /** Looks what the act would do, lets the person see it, and sends it. Answers whether it was sent. */
  readonly send: (act: ForeseenAct, send: () => Promise<unknown>) => Promise<boolean>;
  /** Asks the person. Draws nothing otherwise. */
  readonly dialog: ReactNode;
}

interface Asked {
  readonly act: ForeseenAct;
  readonly seen: ReactNode;
  readonly onAnswer: (isWanted: boolean) => void;
}

/** Acts that cannot be taken back are seen before they are done: in the dialog that signs them, otherwise in one that asks. Never in two. */
export function useForeseen({ through, isSigned }: Pick<OpinionSlot, 'through' | 'isSigned'>): Foreseen {
  const { api } = useSession();
  const [asked, setAsked] = useState<Asked>();
  const ask = (act: ForeseenAct, seen: ReactNode): Promise<boolean> =>
    new Promise((onAnswer) => {
      setAsked({ act, seen, onAnswer });
    });
  const send: Foreseen['send'] = async (act, sent) => {
    const { path, body, consequence, asks } = act;
    const { affected } = await through(() => api.post<WireOperated<unknown>>(`${path}?dryRun=true`, body));
    const seen = <WhatWillHappen consequence={consequence} affected={affected} />;
    if (!isSigned() && asks(affected) && !(await ask(act, seen))) return false;
    await through(sent, seen);
    return true;
  };
  const answer = (isWanted: boolean) => (): void => {
    asked?.onAnswer(isWanted);
    setAsked(undefined);
  };
  return { send, dialog: asked ? <Asking {...asked} onYes={answer(true)} onNo={answer(false)} /> : null };
}

function Asking({ act, seen, onYes, onNo }: Asked & { readonly onYes: () => void; readonly onNo: () => void }): ReactNode {
  const text = useText('ui');
  const danger = act.isDanger === true;
  return (
    <Modal
      open
      title={act.act}
      okText={act.act}
      okButtonProps={{ danger, autoFocus: true }}
      cancelText={text('cancel')}
      onOk={onYes}
      onCancel={onNo}
    >
      {seen}
    </Modal>
  );
}

function WhatWillHappen(props: { readonly consequence: string | undefined; readonly affected: readonly WireAffected[] }): ReactNode {
  const text = useText('ui');
  return (
    <section className="fs-foreseen">
      {props.consequence ? <p>{props.consequence}</p> : null}
      <h3>{text('affected.title')}</h3>
      <AffectedList affected={props.affected} />
    </section>
  );
}

/** True when the case is over with it. */
export function endsCase(affected: readonly WireAffected[]): boolean {
  return affected.some(({ kind }) => kind === 'caseEnded');
}

/** Whether more ends than this one task: the vote decides the step. */
export function decidesStep(taskId: string): (affected: readonly WireAffected[]) => boolean {
  return (affected) => endsCase(affected) || affected.some((one) => one.kind === 'taskDone' && one.taskId !== taskId);
}

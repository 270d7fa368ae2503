import { type ReactNode, Suspense } from 'react';
import {
  dayTimeText,
  DeadlineLight,
  useCaseNotes,
  useMinute,
  usePageTitle,
  usePrincipalText,
  useSession,
  useText,
  type WireCase,
} from '@fashen/ui';
import { CaseActionsBar } from './CaseActionsBar';
import { CaseStatus } from './CaseStatus';
import { presentSteps, type PresentStep as Step } from './case-tasks.rules';

/** Title, number, state and present steps of a case; stays in sight. */
export function CaseHead(props: { readonly view: WireCase; readonly actions?: ReactNode; readonly onChanged: () => void }): ReactNode {
  const text = useText('case-file');
  const { instance, tasks } = props.view;
  const { person } = useSession();
  const printedAt = useMinute();
  usePageTitle(`${instance.businessKey} ${instance.title}`);
  return (
    <header className="fs-case-head">
      <div className="fs-case-words">
        <h1 className="fs-two-lines" title={instance.title}>
          {instance.title}
        </h1>
        <div className="fs-case-facts">
          <span>{instance.businessKey}</span>
          <CaseStatus status={instance.status} />
          {presentSteps(tasks).map((step) => (
            <PresentStep key={step.task.id} step={step} />
          ))}
          <span className="fs-secondary">{text('case.version', { n: instance.definitionVersion })}</span>
        </div>
        <Notes view={props.view} />
        <p className="fs-print-only">{text('case.printedBy', { name: person.name, at: dayTimeText(printedAt) })}</p>
      </div>
      <div className="fs-page-head-actions fs-no-print">
        {props.actions}
        <CaseActionsBar view={props.view} />
      </div>
    </header>
  );
}

function Notes({ view }: { readonly view: WireCase }): ReactNode {
  const notes = useCaseNotes();
  return (
    <Suspense fallback={null}>
      {notes.map((Note, index) => (
        <Note key={index} caseId={view.instance.id} view={view} />
      ))}
    </Suspense>
  );
}

function PresentStep({ step: { task, holders } }: { readonly step: Step }): ReactNode {
  const kitText = useText('ui');
  const principalText = usePrincipalText();
  const who = (holders.length > 0 ? holders : task.candidates.map(principalText)).join(kitText('listMark'));
  return (
    <span className="fs-present-step">
      <span aria-hidden="true">▶ </span>
      {task.nodeName}
      {who ? <span className="fs-secondary">{kitText('parenthesized', { text: who })}</span> : null}
      <DeadlineLight dueAt={task.dueAt} task={task} isQuiet />
    </span>
  );
}

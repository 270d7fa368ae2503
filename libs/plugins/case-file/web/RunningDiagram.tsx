import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type DiagramHandle, type DiagramStep, markNodes, type NodeMark, type PaintedRun, ProcessDiagram } from '@fashen/modeler/viewer';
import { type CaseRecordProps, ErrorView, shortDayText, StateView, useMinute, useSession, useText, type Wire } from '@fashen/ui';
import type { DiagramReply } from '../model';
import { Legend } from './Legend';
import { StepList } from './StepList';

type Shown = Wire<DiagramReply>;

/** The diagram of the process with where the case is. If it cannot be drawn, the list of steps says the same in words. */
export function RunningDiagram({ caseId, view, selectedNodeId, onSelectNode }: CaseRecordProps): ReactNode {
  const { api } = useSession();
  const text = useText('case-file');
  const { revision } = view.instance;
  const diagram = useQuery({
    queryKey: ['case-diagram', caseId, revision],
    queryFn: ({ signal }) => api.get<Shown>(`/cases/${caseId}/diagram`, signal),
    placeholderData: (earlier) => earlier,
  });
  return (
    <section className="fs-running" aria-label={text('diagram.title')}>
      <StateView state={diagram} rows={6}>
        {() =>
          diagram.data ? <Drawn shown={diagram.data} view={view} selectedNodeId={selectedNodeId} onSelectNode={onSelectNode} /> : null
        }
      </StateView>
    </section>
  );
}

interface DrawnProps extends Pick<CaseRecordProps, 'view' | 'selectedNodeId' | 'onSelectNode'> {
  readonly shown: Shown;
}

function useRun({ shown, view, selectedNodeId }: Omit<DrawnProps, 'onSelectNode'>): PaintedRun {
  const badgeText = useBadgeText();
  const now = useMinute();
  return useMemo(
    () => ({
      marks: markNodes({ trail: shown.trail, waiting: shown.waiting, tasks: view.tasks }, now),
      flows: shown.trail.flows,
      badgeText,
      selectedNodeId,
    }),
    [shown, view.tasks, now, badgeText, selectedNodeId],
  );
}

function Drawn(props: DrawnProps): ReactNode {
  const { shown, selectedNodeId, onSelectNode } = props;
  const text = useText('case-file');
  const run = useRun(props);
  const frame = useRef<HTMLDivElement>(null);
  const handle = useRef<DiagramHandle>(null);
  const [steps, setSteps] = useState<readonly DiagramStep[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const current = shown.waiting[0]?.nodeId;

  useEffect(() => {
    if (selectedNodeId) handle.current?.follow(selectedNodeId);
  }, [selectedNodeId]);
  useEffect(() => {
    if (current) handle.current?.follow(current);
  }, [current]);
  useFullScreenFit(handle);

  return (
    <>
      <header className="fs-card-head">
        <h2>{text('diagram.title')}</h2>
        <div className="fs-diagram-tools fs-no-print">
          <Button size="small" disabled={!current} onClick={() => (current ? handle.current?.follow(current) : undefined)}>
            {text('diagram.follow')}
          </Button>
          <Button size="small" onClick={() => handle.current?.fitAll()}>
            {text('diagram.all')}
          </Button>
          <Button size="small" onClick={() => void toggleFullScreen(frame.current)}>
            {text('diagram.fullScreen')}
          </Button>
        </div>
      </header>
      {failure ? (
        <ErrorView error={failure} />
      ) : (
        <div className="fs-diagram-frame" ref={frame}>
          <ProcessDiagram
            xml={shown.xml}
            run={run}
            startAt={current}
            label={text('diagram.title')}
            handle={handle}
            onSelectNode={onSelectNode}
            onDrawn={setSteps}
            onFailure={setFailure}
          />
        </div>
      )}
      <Legend />
      <StepList steps={steps} marks={run.marks} badgeText={run.badgeText} isOpen={failure !== undefined} onSelect={onSelectNode} />
    </>
  );
}

/** On the full screen the whole process is shown, since that is why people open it. */
function useFullScreenFit(handle: { readonly current: DiagramHandle | null }): void {
  useEffect(() => {
    const fit = (): void => {
      if (document.fullscreenElement) requestAnimationFrame(() => handle.current?.fitAll());
    };
    document.addEventListener('fullscreenchange', fit);
    return () => document.removeEventListener('fullscreenchange', fit);
  }, [handle]);
}

async function toggleFullScreen(frame: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  await frame?.requestFullscreen?.();
}

/** Words on a node: where it stands, who, when, and how often. */
function useBadgeText(): PaintedRun['badgeText'] {
  const text = useText('case-file');
  return useCallback(
    (mark: NodeMark) => {
      const round = mark.rounds > 1 ? text('badge.round', { n: mark.rounds }) : '';
      const words = mark.state === 'now' || mark.state === 'late' ? waitingWords(mark, text) : leftWords(mark, text);
      return words || round ? (words || '✓ ') + round : undefined;
    },
    [text],
  );
}

type Text = ReturnType<typeof useText>;

function waitingWords({ state, who, others }: NodeMark, text: Text): string {
  const holders = others ? text('badge.holders', { name: who, n: others + 1 }) : who;
  return state === 'now' ? `▶ ${holders ?? text('badge.now')}` : `■ ${text('badge.late')} ${holders ?? ''}`;
}

function leftWords({ state, endedAt, who, isReturned }: NodeMark, text: Text): string {
  const words = [endedAt ? shortDayText(endedAt) : '', who].filter(Boolean).join(' ');
  if (state === 'back') return `↺ ${text(isReturned ? 'badge.returned' : 'badge.back')} ${words}`;
  return words ? `✓ ${words}` : '';
}

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { type ReactNode, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { fitAll, followNode } from './view-box';
import { type PaintedRun, paintRun } from './paint-run';
import { servicesOf, type ViewerServices } from './viewer-services';

/** A step of the process, for lists beside the diagram. */
export interface DiagramStep {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** What the owner of a diagram may ask of it. */
export interface DiagramHandle {
  readonly follow: (nodeId: string) => void;
  readonly fitAll: () => void;
}

/** What a running diagram gets. */
export interface ProcessDiagramProps {
  readonly xml: string;
  /** Absent: only the drawing is shown. */
  readonly run?: PaintedRun;
  /** Node to show when the diagram opens. */
  readonly startAt?: string;
  readonly label: string;
  readonly handle?: { current: DiagramHandle | null };
  readonly onSelectNode?: (nodeId: string | undefined) => void;
  /** Called with the steps once the diagram is drawn. */
  readonly onDrawn?: (steps: readonly DiagramStep[]) => void;
  readonly onFailure?: (error: unknown) => void;
}

function stepsOf({ registry }: ViewerServices): readonly DiagramStep[] {
  return registry
    .filter((element) => !element.labelTarget && element.businessObject.$instanceOf?.('bpmn:Activity') === true)
    .sort((one, other) => (one.x ?? 0) - (other.x ?? 0))
    .map((element) => ({ id: element.id, name: element.businessObject.name ?? element.id, type: element.type }));
}

function listen(services: ViewerServices, select: { readonly current: ProcessDiagramProps['onSelectNode'] }): void {
  services.events.on('element.click', ({ element }) => {
    const isNode = element?.businessObject.$instanceOf?.('bpmn:FlowNode') === true;
    select.current?.(isNode ? element.id : undefined);
  });
}

/**
 * Draws a process read-only and paints a run on it. One viewer per drawing.
 * The bpmn.io mark at the bottom right stays free, as its licence asks.
 */
export function ProcessDiagram(props: ProcessDiagramProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const select = useRef(props.onSelectNode);
  const [made, setMade] = useState<{ readonly xml: string; readonly services: ViewerServices }>();
  latest.current = props;
  select.current = props.onSelectNode;
  const { xml, run, handle } = props;
  // While another drawing is read the viewer of the last one is gone already.
  const drawn = made?.xml === xml ? made.services : undefined;

  useEffect(() => {
    if (!box.current) return undefined;
    let isAlive = true;
    const viewer = new NavigatedViewer({ container: box.current });
    viewer.importXML(xml).then(
      () => {
        if (!isAlive) return;
        const services = servicesOf(viewer);
        listen(services, select);
        if (latest.current.startAt) followNode(services, latest.current.startAt);
        else fitAll(services);
        latest.current.onDrawn?.(stepsOf(services));
        setMade({ xml, services });
      },
      (error: unknown) => (isAlive ? latest.current.onFailure?.(error) : undefined),
    );
    return () => {
      isAlive = false;
      setMade(undefined);
      viewer.destroy();
    };
  }, [xml]);

  useEffect(() => {
    if (drawn && run) paintRun(drawn, run);
  }, [drawn, run]);

  useEffect(() => {
    if (!drawn || !box.current) return undefined;
    const observer = new ResizeObserver(() => drawn.canvas.resized());
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [drawn]);

  useImperativeHandle(
    handle,
    () => ({
      follow: (nodeId) => (drawn ? followNode(drawn, nodeId) : undefined),
      fitAll: () => (drawn ? fitAll(drawn) : undefined),
    }),
    [drawn],
  );
  return <div ref={box} className="fs-diagram" role="group" aria-label={props.label} />;
}

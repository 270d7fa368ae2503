import type { LintFinding } from '@fashen/plugin-api';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver.js';
import eventSubProcessTypedStartEvent from 'bpmnlint/rules/event-sub-process-typed-start-event.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import linkEvent from 'bpmnlint/rules/link-event.js';
import noDisconnected from 'bpmnlint/rules/no-disconnected.js';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js';
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event.js';
import { childOf, elementsIn } from '../../model/extensions';

/** Rules of bpmnlint that a model must (error) or should (warn) keep. Our texts for them stand in `i18n` under `bpmnlint.<rule>`. */
const severities = {
  'event-sub-process-typed-start-event': 'error',
  'label-required': 'warn',
  'link-event': 'error',
  'no-disconnected': 'error',
  'no-duplicate-sequence-flows': 'error',
  'single-event-definition': 'error',
  'sub-process-blank-start-event': 'error',
} as const;

const factories: Readonly<Record<keyof typeof severities, unknown>> = {
  'event-sub-process-typed-start-event': eventSubProcessTypedStartEvent,
  'label-required': labelRequired,
  'link-event': linkEvent,
  'no-disconnected': noDisconnected,
  'no-duplicate-sequence-flows': noDuplicateSequenceFlows,
  'single-event-definition': singleEventDefinition,
  'sub-process-blank-start-event': subProcessBlankStartEvent,
};

/** Runs bpmnlint's rules over a file that has already been read once without problems. `moddles` are the plugins' BPMN extensions. */
export async function bpmnlintFindings(xml: string, moddles: Readonly<Record<string, object>>): Promise<readonly LintFinding[]> {
  const { rootElement } = await new BpmnModdle(moddles).fromXML(xml);
  noteConnections(rootElement);
  const rules = Object.fromEntries(Object.entries(factories).map(([name, factory]) => [`rule:bpmnlint/${name}`, factory]));
  const linter = new Linter({ config: { rules: severities }, resolver: new StaticResolver(rules) });
  const reports = await linter.lint(rootElement);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map((report) => ({
      rule: `engine.bpmnlint.${rule}`,
      severity: report.category === 'error' || report.category === 'rule-error' ? ('error' as const) : ('warning' as const),
      elementId: report.id,
    })),
  );
}

/** The rules read `incoming` and `outgoing`, which a file may leave out because the flows say the same. */
function noteConnections(scope: ModdleElement): void {
  const elements = [...elementsIn(scope['rootElements']), ...elementsIn(scope['flowElements'])];
  for (const element of elements) {
    noteConnections(element);
    if (!element.$instanceOf('bpmn:SequenceFlow')) continue;
    connect(childOf(element, 'sourceRef'), 'outgoing', element);
    connect(childOf(element, 'targetRef'), 'incoming', element);
  }
}

function connect(node: ModdleElement | undefined, direction: 'incoming' | 'outgoing', flow: ModdleElement): void {
  if (!node) return;
  const known = elementsIn(node[direction]);
  if (!known.includes(flow)) Object.assign(node, { [direction]: [...known, flow] });
}

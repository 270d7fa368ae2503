import type { LintFinding } from '@fashen/plugin-api';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver';
import eventSubProcessTypedStartEvent from 'bpmnlint/rules/event-sub-process-typed-start-event';
import labelRequired from 'bpmnlint/rules/label-required';
import linkEvent from 'bpmnlint/rules/link-event';
import noDisconnected from 'bpmnlint/rules/no-disconnected';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows';
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork';
import singleEventDefinition from 'bpmnlint/rules/single-event-definition';
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event';

/** Rules of bpmnlint that a model must (error) or should (warn) keep. Our texts for them stand in `i18n` under `bpmnlint.<rule>`. */
const severities = {
  'event-sub-process-typed-start-event': 'error',
  'label-required': 'warn',
  'link-event': 'error',
  'no-disconnected': 'error',
  'no-duplicate-sequence-flows': 'error',
  'no-gateway-join-fork': 'warn',
  'single-event-definition': 'error',
  'sub-process-blank-start-event': 'error',
} as const;

const factories: Readonly<Record<keyof typeof severities, unknown>> = {
  'event-sub-process-typed-start-event': eventSubProcessTypedStartEvent,
  'label-required': labelRequired,
  'link-event': linkEvent,
  'no-disconnected': noDisconnected,
  'no-duplicate-sequence-flows': noDuplicateSequenceFlows,
  'no-gateway-join-fork': noGatewayJoinFork,
  'single-event-definition': singleEventDefinition,
  'sub-process-blank-start-event': subProcessBlankStartEvent,
};

/** Runs bpmnlint's rules over a file that has already been read once without problems. `moddles` are the plugins' BPMN extensions. */
export async function bpmnlintFindings(xml: string, moddles: Readonly<Record<string, object>>): Promise<readonly LintFinding[]> {
  const { rootElement } = await new BpmnModdle(moddles).fromXML(xml);
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

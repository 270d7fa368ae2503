import type { LintFinding } from '@fashen/plugin-api';
import { Linter } from 'bpmnlint';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver.js';
import eventSubProcessTypedStartEvent from 'bpmnlint/rules/event-sub-process-typed-start-event.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import linkEvent from 'bpmnlint/rules/link-event.js';
import noDisconnected from 'bpmnlint/rules/no-disconnected.js';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js';
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event.js';
import type { ModdleElement } from './moddle-element';

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

/** Full names of these rules. */
export const bpmnlintRules: readonly string[] = Object.keys(severities).map((rule) => fullName(rule));

/** Runs bpmnlint's rules over a tree whose connections are noted. Reads only. */
export async function bpmnlintFindings(definitions: ModdleElement): Promise<readonly LintFinding[]> {
  const rules = Object.fromEntries(Object.entries(factories).map(([name, factory]) => [`rule:bpmnlint/${name}`, factory]));
  const linter = new Linter({ config: { rules: severities }, resolver: new StaticResolver(rules) });
  const reports = await linter.lint(definitions);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map((report) => ({
      rule: fullName(rule),
      severity: report.category === 'error' || report.category === 'rule-error' ? ('error' as const) : ('warning' as const),
      elementId: report.id,
    })),
  );
}

function fullName(rule: string): string {
  return `engine.bpmnlint.${rule}`;
}

import type { LintFinding } from '@fashen/plugin-api';
import { DmnModdle, type DmnElement } from 'dmn-moddle';
import type { Decision, DecisionModel } from './decision-model';
import { childOf, childrenOf, textOf, typeOf } from './dmn-element';
import { refuse } from './finding';
import { logicOf } from './parse-logic';
import { xmlThreat } from './xml-guard';

/** A file that was read, or the reasons why it was not. */
export type ParsedDecisions =
  | { readonly model: DecisionModel; readonly findings: readonly LintFinding[] }
  | { readonly model?: undefined; readonly findings: readonly LintFinding[] };

const MAX_DECISIONS = 50;
const PLAIN_ID = /^[A-Za-z_][\w-]{0,99}$/;

/**
 * Reads a DMN 1.3 file. Never throws on bad content: everything that is wrong with the structure comes back as findings.
 * Read are decision tables, literal expressions and contexts with their requirements; business knowledge models, imports,
 * functions and other boxed expressions are refused by name.
 */
export async function parseDecisions(xml: string): Promise<ParsedDecisions> {
  const threat = xmlThreat(xml);
  if (threat) return { findings: [refuse(threat)] };
  const root = await readXml(xml);
  return typeof root === 'string' ? { findings: [refuse('not-readable', undefined, { detail: root })] } : modelOf(root);
}

/**
 * The root element, or what the parser says against the text. What the parser would only warn about it has dropped: that refuses too.
 * It stops at the first such thing, since reading on takes time with the square of them.
 */
async function readXml(xml: string): Promise<DmnElement | string> {
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml, 'dmn:Definitions', { lax: false });
    return warnings[0] ? detailOf(warnings[0].message) : rootElement;
  } catch (error) {
    return detailOf(error instanceof Error ? error.message : '');
  }
}

const detailOf = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 200);

function modelOf(root: DmnElement): ParsedDecisions {
  const elements = childrenOf(root, 'drgElement');
  const findings: LintFinding[] = unsupportedOf(root, elements);
  const decisions = elements.filter((element) => typeOf(element) === 'Decision').map((element) => decisionOf(element, findings));
  if (decisions.length === 0) return { findings: [...findings, refuse('no-decision')] };
  if (decisions.length > MAX_DECISIONS) return { findings: [...findings, refuse('too-large')] };
  findings.push(...idFindings(decisions), ...requirementFindings(decisions));
  if (findings.some((finding) => finding.severity === 'error')) return { findings };
  return ordered(decisions, findings);
}

function unsupportedOf(root: DmnElement, elements: readonly DmnElement[]): LintFinding[] {
  const imports = childrenOf(root, 'import').map(() => refuse('unsupported', undefined, { type: 'import' }));
  const known = ['Decision', 'InputData', 'KnowledgeSource'];
  const others = elements.filter((element) => !known.includes(typeOf(element)));
  return [...imports, ...others.map((element) => refuse('unsupported', textOf(element, 'id'), { type: typeOf(element) }))];
}

function decisionOf(element: DmnElement, findings: LintFinding[]): Decision {
  const id = textOf(element, 'id') ?? '';
  const requires = childrenOf(element, 'informationRequirement')
    .map((requirement) => textOf(childOf(requirement, 'requiredDecision'), 'href'))
    .flatMap((href) => (href ? [href.replace(/^#/, '')] : []));
  const { logic, findings: problems } = logicOf(element, id);
  findings.push(...problems);
  return { id, name: textOf(element, 'name') ?? id, variable: textOf(childOf(element, 'variable'), 'name') ?? id, requires, logic };
}

function idFindings(decisions: readonly Decision[]): LintFinding[] {
  return decisions
    .filter((decision) => !PLAIN_ID.test(decision.id))
    .map((decision) => refuse('bad-id', decision.id, { id: decision.id.slice(0, 100) }));
}

function requirementFindings(decisions: readonly Decision[]): LintFinding[] {
  const ids = new Set(decisions.map((decision) => decision.id));
  return decisions.flatMap((decision) =>
    decision.requires
      .filter((id) => !ids.has(id))
      .map((id) => refuse('requires-missing', decision.id, { decision: decision.name, missing: id.slice(0, 100) })),
  );
}

/** Requirements before what requires them; a circle or several roots are findings. */
function ordered(decisions: readonly Decision[], findings: readonly LintFinding[]): ParsedDecisions {
  const sorted: Decision[] = [];
  const waiting = new Set(decisions);
  for (let round = 0; round < decisions.length && waiting.size > 0; round += 1) {
    for (const decision of waiting) {
      if (!decision.requires.every((id) => sorted.some((done) => done.id === id))) continue;
      sorted.push(decision);
      waiting.delete(decision);
    }
  }
  if (waiting.size > 0)
    return { findings: [...findings, refuse('circle', [...waiting][0]?.id, { decisions: [...waiting].map((one) => one.name) })] };
  const roots = sorted.filter((one) => !sorted.some((other) => other.requires.includes(one.id)));
  const root = roots[0];
  if (!root || roots.length > 1)
    return { findings: [...findings, refuse('several-roots', root?.id, { decisions: roots.map((one) => one.name) })] };
  return { model: { key: root.id, name: root.name, decisions: [...sorted.filter((one) => one !== root), root] }, findings };
}

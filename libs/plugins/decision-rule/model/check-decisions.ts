import type { Feel } from '@fashen/feel';
import type { JsonObject, LintFinding } from '@fashen/plugin-api';
import { analyzeTables } from './analysis/analyze-table';
import { type CompiledModel, compileDecisions } from './compile-decisions';
import { parseDecisions } from './parse-decisions';

/** A file that was checked; `compiled` is there when it could be read at all. */
export interface CheckedDecisions {
  readonly compiled?: CompiledModel;
  readonly findings: readonly LintFinding[];
}

/**
 * Reads and checks a DMN file: structure, expressions, gaps, overlaps, rows that never fit. The same function runs while somebody edits
 * and when a version is published; errors among the findings refuse the publication. `known` as in `analyzeTables`; `feel` is
 * the server's or the browser's. Never throws on bad content.
 */
export async function checkDecisions(xml: string, feel: Feel, known: JsonObject = {}): Promise<CheckedDecisions> {
  const parsed = await parseDecisions(xml);
  if (!parsed.model) return { findings: parsed.findings };
  const { compiled, findings } = compileDecisions(parsed.model, feel);
  if (!compiled) return { findings: [...parsed.findings, ...findings] };
  return { compiled, findings: [...parsed.findings, ...analyzeTables(compiled, known)] };
}

/** True when the findings stop a publication. */
export function refusesPublication(findings: readonly LintFinding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

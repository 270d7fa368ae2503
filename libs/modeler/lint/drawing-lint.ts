import type { LintFinding, LintRule, ProcessModel } from '@fashen/plugin-api';
import type { ModelerPlugin } from '../modeler-plugin';

/** What the rules that run in the browser found in a drawing. */
export interface DrawingReport {
  /** Full names of the rules that were asked; for all others the server speaks alone. */
  readonly rules: ReadonlySet<string>;
  readonly findings: readonly LintFinding[];
}

/** A rule that once took longer is left to the server, so that drawing never waits. */
const SLOW_MS = 100;

/** Rules of all plugins by full name, such as `assignment.needs-assignment`. */
export function drawingRules(plugins: readonly ModelerPlugin[]): ReadonlyMap<string, LintRule> {
  return new Map(plugins.flatMap(({ id, lint }) => Object.entries(lint ?? {}).map(([name, rule]) => [`${id}.${name}`, rule] as const)));
}

/** Asks the plugins' rules about one drawing, again and again while it is drawn. */
export class DrawingLint {
  private readonly slow = new Set<string>();

  /** `now` gives milliseconds and never goes back. */
  constructor(
    private readonly rules: ReadonlyMap<string, LintRule>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Asks every rule that has been fast so far. */
  check(model: ProcessModel): DrawingReport {
    const asked = [...this.rules].filter(([name]) => !this.slow.has(name));
    return {
      rules: new Set(asked.map(([name]) => name)),
      findings: asked.flatMap(([name, rule]) => this.ask(name, rule, model)),
    };
  }

  private ask(name: string, rule: LintRule, model: ProcessModel): readonly LintFinding[] {
    const begin = this.now();
    const findings = rule(model).map((finding) => ({ ...finding, rule: name }));
    if (this.now() - begin > SLOW_MS) this.slow.add(name);
    return findings;
  }
}

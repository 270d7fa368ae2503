import type { ModelSource } from '@fashen/bpmn';
import type { LintFinding, ProcessModel } from '@fashen/plugin-api';

export type { ModelSource, SourceEvent, SourceFlow, SourceLoop, SourceNode } from '@fashen/bpmn';

/** Something wrong with a file. `rule` is `engine.<rule>`, the key of its sentence in `i18n` part `lint`. */
export type ModelProblem = LintFinding;

/** Result of reading a file. `model` and `source` are present when the file could be read, even if there are problems. */
export interface ParsedModel {
  /** What lint rules look at. */
  readonly model?: ProcessModel;
  /** What `compileProcess` takes. */
  readonly source?: ModelSource;
  /** Errors mean that the file must not be deployed. */
  readonly problems: readonly ModelProblem[];
}

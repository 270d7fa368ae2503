/** What happens when several rows of a table fit. Names as in DMN 1.3. */
export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';

/** How COLLECT makes one value of many. */
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** An input column: a FEEL expression over case data, tested by the cells below it. */
export interface InputColumn {
  readonly id: string;
  readonly label: string;
  readonly expression: string;
  /** FEEL type of the value; a value of another type is refused instead of silently failing every cell. */
  readonly typeRef?: string;
  /** FEEL unary tests the value must pass, such as `"CITIZEN","ORGANISATION"`. */
  readonly allowedValues?: string;
}

/** An output column. */
export interface OutputColumn {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly typeRef?: string;
  /** Values in order of priority, first is highest; FEEL list without brackets. */
  readonly allowedValues?: string;
  /** FEEL expression answered when no row fits. */
  readonly defaultText?: string;
}

/** A row: one FEEL unary test per input, one FEEL expression per output. */
export interface TableRow {
  readonly id: string;
  /** From 1, as people count. */
  readonly index: number;
  readonly tests: readonly string[];
  readonly outputs: readonly string[];
  /** First annotation column, such as the article; else the description of the row. */
  readonly annotation?: string;
}

/** A decision table. */
export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly rows: readonly TableRow[];
  readonly annotationLabel?: string;
}

/** A decision that is one FEEL expression. */
export interface LiteralLogic {
  readonly kind: 'literal';
  readonly text: string;
}

/** A decision that is a list of named FEEL expressions; each sees the ones above it. */
export interface ContextLogic {
  readonly kind: 'context';
  readonly entries: readonly { readonly name: string; readonly text: string }[];
}

/** One decision of a file. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  /** Name under which decisions that require this one see its result. */
  readonly variable: string;
  /** Ids of required decisions. */
  readonly requires: readonly string[];
  readonly logic: DecisionTable | LiteralLogic | ContextLogic;
}

/** One DMN file: a root decision, that no other requires, and what it is built on. */
export interface DecisionModel {
  /** Id of the root decision; business-rule tasks name it. */
  readonly key: string;
  readonly name: string;
  /** In an order in which each decision stands after the ones it requires; the root is the last. */
  readonly decisions: readonly Decision[];
}

/** The root decision of a model. */
export function rootOf(model: DecisionModel): Decision {
  const root = model.decisions.find((decision) => decision.id === model.key);
  if (!root) throw new Error(`model ${model.key} has no root`);
  return root;
}

/** True when at most one row may decide. */
export function isSingleHit(table: DecisionTable): boolean {
  return table.hitPolicy === 'UNIQUE' || table.hitPolicy === 'FIRST' || table.hitPolicy === 'PRIORITY' || table.hitPolicy === 'ANY';
}

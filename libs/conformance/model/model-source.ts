/** Who does a step, and how. Stands beside the drawing; an adapter turns it into what its engine understands. */
export interface NodeOptions {
  /** One person by id, or `starter`. */
  readonly assignee?: string;
  /** Nobody holds it until one of these claims it: person ids and `role:<role>`. */
  readonly candidates?: readonly string[];
  /** Path in the data of the case where the step before has put the person's id. */
  readonly assigneeFrom?: string;
  /** Several people sign. */
  /** Whoever it names has left, and nobody stands in: their superior gets it. Default whoever looks after such tasks. */
  readonly ifAbsent?: 'superior';
  readonly sign?: SignOptions;
  readonly return?: ReturnOptions;
  /** Asked for by law: never skipped, never passed by itself. */
  readonly statutory?: boolean;
  /** Skipped when the same person has already agreed at the step before. */
  readonly skipSamePerson?: boolean;
  /** Steps of the model whose performers may not do this one. */
  readonly apartFrom?: readonly string[];
  readonly timeout?: TimeoutOptions;
  /** How long whoever did this step may take it back: until the next one has opened it, or decided. Default decided. */
  readonly takeBackUntil?: 'opened' | 'decided';
}

/** How several signers come to one result. */
export interface SignOptions {
  /** Person ids and `role:<role>`; who is named twice signs once. */
  readonly signers: readonly string[];
  /**
   * `all`: everybody must agree. `any`: the first decision counts. `ratio`: `threshold` of the weights must agree.
   * `sequential`: as `all`, one after the other in the given order.
   */
  readonly mode: 'all' | 'any' | 'ratio' | 'sequential';
  /** For `ratio`: at least `of` parts out of `in`, exact. */
  readonly threshold?: { readonly of: number; readonly in: number };
  readonly weights?: { readonly [person: string]: number };
  /** Abstentions leave the base of the ratio; default they stay. */
  readonly abstainExcluded?: boolean;
  /** The node is decided only when everybody has voted; default as soon as the result cannot change. */
  readonly waitForAll?: boolean;
  /** Field of the case that gets `PASS` or `FAIL`. */
  readonly result: string;
}

/** What a return at this node may do. */
export interface ReturnOptions {
  /** Back before a split while other branches are open. */
  readonly allowCrossParallel?: boolean;
  /** Fields that force every step to be done again when they change between return and handing in. */
  readonly materialFields?: readonly string[];
  /** Rounds after which nobody may send back again. */
  readonly maxRounds?: number;
}

/** What happens when nobody acts. */
export interface TimeoutOptions {
  readonly days?: number;
  /** Counted by the calendar of the world. */
  readonly workingDays?: number;
  readonly act: 'remind' | 'escalate' | 'agree' | 'reject';
}

/** A drawing with the options of its nodes. */
export interface ModelSource {
  /** Id of the process. */
  readonly key: string;
  readonly name: string;
  /** BPMN 2.0 XML without any extension. Conditions are FEEL. */
  readonly bpmn: string;
  readonly nodes: { readonly [nodeId: string]: NodeOptions };
}

import { expressionText, type FeelNode, parseFeel } from '@fashen/feel';

/** A value a condition may meet; `unknown` stands for everything the check does not follow. */
type Value = string | boolean | null | typeof UNKNOWN;
const UNKNOWN = Symbol('unknown');

/** What the case data says about catalog and review, as far as conditions are followed. */
export interface Knowledge {
  readonly depth: 'NONE' | 'ROUTINE' | 'FULL' | null;
  readonly passed: boolean | null;
}

/** A condition that was read. */
export interface Condition {
  /** True unless the condition certainly does not hold. */
  mayHold(knowledge: Knowledge): boolean;
  /** True when the condition certainly holds. */
  mustHold(knowledge: Knowledge): boolean;
}

/**
 * Reads a FEEL condition as far as it speaks of `catalog.depth`, `catalog.inCatalog` and `review.passed`. Everything else in it is unknown
 * and may go either way, so that a check that trusts the answer trusts too little rather than too much.
 */
export function readCondition(text: string): Condition {
  const tree = treeOf(text);
  const valueOf = (knowledge: Knowledge): Value => (tree ? evaluate(tree, knowledge) : UNKNOWN);
  return {
    mayHold: (knowledge) => [true, UNKNOWN].includes(valueOf(knowledge) as never),
    mustHold: (knowledge) => valueOf(knowledge) === true,
  };
}

/** Text that is no FEEL is refused by another rule; here it is merely unknown. */
function treeOf(text: string): FeelNode | undefined {
  try {
    return parseFeel(expressionText(text), 'Expression');
  } catch {
    return undefined;
  }
}

type Reader = (children: readonly FeelNode[], knowledge: Knowledge, node: FeelNode) => Value;

const READERS: Readonly<Record<string, Reader>> = {
  Expression: ([inner], knowledge) => (inner ? evaluate(inner, knowledge) : UNKNOWN),
  ParenthesizedExpression: ([, inner], knowledge) => (inner ? evaluate(inner, knowledge) : UNKNOWN),
  Conjunction: ([left, , right], knowledge) => logic(left, right, knowledge, false),
  Disjunction: ([left, , right], knowledge) => logic(left, right, knowledge, true),
  Comparison: (children, knowledge) => comparison(children, knowledge),
  FunctionInvocation: (children, knowledge) => negation(children, knowledge),
  PathExpression: (_children, knowledge, node) => pathValue(node.text, knowledge),
  StringLiteral: (_children, _knowledge, node) => (node.text.includes('\\') ? UNKNOWN : node.text.slice(1, -1)),
  BooleanLiteral: (_children, _knowledge, node) => node.text === 'true',
  NullLiteral: () => null,
};

function evaluate(node: FeelNode, knowledge: Knowledge): Value {
  const reader = READERS[node.name];
  if (reader) return reader(node.children, knowledge, node);
  return node.text === 'null' ? null : UNKNOWN;
}

/** `and`, `or` of FEEL: the dominant value wins, null is neither true nor false, unknown may be anything. */
function logic(left: FeelNode | undefined, right: FeelNode | undefined, knowledge: Knowledge, dominant: boolean): Value {
  const values = [left, right].map((part) => (part ? evaluate(part, knowledge) : UNKNOWN));
  if (values.includes(dominant)) return dominant;
  if (values.includes(UNKNOWN)) return UNKNOWN;
  return values.every((value) => value === !dominant) ? !dominant : null;
}

function comparison([left, operator, ...rest]: readonly FeelNode[], knowledge: Knowledge): Value {
  if (!left || !operator) return UNKNOWN;
  const value = evaluate(left, knowledge);
  if (operator.name === 'in') return among(value, rest, knowledge);
  const [right] = rest;
  if (!right || !['=', '!='].includes(operator.text)) return UNKNOWN;
  const other = evaluate(right, knowledge);
  if (value === UNKNOWN || other === UNKNOWN) return UNKNOWN;
  return (value === other) === (operator.text === '=');
}

/** `x in ("A", "B")` and `x in ["A", "B"]` with plain values. */
function among(value: Value, rest: readonly FeelNode[], knowledge: Knowledge): Value {
  const members = rest.flatMap((node) => [...plainMembers(node)]).map((node) => evaluate(node, knowledge));
  if (value === UNKNOWN || members.length === 0 || members.includes(UNKNOWN)) return UNKNOWN;
  return members.includes(value);
}

const WRAPPERS = ['PositiveUnaryTests', 'PositiveUnaryTest', 'List'];

function* plainMembers(node: FeelNode): Generator<FeelNode> {
  if (['(', ')', '[', ']', ','].includes(node.text)) return;
  if (!WRAPPERS.includes(node.name)) yield node;
  else for (const child of node.children) yield* plainMembers(child);
}

function negation([name, ...rest]: readonly FeelNode[], knowledge: Knowledge): Value {
  const parameters = rest.find((node) => node.name === 'PositionalParameters');
  const [inner, another] = parameters?.children ?? [];
  if (name?.text !== 'not' || !inner || another) return UNKNOWN;
  const value = evaluate(inner, knowledge);
  return typeof value === 'boolean' ? !value : value === UNKNOWN ? UNKNOWN : null;
}

function pathValue(path: string, { depth, passed }: Knowledge): Value {
  const plain = path.replace(/\s/g, '');
  if (plain === 'catalog.depth') return depth;
  if (plain === 'review.passed') return passed;
  if (plain === 'catalog.inCatalog') return depth === null ? null : depth !== 'NONE';
  return UNKNOWN;
}

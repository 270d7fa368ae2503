import { type FeelNode, nodesOf, tooExpensive } from './syntax';

/** Kinds of syntax whose cost is bounded by the length of the text. Whatever is not listed here runs under the watchdog. */
const PLAIN_SYNTAX = new Set([
  ...['Expression', 'UnaryTests', 'PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'Wildcard', '?'],
  ...['Comparison', 'CompareOp', 'Conjunction', 'Disjunction', 'ArithmeticExpression', 'ArithOp', 'ParenthesizedExpression'],
  ...['IfExpression', 'if', 'then', 'else', 'and', 'or', 'in', 'not', 'between', 'null'],
  ...['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'DateTimeLiteral', 'DateTimeConstructor', 'AtLiteral'],
  ...['VariableName', 'Identifier', 'PathExpression', 'PathName', 'List', 'Interval', '..'],
  ...['FunctionInvocation', 'PositionalParameters', '(', ')', '[', ']', ',', '.'],
  ...['date', 'time', 'duration', 'date and time'],
]);

/** Functions whose cost is at most proportional to their arguments and that have no pattern argument. */
const PLAIN_FUNCTIONS = new Set([
  ...['not', 'number', 'string', 'now', 'today', 'contains', 'starts with', 'ends with', 'upper case', 'lower case'],
  ...['substring', 'substring before', 'substring after', 'string length', 'list contains', 'count', 'min', 'max', 'sum', 'mean'],
  ...['all', 'any', 'abs', 'floor', 'ceiling', 'decimal', 'modulo', 'odd', 'even', 'is', 'get value', 'date', 'time', 'duration'],
  ...['date and time', 'years and months duration', 'day of week', 'month of year', 'day of year', 'week of year'],
]);

/** Syntax that evaluates an inner text many times or makes its input grow. Nested, the cost multiplies. */
const MULTIPLIERS = new Set(['FilterExpression', 'FunctionDefinition', 'Context']);
const GROWING_FUNCTIONS = new Set(['replace', 'string join', 'concatenate', 'append', 'flatten', 'insert before', 'list replace', 'union']);
const MAX_NESTED_MULTIPLIERS = 4;
const MAX_MULTIPLIERS = 12;

/** True when the expression must run under the watchdog. */
export function isCostly(tree: FeelNode): boolean {
  for (const node of nodesOf(tree)) {
    if (!PLAIN_SYNTAX.has(node.name)) return true;
    if (node.name === 'FunctionInvocation' && !PLAIN_FUNCTIONS.has(functionName(node))) return true;
  }
  return false;
}

/**
 * Refuses texts that could use up memory faster than any watchdog can look: multipliers nested too deeply, and results that are
 * built from results of the same expression (`partial`, entries of a context that use earlier entries).
 */
export function refuseGrowth(tree: FeelNode, text: string): void {
  const all = [...nodesOf(tree)];
  const total = all.reduce((sum, node) => sum + multiplication(node), 0);
  if (total > MAX_MULTIPLIERS || nestedMultiplication(tree) > MAX_NESTED_MULTIPLIERS) throw tooExpensive(text, 'nesting');
  if (all.some((node) => usesPartial(node) || usesOwnEntries(node))) throw tooExpensive(text, 'nesting');
}

/** How many loops a node stands for: a `for` or `some` has one for each of its `in`. */
function multiplication(node: FeelNode): number {
  if (node.name === 'InExpressions') return node.children.filter(({ name }) => name === 'InExpression').length;
  return MULTIPLIERS.has(node.name) || (node.name === 'FunctionInvocation' && GROWING_FUNCTIONS.has(functionName(node))) ? 1 : 0;
}

const functionName = (invocation: FeelNode): string => (invocation.children[0]?.text ?? '').replace(/\s+/g, ' ');

function nestedMultiplication(node: FeelNode): number {
  const iterations = node.children.find(({ name }) => name === 'InExpressions');
  const inside = node.children.filter((child) => child !== iterations).map(nestedMultiplication);
  const around = iterations ? multiplication(iterations) + Math.max(0, ...iterations.children.map(nestedMultiplication)) : 0;
  return multiplication(node) + around + Math.max(0, ...inside);
}

function usesPartial(loop: FeelNode): boolean {
  return loop.name === 'ForExpression' && [...nodesOf(loop)].some(({ name, text }) => name === 'VariableName' && text === 'partial');
}

function usesOwnEntries(context: FeelNode): boolean {
  if (context.name !== 'Context') return false;
  const keys = new Set<string>();
  for (const entry of context.children.filter((child) => child.name === 'ContextEntry')) {
    for (const node of nodesOf(entry)) if (node.name === 'VariableName' && keys.has(node.text)) return true;
    const key = entry.children[0]?.text;
    if (key !== undefined) keys.add(key.replace(/^"|"$/g, ''));
  }
  return false;
}

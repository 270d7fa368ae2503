import { evaluate } from 'feelin';
import type { Json, JsonObject } from '@fashen/plugin-api';
import { isList } from './evaluation-context';
import type { FeelNode } from './syntax';

/** The direct path does not know; ask the interpreter. */
export const UNSURE = Symbol('unsure');
/** Answer of the direct path. */
export type Fast<T = Json> = T | typeof UNSURE;
/** A part of an expression, ready to be called with the variables. */
export type FastPart = (variables: JsonObject) => Fast;

type Binary = (left: Fast, right: Fast) => Fast;

/**
 * Direct form of the expressions people write most: paths, literals, comparisons, `and`, `or`, `not`, sums, membership in short lists.
 * `undefined` when the tree holds anything else. Lists, objects and mixed types are left to the interpreter at run time,
 * so both always agree; a property test compares them.
 */
export function fastExpression(node: FeelNode): FastPart | undefined {
  const make = Object.hasOwn(MAKERS, node.name) ? MAKERS[node.name] : undefined;
  return make?.(node);
}

const MAKERS: Readonly<Record<string, (node: FeelNode) => FastPart | undefined>> = {
  Expression: onlyChild,
  ParenthesizedExpression: (node) => part(node, 1),
  NumericLiteral: literal,
  StringLiteral: literal,
  BooleanLiteral: literal,
  null: literal,
  VariableName: variable,
  PathExpression: path,
  Comparison: comparison,
  ArithmeticExpression: arithmetic,
  Conjunction: (node) => binary(node, conjunction),
  Disjunction: (node) => binary(node, disjunction),
  FunctionInvocation: invocation,
  IfExpression: choice,
};

/** The literal of a node, or `UNSURE` when it is none that can be read at once. */
export function literalOf(node: FeelNode | undefined): Fast {
  const read = node && LITERALS[node.name];
  return read ? read(node.text) : UNSURE;
}

const LITERALS: Readonly<Record<string, (text: string) => Fast>> = {
  null: () => null,
  BooleanLiteral: (text) => text === 'true',
  NumericLiteral: (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : UNSURE),
  StringLiteral: (text) => (text.includes('\\') ? UNSURE : text.slice(1, -1)),
};

/** True for text, numbers and truth values. */
export const isScalar = (value: Fast): value is string | number | boolean => typeof value !== 'symbol' && typeof value !== 'object';

function part(node: FeelNode, index: number): FastPart | undefined {
  const child = node.children[index];
  return child && fastExpression(child);
}

function onlyChild(node: FeelNode): FastPart | undefined {
  return node.children.length === 1 ? part(node, 0) : undefined;
}

function literal(node: FeelNode): FastPart | undefined {
  const value = literalOf(node);
  return value === UNSURE ? undefined : () => value;
}

function variable({ text, children }: FeelNode): FastPart | undefined {
  if (children.length !== 1 || children[0]?.text !== text || isBuiltIn(text)) return undefined;
  return (variables) => own(variables, text);
}

const MAX_KNOWN_NAMES = 2_000;
const knownNames = new Map<string, boolean>();

/** Names of built-in functions stand for the function while no variable has that name. The interpreter is asked once per name. */
function isBuiltIn(name: string): boolean {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const answer = evaluate(name, {}).value !== null;
  if (knownNames.size < MAX_KNOWN_NAMES) knownNames.set(name, answer);
  return answer;
}

function own(target: JsonObject, name: string): Json {
  return Object.hasOwn(target, name) ? (target[name] ?? null) : null;
}

function path(node: FeelNode): FastPart | undefined {
  const target = part(node, 0);
  const name = node.children[2];
  if (!target || name?.name !== 'PathName' || name.children.length !== 1) return undefined;
  const key = name.text;
  return (variables) => {
    const value = target(variables);
    if (value === null) return null;
    return typeof value === 'object' && isObject(value) ? own(value, key) : UNSURE;
  };
}

function isObject(value: object): value is JsonObject {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function binary(node: FeelNode, combine: Binary): FastPart | undefined {
  const left = part(node, 0);
  const right = part(node, 2);
  if (!left || !right || node.children.length !== 3) return undefined;
  return (variables) => combine(left(variables), right(variables));
}

/** `if a then b else c`; a condition that is neither true nor false is left to the interpreter. */
function choice(node: FeelNode): FastPart | undefined {
  const [condition, whenTrue, otherwise] = [part(node, 1), part(node, 3), part(node, 5)];
  if (!condition || !whenTrue || !otherwise || node.children.length !== 6) return undefined;
  return (variables) => {
    const found = condition(variables);
    if (found === true) return whenTrue(variables);
    return found === false ? otherwise(variables) : UNSURE;
  };
}

function comparison(node: FeelNode): FastPart | undefined {
  const operator = node.children[1];
  if (operator?.name === 'in') return membership(node);
  const compare = operator?.name === 'CompareOp' ? COMPARISONS[operator.text] : undefined;
  return compare && binary(node, compare);
}

const equal: Binary = (left, right) => {
  if (left === null || right === null) return isScalar(left) || isScalar(right) || left === right ? left === right : UNSURE;
  if (!isScalar(left) || !isScalar(right)) return UNSURE;
  return typeof left === typeof right ? left === right : null;
};

const ordered =
  (test: (left: string | number, right: string | number) => boolean): Binary =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return test(left, right);
    if (typeof left === 'string' && typeof right === 'string') return test(left, right);
    return left === null && typeof right === 'number' ? null : UNSURE;
  };

const COMPARISONS: Readonly<Record<string, Binary>> = {
  '=': equal,
  '!=': (left, right) => {
    const same = equal(left, right);
    return typeof same === 'boolean' ? !same : same;
  },
  '<': ordered((left, right) => left < right),
  '<=': ordered((left, right) => left <= right),
  '>': ordered((left, right) => left > right),
  '>=': ordered((left, right) => left >= right),
};

const truth = (value: Fast): Fast<boolean | null> => (value === UNSURE || typeof value === 'boolean' ? value : null);

const conjunction: Binary = (left, right) => {
  const [first, second] = [truth(left), truth(right)];
  if (first === UNSURE || second === UNSURE) return UNSURE;
  if (first === false || second === false) return false;
  return first && second ? true : null;
};

const disjunction: Binary = (left, right) => {
  const [first, second] = [truth(left), truth(right)];
  if (first === UNSURE || second === UNSURE) return UNSURE;
  if (first === true || second === true) return true;
  return first === false && second === false ? false : null;
};

function arithmetic(node: FeelNode): FastPart | undefined {
  const operator = node.children[1];
  const calculate = operator?.name === 'ArithOp' ? CALCULATIONS[operator.text] : undefined;
  return (
    calculate && binary(node, (left, right) => (typeof left === 'number' && typeof right === 'number' ? calculate(left, right) : UNSURE))
  );
}

const finite = (value: number): Fast => (Number.isFinite(value) ? value : UNSURE);

const CALCULATIONS: Readonly<Record<string, (left: number, right: number) => Fast>> = {
  '+': (left, right) => finite(left + right),
  '-': (left, right) => finite(left - right),
  '*': (left, right) => finite(left * right),
  '/': (left, right) => (right === 0 ? UNSURE : finite(left / right)),
};

/** Literals of a list; `undefined` when something else is in it or it is too short for FEEL to treat it as a list. */
function literals(list: FeelNode | undefined): readonly Fast[] | undefined {
  if (!list || (list.name !== 'List' && list.name !== 'PositiveUnaryTests')) return undefined;
  const items = list.children
    .filter(({ name }) => !['[', ']', ','].includes(name))
    .map((item) => literalOf(item.name === 'PositiveUnaryTest' ? item.children[0] : item));
  return items.length > 1 && items.every((item) => typeof item === 'string' || typeof item === 'number') ? items : undefined;
}

function isOneOf(value: FastPart | undefined, items: readonly Fast[] | undefined): FastPart | undefined {
  if (!value || !items) return undefined;
  return (variables) => {
    const found = value(variables);
    return isScalar(found) ? items.includes(found) : UNSURE;
  };
}

function membership(node: FeelNode): FastPart | undefined {
  return node.children[2]?.name === '(' ? isOneOf(part(node, 0), literals(node.children[3])) : undefined;
}

function invocation(node: FeelNode): FastPart | undefined {
  const [name, , parameters] = node.children;
  const invoke = name && Object.hasOwn(INVOCATIONS, name.text) ? INVOCATIONS[name.text] : undefined;
  if (!invoke || parameters?.name !== 'PositionalParameters') return undefined;
  return invoke(parameters.children.filter((child) => child.name !== ','));
}

const INVOCATIONS: Readonly<Record<string, (values: readonly FeelNode[]) => FastPart | undefined>> = {
  not: ([value, ...more]) => (value && more.length === 0 ? negation(fastExpression(value)) : undefined),
  'list contains': ([list, value, ...more]) =>
    value && more.length === 0 ? (isOneOf(fastExpression(value), literals(list)) ?? contains(list, value)) : undefined,
  max: ([first, second, ...more]) =>
    first && second && more.length === 0 ? larger(fastExpression(first), fastExpression(second)) : undefined,
};

/** Membership in a list of the case data, as long as list and value are plain. */
function contains(list: FeelNode | undefined, value: FeelNode): FastPart | undefined {
  const [of, wanted] = [list && fastExpression(list), fastExpression(value)];
  if (!of || !wanted) return undefined;
  return (variables) => {
    const items = of(variables);
    const found = wanted(variables);
    if (!isScalar(found) || typeof items !== 'object' || items === null || !isList(items)) return UNSURE;
    return items.every(isScalar) ? items.includes(found) : UNSURE;
  };
}

function larger(first: FastPart | undefined, second: FastPart | undefined): FastPart | undefined {
  if (!first || !second) return undefined;
  return (variables) => {
    const [left, right] = [first(variables), second(variables)];
    // A variable of that name would hide the function.
    if (Object.hasOwn(variables, 'max')) return UNSURE;
    return typeof left === 'number' && typeof right === 'number' ? Math.max(left, right) : UNSURE;
  };
}

function negation(value: FastPart | undefined): FastPart | undefined {
  if (!value) return undefined;
  return (variables) => {
    // A variable of that name would hide the function.
    const found = Object.hasOwn(variables, 'not') ? UNSURE : value(variables);
    return typeof found === 'boolean' ? !found : UNSURE;
  };
}

import type { Json } from '@fashen/plugin-api';
import { type Fast, isScalar, literalOf, UNSURE } from './fast-expression';
import type { FeelNode } from './syntax';

type FastTest = (value: Json) => Fast<boolean>;
type Bound = string | number;

/** Direct form of the usual cells of decision tables: `-`, literals, `< 5`, `[1..5]`, lists of these, `not(...)`. */
export function fastUnaryTests(tree: FeelNode): FastTest | undefined {
  const [first] = tree.children;
  if (first?.name === 'Wildcard') return () => true;
  const isNegated = first?.text === 'not';
  const lists = tree.children.filter(({ name }) => name === 'PositiveUnaryTests');
  const tests = lists.flatMap((list) => list.children.filter(({ name }) => name === 'PositiveUnaryTest')).map(positiveTest);
  if (tests.length === 0 || lists.length !== 1 || !tests.every(isKnown)) return undefined;
  return (value) => {
    const answers = tests.map((test) => test(value));
    if (answers.includes(UNSURE)) return UNSURE;
    return answers.includes(true) !== isNegated;
  };
}

const isKnown = (test: FastTest | undefined): test is FastTest => test !== undefined;

function positiveTest(node: FeelNode): FastTest | undefined {
  const [child] = node.children;
  if (node.children.length !== 1 || !child) return undefined;
  if (child.name === 'SimplePositiveUnaryTest') return simpleTest(child);
  const expected = literalOf(child);
  return isScalar(expected) ? (value) => (isScalar(value) || value === null ? value === expected : UNSURE) : undefined;
}

function simpleTest(node: FeelNode): FastTest | undefined {
  const [first, second] = node.children;
  if (first?.name === 'Interval') return interval(first);
  const bound = literalOf(second);
  const compare = first?.name === 'CompareOp' ? ORDERS[first.text] : undefined;
  return compare && isBound(bound) ? against<Bound>([bound], (value) => compare(value, bound)) : undefined;
}

const ORDERS: Readonly<Record<string, (value: Bound, bound: Bound) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

const isBound = (value: Fast): value is Bound => typeof value === 'string' || typeof value === 'number';

/** A test that knows values of the bounds' type; absent values satisfy no comparison. */
function against<B extends Bound>(bounds: readonly B[], test: (value: B) => boolean): FastTest {
  const type = typeof bounds[0];
  const isComparable = (value: Json): value is B => typeof value === type;
  return (value) => {
    if (value === null) return false;
    return isComparable(value) ? test(value) : UNSURE;
  };
}

function interval(node: FeelNode): FastTest | undefined {
  const [open, low, , high, close] = node.children;
  const from = literalOf(low);
  const to = literalOf(high);
  if (typeof from !== 'number' || typeof to !== 'number' || from > to) return undefined;
  return against([from, to], (value) => {
    const isAboveLow = open?.text === '[' ? value >= from : value > from;
    return isAboveLow && (close?.text === ']' ? value <= to : value < to);
  });
}

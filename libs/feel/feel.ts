import { evaluate, unaryTest } from 'feelin';
import type { Json } from '@fashen/plugin-api';
import { isWorkflowError } from '@fashen/plugin-api';
import type { CompiledExpression, CompiledUnaryTests, Feel, Guard } from './compiled-expression';
import { evaluationContext, withPlainNames } from './evaluation-context';
import { fastExpression, UNSURE } from './fast-expression';
import { fastUnaryTests } from './fast-unary-tests';
import { feelErrors } from './feel.errors';
import { toJson } from './result';
import { isCostly, refuseGrowth } from './safety';
import { excerpt, expressionText, type FeelNode, nodesOf, parseFeel, tooExpensive } from './syntax';

/**
 * FEEL with limits. `guard` runs expressions whose cost depends on more than their length; the server's guard interrupts them.
 * Frequent simple expressions are answered by a direct path that gives up as soon as it is not sure; the interpreter has the last word.
 */
export function createFeel(guard: Guard): Feel {
  return {
    compileExpression: (text) => compileExpression(text, guard),
    compileUnaryTests: (text) => compileUnaryTests(text, guard),
  };
}

function compileExpression(source: string, guard: Guard): CompiledExpression {
  const text = expressionText(source);
  const { tree, names, isGuarded } = read(text, 'Expression');
  const fast = fastExpression(tree);
  const run = runner(text, isGuarded, guard);
  return {
    text,
    isGuarded,
    evaluate: (scope) => {
      const answer = fast ? fast(scope.variables) : UNSURE;
      if (answer !== UNSURE) return answer;
      const context = evaluationContext(scope, names);
      return run(() => toJson(evaluate(text, context).value, text));
    },
  };
}

function compileUnaryTests(source: string, guard: Guard): CompiledUnaryTests {
  const text = expressionText(source);
  const { tree, names, isGuarded } = read(text, 'UnaryTests');
  const fast = fastUnaryTests(tree);
  const run = runner(text, isGuarded, guard);
  return {
    text,
    isGuarded,
    test: (value, scope) => {
      const answer = fast ? fast(value) : UNSURE;
      if (answer !== UNSURE) return answer;
      const context = { ...evaluationContext(scope, names), '?': withPlainNames(value) };
      return run(() => unaryTest(text, context).value === true);
    },
  };
}

function read(text: string, top: 'Expression' | 'UnaryTests'): { tree: FeelNode; names: ReadonlySet<string>; isGuarded: boolean } {
  const tree = parseFeel(text, top);
  refuseGrowth(tree, text);
  const words = [...nodesOf(tree)].filter(({ name }) => name === 'Identifier' || name === 'VariableName').map((node) => node.text);
  return { tree, names: new Set(words), isGuarded: isCostly(tree) };
}

function runner(text: string, isGuarded: boolean, guard: Guard): <T extends Json>(work: () => T) => T {
  return (work) => {
    try {
      return isGuarded ? guard(work, text) : work();
    } catch (error) {
      if (isWorkflowError(error)) throw error;
      // Stack, string and list lengths are limits of the machine that only runaway expressions reach.
      if (error instanceof Error && error.name === 'RangeError') throw tooExpensive(text, 'memory');
      throw feelErrors.FEEL_FAILED({ text: excerpt(text), reason: 'evaluation' });
    }
  };
}

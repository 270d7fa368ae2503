import type { LintFinding } from '@fashen/plugin-api';
import type { ModelSource, SourceNode } from '../../model/model-source';
import { sourceRules } from './index';

const node = (id: string, type: string, over: Partial<SourceNode> = {}): SourceNode => ({
  id,
  type: `bpmn:${type}`,
  name: id,
  isInterrupting: true,
  isEventSubProcess: false,
  isForCompensation: false,
  events: [],
  extensions: {},
  ...over,
});

/** `a>b`, `a>b?` with a condition; gateways get their first bare flow as default. */
function modelOf(nodes: readonly SourceNode[], ways: string): ModelSource {
  const flows = ways
    .trim()
    .split(/\s+/)
    .map((way, index) => {
      const [sourceId = '', rest = ''] = way.split('>');
      const targetId = rest.replace('?', '');
      return { id: `f${index}`, sourceId, targetId, ...(rest.endsWith('?') ? { condition: '= a = 1' } : {}) };
    });
  const withDefaults = nodes.map((one) => {
    const bare = flows.find((flow) => flow.sourceId === one.id && flow.condition === undefined);
    const chooses = one.type === 'bpmn:ExclusiveGateway' || one.type === 'bpmn:InclusiveGateway';
    return chooses && bare ? { ...one, defaultFlowId: bare.id } : one;
  });
  return { processId: 'proc', name: 'proc', extensions: {}, nodes: withDefaults, flows };
}

const check = (model: ModelSource): string[] => sourceRules.flatMap((rule) => rule(model)).map(codeOf);
const codeOf = (finding: LintFinding): string =>
  `${finding.rule.replace('engine.', '')}${finding.elementId ? `@${finding.elementId}` : ''}`;

const s = node('s', 'StartEvent');
const e = node('e', 'EndEvent');
const task = (id: string): SourceNode => node(id, 'UserTask');
const xor = (id: string): SourceNode => node(id, 'ExclusiveGateway');
const and = (id: string): SourceNode => node(id, 'ParallelGateway');
const or = (id: string): SourceNode => node(id, 'InclusiveGateway');

describe('models that are sound', () => {
  it.each([
    ['a chain', modelOf([s, task('a'), e], 's>a a>e')],
    ['a choice', modelOf([s, xor('x'), task('a'), task('b'), xor('j'), e], 's>x x>a? x>b a>j b>j j>e')],
    ['a loop over a task', modelOf([s, xor('j'), task('a'), xor('x'), e], 's>j j>a a>x x>e x>j?')],
    ['parallel branches', modelOf([s, and('p'), task('a'), task('b'), and('q'), e], 's>p p>a p>b a>q b>q q>e')],
    [
      'a parallel join fed by an exclusive merge in one branch',
      modelOf([s, and('p'), xor('x'), task('a'), task('b'), xor('m'), task('c'), and('q'), e], 's>p p>x x>a? x>b a>m b>m m>q p>c c>q q>e'),
    ],
    ['inclusive branches', modelOf([s, or('i'), task('a'), task('b'), or('j'), e], 's>i i>a? i>b a>j b>j j>e')],
    ['an inclusive join behind a choice', modelOf([s, xor('x'), task('a'), task('b'), or('j'), e], 's>x x>a? x>b a>j b>j j>e')],
    ['two ends', modelOf([s, xor('x'), task('a'), e, node('e2', 'EndEvent')], 's>x x>a? x>e a>e2')],
    [
      'a boundary timer',
      modelOf(
        [
          s,
          task('a'),
          node('t', 'BoundaryEvent', { attachedToId: 'a', events: [{ kind: 'timer', timerType: 'duration', timerText: 'P90D' }] }),
          task('b'),
          e,
        ],
        's>a a>e t>b b>e',
      ),
    ],
  ])('%s', (_name, model) => expect(check(model)).toEqual([]));
});

describe('models that are refused', () => {
  it.each([
    ['without a start', modelOf([task('a'), e], 'a>e'), ['no-start@proc']],
    ['without an end', modelOf([s, task('a')], 's>a'), ['no-end@proc']],
    ['with an island', modelOf([s, e, task('a'), task('b')], 's>e a>b b>a'), ['not-reached@a', 'not-reached@b']],
    ['with a way that ends nowhere', modelOf([s, xor('x'), task('a'), e], 's>x x>a? x>e'), ['no-way-out@a']],
    ['with a choice without default', modelOf([s, xor('x'), e, node('e2', 'EndEvent')], 's>x x>e? x>e2?'), ['no-default@x']],
    [
      'with a loop that never waits',
      modelOf([s, xor('j'), node('r', 'BusinessRuleTask'), xor('x'), e], 's>j j>r r>x x>e x>j?'),
      ['busy-loop@j'],
    ],
    [
      'with a parallel join behind a choice',
      modelOf([s, xor('x'), task('a'), task('b'), and('q'), e], 's>x x>a? x>b a>q b>q q>e'),
      ['deadlock@q'],
    ],
    [
      'with a parallel join behind an inclusive split',
      modelOf([s, or('i'), task('a'), task('b'), and('q'), e], 's>i i>a? i>b a>q b>q q>e'),
      ['deadlock@q'],
    ],
    [
      'with a loop out of a parallel block',
      modelOf([s, xor('m'), and('p'), task('a'), task('b'), e], 's>m m>p p>a p>b b>m a>e'),
      ['token-flood@p'],
    ],
    ['with a script', modelOf([s, node('a', 'ScriptTask'), e], 's>a a>e'), ['script@a']],
    ['with code in an attribute', modelOf([s, node('a', 'ServiceTask', { code: 'x' }), e], 's>a a>e'), ['code@a']],
    ['with ${} in a name', modelOf([s, node('a', 'UserTask', { name: '${x}' }), e], 's>a a>e'), ['foreign-expression@a']],
    ['with the id of every object', modelOf([s, task('toString'), e], 's>toString toString>e'), ['odd-id@toString']],
    ['with an id twice', modelOf([s, task('f0'), e], 's>f0 f0>e'), ['double-id@f0']],
  ])('%s', (_name, model, expected) => expect(check(model)).toEqual(expected));

  it.each([
    ['R/PT0S', 'cycle-unbounded'],
    ['R/PT5M', 'cycle-unbounded'],
    ['R5/PT1S', 'cycle-too-fast'],
    ['R100000/PT1H', 'cycle-unbounded'],
    ['= x', 'cycle-unreadable'],
    ['', 'timer-without-time'],
  ])('with the repeating timer %s', (timerText, rule) => {
    const timer = node('t', 'BoundaryEvent', {
      attachedToId: 'a',
      isInterrupting: false,
      events: [{ kind: 'timer', timerType: 'cycle', timerText }],
    });
    expect(check(modelOf([s, task('a'), timer, task('b'), e], 's>a a>e t>b b>e'))).toContain(`${rule}@t`);
  });
});

import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { directRefusal, liveFrames, type Frame } from './frame.rules';
import { judgeJump } from './jump.rules';
import { comesAlwaysBefore, splitsOf, stretchOf } from './path.rules';

const TYPES: Readonly<Record<string, string>> = {
  s: 'bpmn:StartEvent',
  e: 'bpmn:EndEvent',
  x: 'bpmn:ExclusiveGateway',
  p: 'bpmn:ParallelGateway',
  j: 'bpmn:ParallelGateway',
  auto: 'bpmn:BusinessRuleTask',
  call: 'bpmn:CallActivity',
};

/** A drawing from chains such as `s A B`; `statutory` names steps the law demands. */
function drawing(
  chains: readonly string[],
  statutory: readonly string[] = [],
  conditions: Readonly<Record<string, string>> = {},
): ProcessModel {
  const pairs = chains.flatMap((chain) =>
    chain.split(' ').flatMap((to, index, all) => (index === 0 ? [] : [[all[index - 1] ?? '', to] as const])),
  );
  const ids = [...new Set(pairs.flat())];
  const element = (id: string): ModelElement => {
    const extensions: Record<string, JsonObject> = statutory.includes(id) ? { 'legal-review:Review': {} } : {};
    const calls = id === 'call' ? { calledElement: 'part' } : {};
    return { id, name: id, type: TYPES[id] ?? 'bpmn:UserTask', parentId: 'P', extensions, ...calls };
  };
  const flows = pairs.map(([sourceId, targetId]) => {
    const condition = conditions[`${sourceId} ${targetId}`];
    return { id: `${sourceId}_${targetId}`, sourceId, targetId, isDefault: false, ...(condition && { condition }) };
  });
  return { processId: 'P', elements: new Map(ids.map((id) => [id, element(id)])), flows };
}

const line = drawing(['s A B C D e']);
const looped = drawing(['s A V D x e', 'x A'], ['V']);
const forked = drawing(['s A p L1 L2 j Z e', 'p R j']);
const both = drawing(['s A p V j Z e', 'p R j'], ['V']);
const calling = drawing(['s A call Z e']);
/** What is called demands a step. */
const called = new Map([['part', drawing(['s V e'], ['V'])]]);

describe('stretches of a drawing', () => {
  it('hold what lies between, and not the ends', () => {
    expect(
      stretchOf(line, 'A', 'D')
        .elements.map(({ id }) => id)
        .sort(),
    ).toEqual(['B', 'C']);
    expect(stretchOf(line, 'D', 'A')).toEqual({ exists: false, elements: [] });
    expect(stretchOf(looped, 'D', 'A').elements.map(({ id }) => id)).toEqual(['x']);
  });

  it('see splits and joins', () => {
    const splits = (from: string, to: string): readonly string[] => splitsOf(stretchOf(forked, from, to), forked).map(({ id }) => id);
    expect(splits('L1', 'L2')).toEqual([]);
    expect(splits('L1', 'Z')).toEqual(['j']);
    expect(splits('A', 'L2')).toEqual(['p']);
  });

  it('know what always comes before', () => {
    expect(comesAlwaysBefore(line, 'A', 'D')).toBe(true);
    expect(comesAlwaysBefore(line, 'D', 'A')).toBe(false);
    expect(comesAlwaysBefore(looped, 'V', 'D')).toBe(true);
    expect(comesAlwaysBefore(looped, 'D', 'V')).toBe(false);
    expect(comesAlwaysBefore(forked, 'L1', 'Z')).toBe(false);
  });
});

describe('judging a jump', () => {
  const judge = (model: ProcessModel, fromId: string, toId: string): string =>
    judgeJump({ model, fromId, toId, variables: {}, called: new Map() }).reason ?? 'fine';

  it.each([
    ['forward over plain steps', line, 'A', 'D', 'fine'],
    ['back', line, 'D', 'A', 'fine'],
    ['over a step the law demands', looped, 'A', 'D', 'STATUTORY_SKIPPED'],
    ['away from it while it waits', looped, 'V', 'D', 'STATUTORY_SKIPPED'],
    ['back before it, though a loop leads on too', looped, 'D', 'A', 'fine'],
    ['to it', looped, 'A', 'V', 'fine'],
    ['out of a branch', forked, 'L1', 'Z', 'JUMP_CROSSES_SPLIT'],
    ['over a split, and a step the law demands', both, 'A', 'Z', 'STATUTORY_SKIPPED'],
    ['over a called process', calling, 'A', 'Z', 'JUMP_CROSSES_SPLIT'],
    ['into another branch', forked, 'L1', 'R', 'JUMP_TARGET_UNFIT'],
    ['to where it stands', line, 'A', 'A', 'JUMP_SAME_STEP'],
    ['to no step of a person', looped, 'D', 'x', 'JUMP_TARGET_UNFIT'],
  ] as const)('%s', (...[, model, from, to, expected]) => expect(judge(model, from, to)).toBe(expected));

  it('asks for a second person at steps the law demands', () => {
    const asks = (model: ProcessModel, fromId: string, toId: string): boolean =>
      judgeJump({ model, fromId, toId, variables: {}, called }).needsSecondPerson;
    expect(asks(looped, 'A', 'V')).toBe(true);
    expect(asks(line, 'A', 'B')).toBe(false);
    expect(asks(calling, 'call', 'A')).toBe(true);
  });

  it('names the call of a process in which the law demands a step, over it and away from it', () => {
    const ask = (fromId: string): object => judgeJump({ model: calling, fromId, toId: 'Z', variables: {}, called });
    expect(ask('A')).toMatchObject({ reason: 'STATUTORY_SKIPPED', names: ['call'] });
    expect(ask('call')).toMatchObject({ reason: 'STATUTORY_SKIPPED', names: ['call'] });
  });
});

describe('the straight way back', () => {
  const frame: Frame = {
    id: 'f',
    fromExecutionId: '9',
    fromNodeId: 'D',
    targetExecutionId: '1',
    targetNodeId: 'A',
    mode: 'DIRECT',
    nextNodeIds: ['B'],
  };
  const ask = (over: Partial<Parameters<typeof directRefusal>[0]> = {}): string =>
    directRefusal({ frame, model: line, changes: [], material: ['facts'], openedNodeIds: ['B'], isReturnerFit: true, ...over }) ?? 'open';
  const xWay = drawing(['s A B x D e', 'x C D'], [], { 'x C': 'sum(amounts) > limit', 'x D': 'true' });

  it.each([
    ['is open over plain steps', {}, 'open'],
    ['is open with a change that is not material', { changes: [{ path: 'note', after: 1 }] }, 'open'],
    ['is closed by a change below a material place', { changes: [{ path: 'facts.where', after: 'x' }] }, 'MATERIAL_CHANGED'],
    [
      'is closed by a change above a material place',
      { material: ['facts.where'], changes: [{ path: 'facts', after: 'x' }] },
      'MATERIAL_CHANGED',
    ],
    ['is closed for a returner who is gone', { isReturnerFit: false }, 'RETURNER_GONE'],
    ['is closed when another step came up', { openedNodeIds: ['C'] }, 'OTHER_PATH'],
    ['is closed when the case is over', { openedNodeIds: [], frame: { ...frame, nextNodeIds: [] } }, 'OTHER_PATH'],
    ['is closed over a step the law demands', { model: drawing(['s A B C D e'], ['C']) }, 'STATUTORY_BETWEEN'],
    ['is closed when that step is the first', { model: drawing(['s A B C D e'], ['B']) }, 'STATUTORY_BETWEEN'],
    ['is closed over an automatic step', { model: drawing(['s A B auto D e']) }, 'AUTOMATIC_BETWEEN'],
    ['is closed over a split', { model: drawing(['s A B p C j D e', 'p R j']) }, 'SPLIT_BETWEEN'],
    ['is open over a condition that reads nothing changed', { model: xWay, changes: [{ path: 'note' }] }, 'open'],
    ['is closed over a condition that reads what changed', { model: xWay, changes: [{ path: 'amounts' }] }, 'OTHER_PATH'],
    ['is there already', { openedNodeIds: ['D'], frame: { ...frame, nextNodeIds: ['D'] } }, 'open'],
  ] as const)('%s', (_name, over, expected) => expect(ask(over)).toBe(expected));

  it('frames live as long as their target waits, or has itself been returned', () => {
    const outer = { ...frame, id: 'outer', targetExecutionId: '2', fromExecutionId: '9' };
    const inner = { ...frame, id: 'inner', targetExecutionId: '3', fromExecutionId: '2' };
    const ids = (open: readonly string[]): readonly string[] => liveFrames([outer, inner], new Set(open)).map(({ id }) => id);
    expect(ids(['3'])).toEqual(['outer', 'inner']);
    expect(ids(['2'])).toEqual(['outer']);
    expect(ids(['7'])).toEqual([]);
  });
});

import { inCallOrder } from './call-order.rules';

const process = (key: string, ...called: readonly string[]): { models: { key: string; text: string }[] } => ({
  models: [{ key, text: called.map((other) => `<bpmn:callActivity id="x" calledElement="${other}" />`).join('') }],
});
const orderOf = (...processes: ReturnType<typeof process>[]): readonly string[] =>
  inCallOrder(processes).flatMap(({ models }) => models.map(({ key }) => key));

describe('the order of bundled processes', () => {
  it('has those that are called first, calls within calls too', () => {
    expect(orderOf(process('a', 'c'), process('b'), process('c', 'd'), process('d'))).toEqual(['d', 'c', 'a', 'b']);
  });

  it('stays as given where nobody calls, or what is called is not bundled', () => {
    expect(orderOf(process('a', 'elsewhere'), process('b'))).toEqual(['a', 'b']);
  });

  it('ends for processes that call each other', () => {
    expect(orderOf(process('a', 'b'), process('b', 'a'))).toEqual(['b', 'a']);
  });
});

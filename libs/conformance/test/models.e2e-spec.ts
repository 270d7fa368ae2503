import { createTestApp, type TestApp } from '@fashen/testing';
import { conformanceCases } from '../cases';

/** Every drawing that the cases deploy, with the id of its case. */
const MODELS = conformanceCases.flatMap((one) => {
  const later = one.steps.flatMap(({ do: operation }) => (operation.op === 'deploy' ? [operation.model] : []));
  return [...one.models, ...later].map((model) => [one.id, model.key, model] as const);
});

/** E44 and E53 ask whether a wrong drawing is refused. */
const WRONG = new Set(['E44', 'E53']);

describe('the drawings of the cases', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const errorsIn = async (bpmn: string): Promise<readonly string[]> =>
    (await app.definitions.check(bpmn)).filter(({ severity }) => severity === 'error').map(({ rule, elementId }) => `${rule} ${elementId}`);

  it.each(MODELS.filter(([id]) => !WRONG.has(id)))('%s %s can be read, compiled, and always comes to an end', async (_id, _key, model) => {
    expect(await errorsIn(model.bpmn)).toEqual([]);
  });

  it.each(MODELS.filter(([id]) => WRONG.has(id)))('%s %s is wrong in a way the gate sees', async (_id, _key, model) => {
    expect(await errorsIn(model.bpmn)).not.toEqual([]);
  });
});

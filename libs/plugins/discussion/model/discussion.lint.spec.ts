import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { discussionLint } from './discussion.lint';

const EACH = { mode: 'each' };

/** Elements at which this rule finds something, in a meeting with all its steps and these settings for several signers. */
function found(
  rule: string,
  signs: Readonly<Record<string, JsonObject>>,
  steps = ['convene', 'view', 'conclude', 'sign'],
): readonly unknown[] {
  const elements = steps.map((step) => {
    const sign = signs[step];
    const extensions = { 'discussion:Meeting': { step }, ...(sign && { 'approval:Sign': sign }) };
    return [step, { id: step, type: 'bpmn:UserTask', extensions } as unknown as ModelElement] as const;
  });
  const model = { processId: 'p', elements: new Map(elements) } as unknown as ProcessModel;
  return (discussionLint[rule]?.(model) ?? []).map(({ elementId, severity }) => `${elementId} ${severity}`);
}

describe('checks of a drawn meeting', () => {
  it('accept views and signatures that each head fills in', () => {
    expect(found('one-head', { view: EACH, sign: EACH })).toEqual([]);
    expect(found('whole-meeting', { view: EACH, sign: EACH })).toEqual([]);
  });

  it('find a convening and a conclusion that several fill in', () => {
    expect(found('one-head', { convene: EACH, conclude: EACH, view: EACH })).toEqual(['convene error', 'conclude error']);
  });

  it('find a meeting without signatures', () => {
    expect(found('whole-meeting', {}, ['convene', 'view', 'conclude'])).toEqual(['convene error']);
  });
});

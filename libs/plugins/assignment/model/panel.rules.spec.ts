import { panelOf } from './panel.rules';

describe('the panel of a step', () => {
  it.each([
    ['legal-review:Review', 'review'],
    ['legal-review:Signature', 'signature'],
    ['legal-review:Decision', 'decision'],
    ['approval:Sign', 'sign'],
    ['form:Binding', 'form'],
  ])('opens %s with the panel %s', (extension, panel) => {
    expect(
      panelOf({ id: 'A', type: 'bpmn:UserTask', extensions: { 'assignment:Assignment': {}, 'form:Binding': {}, [extension]: {} } }),
    ).toBe(panel);
  });

  it('opens a vote or an answer for a part of a visit, whatever the step shows', () => {
    expect(panelOf({ id: 'A', type: 'bpmn:UserTask', extensions: { 'legal-review:Review': {} } }, 'ADVICE')).toBe('sign');
  });

  it('opens the form of the step, and who else fills it in, where each does; advice stays an answer', () => {
    const step = { id: 'A', type: 'bpmn:UserTask', extensions: { 'form:Binding': { form: 'view' }, 'approval:Sign': { mode: 'each' } } };
    expect((['VISIT', 'SEAT', 'ADVICE', 'BEFORE'] as const).map((kind) => panelOf(step, kind))).toEqual(['part', 'part', 'sign', 'sign']);
  });

  it('opens a form for a step that is no longer drawn', () => {
    expect(panelOf(undefined)).toBe('form');
  });
});

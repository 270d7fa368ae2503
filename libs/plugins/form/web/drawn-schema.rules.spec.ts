import type { FormComponent, FormSchema } from '../model';
import { drawnSchema } from './drawn-schema.rules';

const form = (...components: FormComponent[]): FormSchema => ({ type: 'default', id: 'sample', components });

describe('a form that is drawn', () => {
  it('leaves the number of choices of a list to the server, and keeps the rest of its bounds', () => {
    const heads: FormComponent = { type: 'checklist', key: 'heads', validate: { required: true, minLength: 2 } };
    expect(drawnSchema(form(heads)).components).toEqual([{ type: 'checklist', key: 'heads', validate: { required: true } }]);
  });

  it('keeps the length of texts', () => {
    const note: FormComponent = { type: 'textarea', key: 'note', validate: { minLength: 2, maxLength: 500 } };
    expect(drawnSchema(form(note))).toEqual(form(note));
  });
});

import type { JsonObject } from '@fashen/plugin-api';
import type { FormComponent, FormSchema } from './form.schema';
import { checkSubmission, prefill } from './submission.rules';

const form = (...components: FormComponent[]): FormSchema => ({ type: 'default', id: 'sample', components });
const shown = (): boolean => false;
const codes = (schema: FormSchema, data: JsonObject, isHidden: (component: FormComponent) => boolean = shown): string[] =>
  checkSubmission(schema, data, isHidden).problems.map((problem) => `${problem.key}:${problem.code}`);

const name: FormComponent = { type: 'textfield', key: 'party.name', label: 'Name', validate: { required: true, maxLength: 5 } };
const fine: FormComponent = { type: 'number', key: 'draft.fine', label: 'Fine', validate: { min: 0, max: 100 } };
const kinds: FormComponent = {
  type: 'checklist',
  key: 'draft.kinds',
  label: 'Kinds',
  values: [{ label: 'Fine', value: 'FINE' }],
  validate: { minLength: 1 },
};
const approved: FormComponent = {
  type: 'radio',
  key: 'filing.approved',
  label: 'Approved',
  values: [
    { label: 'yes', value: true },
    { label: 'no', value: false },
  ],
};
const day: FormComponent = { type: 'datetime', subtype: 'date', key: 'filing.on', label: 'On' };

describe('answers of a form', () => {
  it('fit when every field is in its bounds', () => {
    const data = { party: { name: '测试人' }, draft: { fine: 50, kinds: ['FINE'] }, filing: { approved: false, on: '2026-02-28' } };
    expect(codes(form(name, fine, kinds, approved, day), data)).toEqual([]);
  });

  it('name every key the form does not have, at any depth', () => {
    expect(codes(form(name), { party: { name: 'x', role: 'chief' }, status: 'DONE', a: { b: 1 } })).toEqual([
      'party.role:unknownKey',
      'status:unknownKey',
      'a:unknownKey',
    ]);
  });

  it('name a field whose answer must differ from another one and does not', () => {
    const lead: FormComponent = { type: 'textfield', key: 'officers.lead', label: 'Lead' };
    const co: FormComponent = { type: 'textfield', key: 'officers.co', label: 'Co', properties: { differentFrom: 'officers.lead' } };
    expect(codes(form(lead, co), { officers: { lead: 'jia', co: 'jia' } })).toEqual(['officers.co:sameAs']);
    expect(codes(form(lead, co), { officers: { lead: 'jia', co: 'yi' } })).toEqual([]);
    expect(codes(form(lead, co), {})).toEqual([]);
  });

  it('do not reach fields through a value that is no object', () => {
    expect(codes(form(fine), { draft: 5 })).toEqual(['draft:unknownKey']);
    expect(codes(form(fine), { draft: ['fine'] })).toEqual(['draft:unknownKey']);
  });

  it.each([
    [name, { party: { name: '   ' } }, 'party.name:required'],
    [name, { party: { name: '一二三四五六' } }, 'party.name:tooLong'],
    [name, { party: { name: 5 } }, 'party.name:notText'],
    [fine, { draft: { fine: '50' } }, 'draft.fine:notNumber'],
    [fine, { draft: { fine: -1 } }, 'draft.fine:tooSmall'],
    [fine, { draft: { fine: 101 } }, 'draft.fine:tooLarge'],
    [kinds, { draft: { kinds: ['FINE', 'FINE'] } }, 'draft.kinds:notChoice'],
    [kinds, { draft: { kinds: ['JAIL'] } }, 'draft.kinds:notChoice'],
    [kinds, { draft: { kinds: 'FINE' } }, 'draft.kinds:notList'],
    [approved, { filing: { approved: 'true' } }, 'filing.approved:notChoice'],
    [day, { filing: { on: '2026-02-30' } }, 'filing.on:notDate'],
    [day, { filing: { on: '2026-02-28T00:00' } }, 'filing.on:notDate'],
  ])('are refused out of bounds (%#)', (component, data, expected) => {
    expect(codes(form(component), data as JsonObject)).toEqual([expected]);
  });

  it('may leave out what is not required, and nothing that is', () => {
    expect(codes(form(name, fine), {})).toEqual(['party.name:required']);
  });

  it('must leave out a hidden field, even a required one', () => {
    const hidesName = (component: FormComponent): boolean => component.key === 'party.name';
    expect(codes(form(name), {}, hidesName)).toEqual([]);
    expect(codes(form(name), { party: { name: 'x' } }, hidesName)).toEqual(['party.name:hidden']);
  });

  it('cannot change a read-only field', () => {
    expect(codes(form({ ...name, readonly: true }, fine), { party: { name: 'x' } })).toEqual(['party:unknownKey']);
  });
});

describe('what a form shows of the case', () => {
  it('is only what its fields name', () => {
    const variables = { party: { name: 'A', idNumber: 'secret' }, other: 1 };
    expect(prefill(form(name, fine), variables)).toEqual({ party: { name: 'A' } });
  });
});

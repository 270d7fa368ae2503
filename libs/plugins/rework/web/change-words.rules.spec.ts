import type { FormSchema } from '@fashen/plugins/form/model';
import { wordedChange } from './change-words.rules';

const schema = {
  type: 'default',
  components: [
    {
      type: 'checklist',
      key: 'draft.kinds',
      label: '处罚种类',
      values: [
        { value: 'FINE', label: '罚款' },
        { value: 'WARNING', label: '警告' },
      ],
    },
    { type: 'radio', key: 'draft.urgent', label: '突发事件', values: [] },
    { type: 'select', key: 'officers.co', label: '协办人员', properties: { people: 'handling-officer' } },
  ],
} as unknown as FormSchema;

describe('a change in words', () => {
  it('has the label of its field and of its choices', () => {
    const change = wordedChange(schema, { path: 'draft.kinds', before: ['FINE'], after: ['FINE', 'WARNING'] });
    expect(change).toEqual({ path: 'draft.kinds', label: '处罚种类', before: ['罚款'], after: ['罚款', '警告'], isOfPeople: false });
  });

  it('leaves a flag to the language of the reader', () => {
    const change = wordedChange(schema, { path: 'draft.urgent', before: false, after: true });
    expect(change).toMatchObject({ label: '突发事件', before: false, after: true });
  });

  it('knows that an answer names a person', () => {
    expect(wordedChange(schema, { path: 'officers.co', before: 'yi', after: 'mao' })).toMatchObject({ isOfPeople: true, after: 'mao' });
  });

  it('keeps its path where no field carries it, and says nothing about what was not there', () => {
    expect(wordedChange(schema, { path: 'note', after: 'x' })).toEqual({ path: 'note', label: 'note', after: 'x', isOfPeople: false });
  });
});

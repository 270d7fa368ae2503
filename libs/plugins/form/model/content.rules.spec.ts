import { filledFields, personsIn } from './content.rules';
import type { FormSchema } from './form.schema';

const schema: FormSchema = {
  type: 'default',
  id: 'draft',
  components: [
    { type: 'text', id: 't' },
    { type: 'textfield', key: 'party.name', label: '当事人' },
    { type: 'radio', key: 'party.type', label: '类型', values: [{ label: '公民', value: 'CITIZEN' }] },
    { type: 'radio', key: 'filed', label: '立案', values: [{ label: '是', value: true }] },
    { type: 'radio', key: 'approved', label: '审批意见', values: [{ label: '准予立案', value: true }] },
    { type: 'number', key: 'fine', label: '罚款', appearance: { suffixAdorner: '元' } },
    { type: 'checklist', key: 'people', label: '会签人', values: [{ label: '甲', value: 'jia' }], properties: { people: 'unit-head' } },
  ],
};

describe('what a case knows under the fields of a form', () => {
  it.each([
    ['text as it is', { party: { name: '样例公司' } }, [['当事人', '样例公司']]],
    ['a choice by its label', { party: { type: 'CITIZEN' } }, [['类型', '公民']]],
    ['a choice that is none any more as it is', { party: { type: 'OLD' } }, [['类型', 'OLD']]],
    ['a plain flag as a flag', { filed: true }, [['立案', true]]],
    ['a flag with words of its own by them', { approved: true }, [['审批意见', '准予立案']]],
    ['a number, nought too', { fine: 0 }, [['罚款', 0]]],
    ['a list by labels', { people: ['jia', 'yi'] }, [['会签人', ['甲', 'yi']]]],
    ['nothing for empty answers', { party: { name: '' }, people: [], fine: null }, []],
    ['nothing for data of another shape', { party: 'x', fine: { amount: 1 } }, []],
    [
      'in the order of the form',
      { fine: 1, party: { name: '样例' } },
      [
        ['当事人', '样例'],
        ['罚款', 1],
      ],
    ],
  ])('is told %s', (_what, data, expected) => {
    expect(filledFields(schema, data).map(({ label, value }) => [label, value])).toEqual(expected);
  });

  it('keeps the unit of a number beside it', () => {
    expect(filledFields(schema, { fine: 80_000 })).toEqual([{ key: 'fine', label: '罚款', value: 80_000, unit: '元' }]);
  });

  it('names persons only where the form asks for people', () => {
    expect(personsIn(schema, { party: { name: 'jia' }, people: ['jia', 'yi'] })).toEqual(['jia', 'yi']);
    expect(personsIn(schema, {})).toEqual([]);
  });
});

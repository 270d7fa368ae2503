import { fieldsOf, readFields, withoutLine } from './data-fields.rules';

describe('data written by hand', () => {
  it('is read line by line, without the empty lines', () => {
    const fields = [
      { name: ' fine ', value: '5000' },
      { name: '', value: ' ' },
      { name: 'draft', value: '{"people": ["甲"]}' },
    ];
    expect(readFields(fields).data).toEqual({ fine: 5000, draft: { people: ['甲'] } });
  });

  it('is refused line by line', () => {
    const fields = [
      { name: 'level', value: 'FULL' },
      { name: '', value: '1' },
      { name: 'fine', value: '1' },
      { name: 'fine', value: '2' },
      { name: 'none', value: '' },
    ];
    expect(readFields(fields)).toEqual({ problems: ['notJson', 'nameMissing', undefined, 'nameTwice', 'notJson'] });
  });

  it('comes back as it was', () => {
    const data = { level: 'FULL', list: [1, null], ok: false };
    expect(readFields(fieldsOf(data)).data).toEqual(data);
    expect(readFields(fieldsOf(undefined)).data).toEqual({});
  });

  it('keeps one line to write in', () => {
    expect(withoutLine([{ name: 'a', value: '1' }], 0)).toEqual([{ name: '', value: '' }]);
  });
});

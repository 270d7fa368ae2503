import { namesPerson } from './hand-over.rules';

describe('a drawing names a person', () => {
  it.each([
    ['<a value="jia"/>', true],
    ['<a value="yi jia bing"/>', true],
    ['<a value="jiajia"/>', false],
    ['<a name="甲">jia</a>', false],
    ['<a value="j.a"/>', false],
  ])('in %s: %s', (xml, expected) => {
    expect(namesPerson(xml, 'jia')).toBe(expected);
  });

  it('as the id stands, whatever signs it has', () => {
    expect(namesPerson('<a value="jxa"/>', 'j.a')).toBe(false);
    expect(namesPerson('<a value="j.a"/>', 'j.a')).toBe(true);
  });
});

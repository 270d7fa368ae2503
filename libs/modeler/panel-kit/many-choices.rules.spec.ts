import { chosenNames, shownChoices, toggled } from './many-choices.rules';

const roles = [
  { value: 'deputy', label: '分管负责人' },
  { value: 'chief', label: '主要负责人' },
];

describe('a choice of several', () => {
  it('adds one and takes one away', () => {
    expect(toggled('', 'deputy')).toBe('deputy');
    expect(toggled('deputy', 'chief')).toBe('deputy chief');
    expect(toggled('deputy chief', 'deputy')).toBe('chief');
  });

  it('is emptied by choosing nothing', () => {
    expect(toggled('deputy chief', '')).toBe('');
  });

  it('shows the present ones together and what choosing would do', () => {
    const labels = shownChoices(roles, 'deputy chief', true).map((choice) => choice.label);
    expect(labels).toEqual(['—', '分管负责人 + 主要负责人', '－ 分管负责人', '－ 主要负责人']);
  });

  it('names all that are chosen, where there is more than one', () => {
    expect(chosenNames(roles, 'deputy mayor')).toEqual(['分管负责人', 'mayor']);
    expect([chosenNames(roles, 'deputy'), chosenNames(roles, '')]).toEqual([[], []]);
  });

  it('leaves a single choice as it is', () => {
    expect(shownChoices(roles, 'deputy', false).map((choice) => choice.label)).toEqual(['—', '分管负责人', '主要负责人']);
  });

  it('keeps a value in sight that is not offered', () => {
    expect(shownChoices(roles, 'mayor', false).map((choice) => choice.value)).toEqual(['', 'mayor', 'deputy', 'chief']);
  });
});

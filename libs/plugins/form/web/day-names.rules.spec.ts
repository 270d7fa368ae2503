import { dayNamesIn } from './day-names.rules';

describe('names in the date picker', () => {
  it('are those of the language, Sunday first in the list', () => {
    const { months, weekdays } = dayNamesIn('zh-CN');
    expect([months.longhand[0], months.longhand[11]]).toEqual(['一月', '十二月']);
    expect([weekdays.shorthand[0], weekdays.shorthand[6]]).toEqual(['周日', '周六']);
    expect(dayNamesIn('en').weekdays.longhand[0]).toBe('Sunday');
  });

  it('begin the week on Monday in Chinese', () => {
    expect([dayNamesIn('zh-CN').firstDayOfWeek, dayNamesIn('en').firstDayOfWeek]).toEqual([1, 0]);
  });
});

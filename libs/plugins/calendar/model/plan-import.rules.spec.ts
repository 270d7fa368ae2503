import { bundledYears, changesBetween, yearPlan } from './calendar-content';
import { officeDays, workingDaysOfYear } from './office-days.rules';
import type { PlanDraft } from './plan-draft';
import { readPlan } from './plan-import.rules';

const NOTICE_2024 = `国务院办公厅关于2024年部分节假日安排的通知
国办发明电〔2023〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2024年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2023年10月25日`;

const NOTICE_2025 = `国务院办公厅关于2025年部分节假日安排的通知
国办发明电〔2024〕12号
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`;

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

const workedIn = ({ days }: PlanDraft): readonly string[] => days.filter(({ kind }) => kind === 'WORKED').map(({ day }) => day.slice(5));
const offIn = ({ days }: PlanDraft): readonly string[] => days.filter(({ kind }) => kind === 'OFF').map(({ day }) => day.slice(5));
const codes = (text: string, year?: number): readonly string[] => readPlan(text, year).problems.map(({ line, code }) => `${line} ${code}`);

describe('reading the yearly notice', () => {
  it('reads 2026 as the product brings it', () => {
    const plan = readPlan(NOTICE_2026);
    expect(plan.problems).toEqual([]);
    expect(plan).toMatchObject({ year: 2026, source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）' });
    expect(plan.days).toEqual(bundledYears[0]?.days);
  });

  it('reads 2025, where two holidays share a line', () => {
    const plan = readPlan(NOTICE_2025);
    expect(plan.problems).toEqual([]);
    expect(workedIn(plan)).toEqual(['01-26', '02-08', '04-27', '09-28', '10-11']);
    expect(offIn(plan)).toHaveLength(28);
    expect(plan.days.find(({ day }) => day === '2025-10-06')?.name).toBe('国庆节、中秋节');
    expect(workingDaysOfYear(2025, officeDays('', { years: [{ year: 2025, days: plan.days }], local: [] }))).toBe(248);
  });

  it('reads 2024, and takes advice to rest on the eve for no day off', () => {
    const plan = readPlan(NOTICE_2024);
    expect(plan.problems).toEqual([]);
    expect(workedIn(plan)).toEqual(['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']);
    expect(offIn(plan)).toHaveLength(28);
    expect(offIn(plan)).not.toContain('02-09');
    expect(workingDaysOfYear(2024, officeDays('', { years: [{ year: 2024, days: plan.days }], local: [] }))).toBe(251);
  });

  it('reads half-width signs, spaces and other line marks', () => {
    const plan = readPlan('1. 元旦: 1月1日(周四)至3日(周六)放假调休, 共3天. \n2、清明节：４月４日—６日放假，共３天。', 2026);
    expect(plan.problems).toEqual([]);
    expect(offIn(plan)).toEqual(['01-01', '01-02', '01-03', '04-04', '04-05', '04-06']);
  });

  it('leaves a weekend of the year before to that year, and asks about any other day of it', () => {
    const plan = readPlan('元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023);
    expect(plan).toMatchObject({ problems: [], days: [{ day: '2023-01-01' }, { day: '2023-01-02' }] });
    expect(codes('元旦：2018年12月31日至2019年1月1日放假。', 2019)).toEqual(['1 OTHER_YEAR']);
  });

  it.each([
    ['a weekday that is not the one of the day', '元旦：1月1日（周五）放假1天。', '1 WEEKDAY_WRONG'],
    ['a total that is not that of the days', '元旦：1月1日至3日放假调休，共4天。', '1 TOTAL_WRONG'],
    ['a day that does not exist', '清明节：2月30日放假1天。', '1 DAY_INVALID'],
    ['an end before the beginning', '元旦：1月3日至1日放假。', '1 RANGE_INVALID'],
    ['a worked day that is worked anyway', '元旦：1月1日放假。1月5日上班。', '1 WORKED_WEEKDAY'],
    ['a day that stands twice', '元旦：1月1日放假。\n国庆节：1月1日放假。', '2 DAY_TWICE'],
    ['days without a name', '元旦：1月1日放假。\n1月4日上班。', '2 UNREADABLE'],
    ['days off in words it does not know', '元旦：自元月一日起放假三天。', '1 UNREADABLE'],
    ['nothing at all', '祝大家节日快乐', '0 NOTHING_FOUND'],
  ])('finds %s', (_what, text, found) => expect(codes(text, 2026)).toEqual([found]));

  it('asks for the year where the notice does not name it', () => {
    expect(codes('元旦：1月1日放假。')).toEqual(['0 YEAR_MISSING']);
  });

  it('never throws, whatever is pasted', () => {
    const pieces = ['元旦', '：', '1月1日', '（周四）', '至', '放假', '上班', '。', '\n', '共3天', '{', ',', '2026-01-01', '99月99日'];
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const text = Array.from(
        { length: 12 },
        (_none, index) => pieces[(seed * 31 + index * index * 17 + seed * index) % pieces.length],
      ).join('');
      const plan = readPlan(text, 2026);
      expect(plan.problems.length > 0 || yearPlan.safeParse({ year: 2026, source: '试', days: plan.days }).success).toBe(true);
    }
  });
});

describe('reading a table or JSON', () => {
  it('reads rows with and without a head', () => {
    const rows = '2027-1-1,休,元旦\n2027-01-03,班,元旦\n';
    const expected = [
      { day: '2027-01-01', kind: 'OFF', name: '元旦' },
      { day: '2027-01-03', kind: 'WORKED', name: '元旦' },
    ];
    expect(readPlan(rows)).toEqual({ year: 2027, days: expected, problems: [] });
    expect(readPlan(`date,kind,name\n${rows}`)).toEqual({ year: 2027, days: expected, problems: [] });
  });

  it('tells the row that is wrong', () => {
    expect(codes('2027-01-01,休,元旦\n2027-02-30,休,春节\n2027-03-01,也许,节\n2028-01-03,休,元旦')).toEqual([
      '2 DAY_INVALID',
      '3 UNREADABLE',
      '4 OTHER_YEAR',
    ]);
  });

  it('reads JSON of the usual shape, and of this product', () => {
    const listed = { year: 2027, papers: ['https://example.test/notice'], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] };
    expect(readPlan(JSON.stringify(listed))).toEqual({
      year: 2027,
      source: 'https://example.test/notice',
      days: [{ day: '2027-01-01', kind: 'OFF', name: '元旦' }],
      problems: [],
    });
    expect(readPlan(JSON.stringify(bundledYears[0])).problems).toEqual([]);
    expect(codes('{"days": 3}')).toEqual(['0 UNREADABLE']);
    expect(codes('{broken')).toEqual(['0 UNREADABLE']);
  });
});

describe('changes between two plans', () => {
  it('names days added, taken away, turned and renamed', () => {
    const before = [
      { day: '2026-01-01', kind: 'OFF', name: '元旦' },
      { day: '2026-01-02', kind: 'OFF', name: '元旦' },
      { day: '2026-01-03', kind: 'OFF', name: '元旦' },
    ] as const;
    const after = [
      { day: '2026-01-01', kind: 'OFF', name: '新年' },
      { day: '2026-01-03', kind: 'WORKED', name: '元旦' },
      { day: '2026-01-05', kind: 'OFF', name: '元旦' },
    ] as const;
    expect(changesBetween(before, after)).toEqual({
      addedOff: ['2026-01-05'],
      addedWorked: ['2026-01-03'],
      removed: ['2026-01-02'],
      renamed: ['2026-01-01'],
    });
  });
});

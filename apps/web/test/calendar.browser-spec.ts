import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { DESK, PHONE, startBrowser, Visitor } from './support/browser';
import { TestServer } from './support/server';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。`;

/** Rules of axe that the page breaks, with the first element of each. */
async function complaintsOfAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the calendar in the browser', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])('shows the year, and counts, on %s', async (_name, size) => {
    // given
    const jia = await Visitor.signIn(browser, server, 'jia');
    const { page } = jia;
    await page.setViewportSize(size);
    // when
    await jia.go('/calendar?year=2026');
    await page.getByText('全年 248 个工作日').waitFor();
    await page.getByLabel('起算事件日期').fill('2026-09-18');
    await page.getByLabel('长度').fill('15');
    await page.getByLabel('单位').press('ArrowDown');
    await page.getByLabel('单位').press('ArrowDown');
    await page.getByLabel('单位').press('Enter');
    await page.getByRole('button', { name: '计算' }).click();
    // then: the days of the week of National Day are passed and named
    await page.getByText('最后一日：2026-10-08（星期四）').waitFor();
    await page.getByText('最后一日 2026-10-03 休息，顺延到 2026-10-08').waitFor();
    await page.getByText('2026-10-07 国庆节放假').waitFor();
    const october = page.getByRole('table', { name: '十月' });
    expect(await october.getByRole('cell', { name: '10 班', exact: true }).getAttribute('title')).toBe('国庆节');
    expect(await october.getByText('休', { exact: true }).count()).toBe(7);
    expect(await page.getByRole('button', { name: '导入放假通知' }).count()).toBe(0);
    expect(await complaintsOfAxe(page)).toEqual([]);
    expect(await widthBeyond(page)).toBe(0);
    expect(jia.complaints).toEqual([]);
    await jia.leave();
  });

  it('takes the notice of a new year over a preview to a version', async () => {
    // given
    const ren = await Visitor.signIn(browser, server, 'ren');
    const { page } = ren;
    await ren.go('/calendar?year=2027');
    await page.getByText('2027 年的放假安排还没有导入').waitFor();
    // when: a wrong weekday is told at its line first
    await page.getByRole('button', { name: '导入放假通知' }).click();
    await page.getByLabel('通知全文').fill(NOTICE.replace('1日（周五）', '1日（周四）'));
    await page.getByRole('button', { name: '读取并预览' }).click();
    await page.getByText('第 2 行：星期与日期不符').waitFor();
    await page.getByLabel('通知全文').fill(NOTICE);
    await page.getByRole('button', { name: '读取并预览' }).click();
    await page.getByText('2027 年：放假 8 天，调休上班 1 天。').waitFor();
    await page.getByText('05-01 至 05-05 劳动节').waitFor();
    await page.getByRole('alert').getByText('没有读到：春节、清明节、端午节、中秋节、国庆节（2026 年有）').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByLabel('发布理由').fill('年度放假通知');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByRole('dialog', { name: '发布 2027 年日历' }).getByRole('button', { name: '发布 2027 年日历' }).click();
    // then
    await page.getByText('2027 年日历第 1 版已发布').first().waitFor();
    await page.getByRole('table', { name: '五月' }).getByRole('cell', { name: '8 班', exact: true }).waitFor();
    expect(ren.complaints).toEqual([]);
    await ren.leave();
  });

  it('keeps the own days of the bureau beside the plan', async () => {
    // given
    const ren = await Visitor.signIn(browser, server, 'ren');
    const { page } = ren;
    await ren.go('/calendar?year=2026');
    // when
    await page.getByRole('button', { name: '维护本单位日期' }).click();
    await page.getByRole('button', { name: '增加一天' }).click();
    await page.getByLabel('日期', { exact: true }).fill('2026-07-16');
    await page.getByLabel('名称', { exact: true }).fill('那达慕');
    await page.getByLabel('依据（文件名称和文号）').fill('自治区人民政府通知');
    await page.getByLabel('发布理由').fill('民族节日');
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByRole('dialog', { name: '发布 2026 年日历' }).getByRole('button', { name: '发布 2026 年日历' }).click();
    // then
    await page.getByText('全年 247 个工作日').waitFor();
    await page.getByRole('table', { name: '七月' }).getByRole('cell', { name: '16 本休', exact: true }).waitFor();
    expect(ren.complaints).toEqual([]);
    await ren.leave();
  });
});

import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { doneBy, drawn } from './support/small-process';
import { TestServer } from './support/server';

const OLD = '大气污染防治法 第一百一十八条第三款';
const NEW = '生态环境法典 第一千一百三十二条第三款';
const POLICY = '<opinion:policy xmlns:opinion="urn:fashen:opinion:1.0" required="true" />';

const CONDUCT = {
  ...{ type: 'default', id: 'conduct-day', schemaVersion: 18 },
  components: [{ type: 'datetime', id: 'day', subtype: 'date', key: 'case.conductDate', dateLabel: '行为日期' }],
};

describe('the library of clauses, in the browser', () => {
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

  it('is changed by pasting a table, after a look at what would change', async () => {
    // given
    const modeler = await Visitor.signIn(browser, server, 'chou');
    const { page } = modeler;
    page.setDefaultTimeout(8000);
    await modeler.go('/legal-basis');
    const list = page.getByRole('region', { name: '现行条款' });
    await list.getByText('生态环境法典 第一千一百二十八条').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    // when
    await page.getByRole('button', { name: '导入或修改' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('条款表').fill('APL-58,行政处罚法,第五十八条,重大执法决定法制审核,2021-07-15,2020-01-01,公报');
    await dialog.getByRole('button', { name: /^读\s*取$/ }).click();
    await dialog.getByRole('alert').getByText('失效日期早于施行日期').waitFor();
    await dialog.getByLabel('条款表').fill('APL-58,行政处罚法,第五十八条,重大执法决定法制审核,2021-07-15,,公报');
    await dialog.getByRole('button', { name: /^读\s*取$/ }).click();
    await dialog.getByText('行政处罚法 第五十八条').waitFor();
    await dialog.getByText('发布后共 43 条').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByLabel('依据').fill('2021年修订文本');
    await dialog.getByLabel('发布原因').fill('补充程序条款');
    await dialog.getByRole('button', { name: '发布新版本' }).click();
    const asked = page.getByRole('dialog', { name: '发布新版本' });
    await asked.getByText('新增 1 条，修改 0 条，移出 0 条，成为第 2 版').waitFor();
    await asked.getByRole('button', { name: '发布新版本' }).click();
    await dialog.first().waitFor({ state: 'detached' });
    // then
    await page.getByRole('region', { name: '历次版本' }).getByText('补充程序条款').waitFor();
    await page.getByLabel('查找条款').fill('法制审核');
    await page.getByLabel('查找条款').press('Enter');
    await list.getByText('行政处罚法 第五十八条').waitFor();
    await page.setViewportSize(PHONE);
    await fitsPhone(page);
  });

  it('is searched where an opinion is written; what had ceased to be in force cannot be chosen', async () => {
    // given
    const chou = await Client.signIn(server, 'chou');
    const jia = await Client.signIn(server, 'jia');
    await chou.post('/forms/publication', { schema: CONDUCT, reason: '样例' });
    const steps = [
      { id: 'report', name: '登记', inside: `${doneBy('jia')}<form:binding form="conduct-day" />` },
      { id: 'review', name: '初审', inside: doneBy('jia') + POLICY },
    ];
    await chou.post('/processes/clause-trial/publication', { xml: drawn('clause-trial', '条款样例', steps), reason: '样例' });
    const { id } = await jia.post<{ id: string }>('/cases', { definitionKey: 'clause-trial', title: '露天烧烤', data: {} });
    const { items } = await jia.get<{ items: readonly { id: string; instanceId: string }[] }>('/tasks?limit=20');
    const first = items.find(({ instanceId }) => instanceId === id);
    await jia.post(`/tasks/${first?.id}/submission`, { data: { case: { conductDate: '2026-09-10' } } });
    const officer = await Visitor.signIn(browser, server, 'jia');
    const { page } = officer;
    page.setDefaultTimeout(8000);
    await officer.go(`/cases/${id}`);
    const box = page.locator('.fs-opinion-box');
    const words = box.getByRole('textbox', { name: '办理意见' });
    await words.fill('事实清楚，证据充分');
    await box.getByRole('button', { name: /^暂\s*存$/ }).click();
    await box.getByRole('status').getByText('已暂存').waitFor();
    await words.fill('改写过的意见');
    // when: going back to what was kept keeps what stood there
    await box.getByRole('button', { name: '历次暂存' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '换成这一份' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === '事实清楚，证据充分'));
    await box.getByRole('button', { name: '历次暂存' }).click();
    await page.getByRole('dialog').getByText('改写过的意见').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // when
    await type(page, '露天烧烤');
    await option(page, OLD).getByText('行为发生时已经失效').waitFor();
    await option(page, OLD).click();
    await option(page, NEW).click();
    // what was typed to search with is no citation
    await type(page, '烧烤');
    await page.locator('.ant-select-item-option').filter({ hasText: '按自己写的引用：烧烤' }).waitFor();
    await page.keyboard.press('Escape');
    await words.click();
    // what had ceased to be in force is named on purpose only
    await type(page, OLD);
    await page.locator('.ant-select-item-option:not(.ant-select-item-option-disabled)').filter({ hasText: OLD }).waitFor();
    await page.keyboard.press('Escape');
    await words.click();
    expect(await box.locator('.ant-select-selection-item').allInnerTexts()).toEqual([NEW]);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize(PHONE);
    await fitsPhone(page);
    await page.getByRole('button', { name: '提交：初审' }).click();
    const ending = page.getByRole('dialog');
    await ending.getByText('案件结束').waitFor();
    await ending.getByRole('button', { name: /^提交/ }).click();
    // then
    const opinion = page.locator('.fs-opinions li').first();
    await opinion.getByText(`引用条款：${NEW}`).waitFor();
    // what is folded away on the screen stands on paper
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await opinion.getByText('条款库第 2 版').waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await opinion.getByText('条款库第 2 版').waitFor({ state: 'hidden' });
    await opinion.getByText(`引用条款：${NEW}`).click();
    await opinion.getByText('条款库第 2 版').waitFor();
    expect(await opinion.getByText(OLD).count()).toBe(0);
  });
});

const option = (page: Page, name: string) => page.locator('.ant-select-item-option').filter({ hasText: name });

async function type(page: Page, words: string): Promise<void> {
  const field = page.locator('.fs-opinion-box').getByLabel('引用条款');
  await field.click();
  await field.pressSequentially(words);
}

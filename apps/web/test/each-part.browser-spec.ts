import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { TestServer } from './support/server';

const boardOf = (page: Page): Locator => page.getByRole('region', { name: '填写情况' });
const seatOf = (page: Page, name: string): Locator => boardOf(page).locator('.fs-seat').filter({ hasText: name });
const submitOf = (page: Page): Locator => page.getByRole('button', { name: '提交：逐人发表意见' });

/** Fills in one's own view and hands it in. */
async function say(page: Page, stance: string, reason: string): Promise<void> {
  await page.getByRole('radio', { name: stance, exact: true }).check();
  await page.getByRole('textbox', { name: '理由' }).fill(reason);
  await submitOf(page).click();
}

describe('a step that each fills in, in the browser', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'each-part.bpmn'), 'utf8');
    await chou.post('/processes/views-trial/publication', { xml, reason: '样例' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('is filled in by one after another; everybody who looks sees who has spoken, and nothing to vote on', async () => {
    // given
    const jia = await Client.signIn(server, 'jia');
    const { id: caseId } = await jia.post<{ id: string }>('/cases', {
      definitionKey: 'views-trial',
      title: '逐人发表意见样例案',
      data: {},
    });
    const at = async (name: string): Promise<Visitor> => {
      const visitor = await Visitor.signIn(browser, server, name);
      await visitor.go(`/cases/${caseId}`);
      return visitor;
    };
    const officer = await at('jia');
    await boardOf(officer.page).getByText('轮到：戊样例').waitFor();
    await seatOf(officer.page, '丁样例').getByText('未轮到').waitFor();
    // when: the first says what they think
    const wu = await at('wu');
    await boardOf(wu.page).getByText('已填写 0/2').waitFor();
    await submitOf(wu.page).waitFor();
    expect(await wu.page.getByRole('button', { name: /^(不?同\s*意|弃\s*权|转\s*办|委\s*派)$/ }).count()).toBe(0);
    await say(wu.page, '补充调查', '证据不足');
    // then: the next has the turn, and an empty form of their own
    await seatOf(officer.page, '戊样例').getByText('✓ 已填写').waitFor();
    await boardOf(officer.page).getByText('轮到：丁样例').waitFor();
    const ding = await at('ding');
    await ding.page.setViewportSize(PHONE);
    await fitsPhone(ding.page);
    await boardOf(ding.page).getByText('已填写 1/2').click();
    await seatOf(ding.page, '戊样例').getByText('✓ 已填写').waitFor();
    expect(await ding.page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('');
    // when
    await say(ding.page, '同意拟处理意见', '事实清楚');
    // then: the step is over, and what each has said is told apart
    await officer.page.getByRole('heading', { name: '确认' }).waitFor();
    const content = officer.page.getByRole('region', { name: '案件内容' });
    await content.getByText('证据不足').first().waitFor({ state: 'attached' });
    await content.getByText('事实清楚').first().waitFor();
    const visitors = [officer, wu, ding];
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const visitor of visitors) await visitor.leave();
  });
});

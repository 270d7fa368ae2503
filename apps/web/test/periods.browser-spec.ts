import type { Browser } from 'playwright-core';
import { DESK, PHONE, startBrowser, Visitor } from './support/browser';
import { TestServer } from './support/server';

describe('the table of periods in the browser', () => {
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

  it('lets legal staff say how often a period may be extended and who grants it, on a desk and on a phone', async () => {
    // given
    const ren = await Visitor.signIn(browser, server, 'ren');
    const { page } = ren;
    await ren.go('/periods');
    const dialog = page.getByRole('dialog');
    // when
    await page.getByRole('button', { name: '修改“法制审核期限”' }).click();
    await dialog.getByRole('button', { name: '增加一次延长' }).click();
    const lines = await dialog.getByRole('button', { name: /^删除第 \d 次延长$/ }).count();
    await dialog.getByLabel(`第 ${lines} 次延长的数量`).fill('2');
    await dialog.getByLabel(`第 ${lines} 次延长由谁批准`).click();
    // The next one begins like the last; here the deputy head may not.
    await page.getByTitle('分管负责人').last().click();
    await page.keyboard.press('Escape');
    const remind = dialog.getByLabel('提醒');
    const before = await remind.inputValue();
    await remind.fill('前三天');
    await dialog.getByRole('alert').getByText('请填写 -60 到 60 之间的整数').waitFor();
    await remind.fill(before);
    await page.setViewportSize(PHONE);
    await dialog.getByLabel(`第 ${lines} 次延长由谁批准`).waitFor();
    await page.setViewportSize(DESK);
    await dialog.getByLabel('理由').fill('按局规定');
    await dialog.getByRole('button', { name: '发布第 2 版' }).click();
    // then
    const row = page.getByRole('row').filter({ hasText: '法制审核期限' });
    await row.getByText('再 2 个工作日（法制机构负责人、主要负责人批准）').waitFor();
    expect(ren.complaints).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { TestServer } from './support/server';

describe('the page of phrases in the browser', () => {
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

  it('puts variables where the cursor stands, tells unknown ones, and asks before a phrase goes', async () => {
    // given
    const head = await Visitor.signIn(browser, server, 'ding');
    const { page } = head;
    page.setDefaultTimeout(8000);
    await head.go('/phrases');
    const words = page.getByLabel('内容');
    // when
    await words.fill('关于的{天气}');
    await page.getByText('系统不认识变量 {天气}').waitFor();
    await words.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(2, 2));
    await page.getByRole('button', { name: '{案号}' }).click();
    await page.getByRole('button', { name: /^添\s*加$/ }).click();
    // then
    const list = page.getByRole('list', { name: '现有常用语' });
    await list.getByText('关于{案号}的{天气}').waitFor();
    await page.setViewportSize(PHONE);
    await fitsPhone(page);
    expect(await seriousFindings(page)).toEqual([]);
    // when
    const remove = list.getByRole('button', { name: '删除“关于{案号}的{天气}”' });
    await remove.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^取\s*消$/ })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await remove.count()).toBe(1);
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: '删除常用语' }).click();
    // then
    await page.getByText('还没有常用语。').waitFor();
    expect(head.complaints).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

describe('copies of a case, in the browser', () => {
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

  it('go to a person who sees nothing otherwise; opening the case gives the receipt, which its sender sees at once', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    const officer = await Visitor.signIn(browser, server, 'jia');
    officer.page.setDefaultTimeout(8000);
    await officer.go(`/cases/${run.id}`);
    await officer.page.getByRole('button', { name: '更多操作' }).click();
    await officer.page.getByRole('menuitem', { name: /^抄\s*送$/ }).click();
    await officer.page.getByLabel('人员').fill('卯');
    await officer.page.getByTitle('卯样例（执法二中队）').click();
    await officer.page.getByLabel('说明（可以不填）').fill('请知悉');
    await officer.page.getByRole('dialog').getByRole('button', { name: '预览影响' }).click();
    await officer.page.getByText('将发给 1 人：').waitFor();
    // when
    await officer.page.getByRole('dialog').getByRole('button', { name: '抄送本案' }).click();
    await officer.page.locator('.fs-readers').getByText('未读').first().waitFor();
    const reader = await Visitor.signIn(browser, server, 'mao');
    reader.page.setDefaultTimeout(8000);
    await reader.page.setViewportSize(PHONE);
    await reader.go('/copies');
    await reader.page.locator('.fs-paper a').first().click();
    await reader.page.locator('.fs-readers').getByText('已读').first().waitFor();
    // then
    await officer.page.locator('.fs-readers').getByText('已读').first().waitFor();
    await fitsPhone(reader.page);
    expect([...officer.complaints, ...reader.complaints]).toEqual([]);
  });
});

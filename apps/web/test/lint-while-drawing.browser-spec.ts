import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { drawStep } from './support/drawing';
import { TestServer } from './support/server';

const STEP = '立案告知';
const SENTENCE = `环节“${STEP}”没有说明由谁办理。`;

describe('a step without anybody to do it, drawn in the browser', () => {
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

  it('is found at once without the server, and stands there once and unmoved when the server has looked', async () => {
    // given
    const visitor = await Visitor.signIn(browser, server, 'ren');
    const { page, context } = visitor;
    await visitor.go('/processes/penalty-ordinary/edit');
    await page.getByText('检查通过，可以发布。').waitFor({ state: 'attached' });
    await context.setOffline(true);
    // when
    await drawStep(page, STEP, 'to_investigate_from_filingDecided');
    // then
    await page.locator('.fashen-badge-error').waitFor({ timeout: 700 });
    await page.getByRole('tab', { name: '检查' }).click();
    const line = page.getByRole('listitem').filter({ hasText: SENTENCE });
    await line.waitFor({ timeout: 700 });
    const shown = await line.elementHandle();
    // when
    await page.getByText('网络中断，没有连上服务器。').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('1 处错误，').waitFor();
    // then
    expect(await line.count()).toBe(1);
    expect(await shown?.evaluate((element) => element.isConnected)).toBe(true);
  });
});

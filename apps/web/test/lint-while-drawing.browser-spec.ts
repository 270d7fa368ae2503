import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { drawStep } from './support/drawing';
import { TestServer } from './support/server';

const STEP = '立案告知';
const SENTENCE = `环节“${STEP}”没有说明由谁办理。`;

describe('what is wrong with a drawing, in the browser', () => {
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

  it('a step nobody does is found at once without the server, and stands there once and unmoved when the server has looked', async () => {
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
    await page.getByText('还有 1 处错误没有改，暂时不能试走和发布。').waitFor();
    expect(await line.count()).toBe(1);
    expect(await shown?.evaluate((element) => element.isConnected)).toBe(true);
  });

  it('lets a drawing with warnings be published once somebody has read them', async () => {
    // given
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'countersign.bpmn'), 'utf8');
    await chou.post('/processes/countersign-trial/publication', { xml, reason: '样例' });
    const visitor = await Visitor.signIn(browser, server, 'ren');
    const { page } = visitor;
    await visitor.go('/processes/countersign-trial/edit');
    await page.getByRole('button', { name: '发布……' }).click();
    const dialog = page.getByRole('dialog');
    // when
    await dialog.getByLabel('发布理由').fill('再次发布');
    await dialog.getByText('环节“会签”之后没有网关判断').waitFor();
    await dialog.getByRole('button', { name: '发布新版本' }).click();
    await dialog.getByText('请看过提示后勾选').waitFor();
    await dialog.getByLabel('提示已逐条看过，仍要发布').check();
    await dialog.getByRole('button', { name: '发布新版本' }).click();
    // then
    await page.getByText(/“会签样例”第 . 版已发布/).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { TestServer } from './support/server';

describe('a process, tried in the modeler', () => {
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

  it('goes on by acts, comes back by undo, and is checked by bpmn-engine', async () => {
    // given
    const modeler = await Visitor.signIn(browser, server, 'ren');
    await modeler.go('/processes/penalty-ordinary/edit');
    await modeler.page.getByRole('button', { name: '试走', exact: true }).click();
    const view = modeler.page.getByRole('dialog');
    const step = (name: string) => view.locator('.fs-try-out-step').getByRole('button', { name });
    await step('主办提请立案').waitFor();
    // when
    await view.getByRole('button', { name: '完成', exact: true }).click();
    await step('协办会签立案').waitFor();
    await view.getByRole('button', { name: '填写数据' }).click();
    const waiting = view.locator('.fs-try-out-step');
    await waiting.getByLabel('名称').fill('opinion');
    await waiting.getByLabel('值（JSON）').fill('同意');
    await waiting.getByText('不是 JSON').waitFor();
    // then
    expect(await view.getByRole('button', { name: '完成', exact: true }).isDisabled()).toBe(true);
    await view.getByText('已由 bpmn-engine 独立核对，结果一致。').waitFor();
    await view.getByRole('button', { name: '撤销一步' }).click();
    await step('主办提请立案').waitFor();
    await view.getByText('已走 0 步').waitFor();
    expect(modeler.complaints).toEqual([]);
  });
});

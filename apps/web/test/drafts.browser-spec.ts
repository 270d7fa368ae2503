import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { TestServer } from './support/server';

describe('answers that are being written, in the browser', () => {
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

  it('are kept by the server; two windows are told apart, and the person chooses', async () => {
    // given
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'opinion.bpmn'), 'utf8');
    await chou.post('/processes/opinion-trial/publication', { xml, reason: '样例' });
    const jia = await Client.signIn(server, 'jia');
    const { id } = await jia.post<{ id: string }>('/cases', { definitionKey: 'opinion-trial', title: '占道经营', data: {} });
    const left = await Visitor.signIn(browser, server, 'jia');
    const right = await Visitor.signIn(browser, server, 'jia');
    for (const { page } of [left, right]) page.setDefaultTimeout(8000);
    for (const visitor of [left, right]) {
      await visitor.go(`/cases/${id}`);
      await note(visitor.page).waitFor();
    }
    // when
    await note(left.page).fill('左边写的');
    await bar(left.page).getByText('已保存').waitFor();
    await note(right.page).fill('右边写的');
    // then
    const conflict = right.page.getByRole('alert').filter({ hasText: '另一个窗口或设备' });
    await conflict.getByText('审核说明：本窗口“右边写的”，另一窗口“左边写的”').waitFor();
    expect(await seriousFindings(right.page)).toEqual([]);
    // when
    await conflict.getByRole('button', { name: '用另一窗口的' }).click();
    await conflict.waitFor({ state: 'detached' });
    // then
    await right.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === '左边写的'));
    // when
    await note(right.page).fill('右边改的');
    await bar(right.page).getByText('已保存').waitFor();
    await left.page.setViewportSize(PHONE);
    await note(left.page).fill('左边又写');
    await left.page.getByRole('button', { name: '用本窗口的' }).click();
    await bar(left.page).getByText('已保存').waitFor();
    await fitsPhone(left.page);
    // then
    await right.page.reload();
    await right.page.getByText('未提交的内容').waitFor();
    await right.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === '左边又写'));
    expect(await right.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('fashen.draft.')))).toEqual([]);
  });
});

const note = (page: Page) => page.locator('.fjs-form-field').filter({ hasText: '审核说明' }).locator('textarea, input').first();
const bar = (page: Page) => page.locator('.fs-submit-row').getByRole('status');

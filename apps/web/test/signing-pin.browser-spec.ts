import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { CaseDesk } from './support/case-desk';
import { Client } from './support/client';
import { PASSWORD, TestServer } from './support/server';

const PIN = '739105';
const WORDS = '事实清楚，证据充分，适用条款正确。';

describe('the signing PIN, in the browser', () => {
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

  /** A case whose only step waits for the opinion of jia, signed by any means. */
  const start = async (): Promise<string> => {
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'opinion.bpmn'), 'utf8').replaceAll('signature="password"', 'signature="any"');
    await chou.post('/processes/opinion-trial/publication', { xml, reason: '样例' });
    const jia = await Client.signIn(server, 'jia');
    const { id } = await jia.post<{ id: string }>('/cases', { definitionKey: 'opinion-trial', title: '占道经营', data: {} });
    const { items } = await jia.get<{ items: readonly { id: string; instanceId: string; rowVersion: number }[] }>('/tasks?limit=20');
    const task = items.find(({ instanceId }) => instanceId === id);
    const opinion = { text: WORDS, clauses: [] };
    await jia.put(`/tasks/${task?.id}/draft`, { baseVersion: task?.rowVersion, opinion });
    return id;
  };

  it('is set on the page of the account, and signs; the record says so', async () => {
    // given
    const caseId = await start();
    const officer = await Visitor.signIn(browser, server, 'jia');
    const { page } = officer;
    page.setDefaultTimeout(8000);
    await page.getByRole('button', { name: '甲样例' }).click();
    await page.getByRole('menuitem', { name: '我的账户' }).click();
    const pin = page.getByRole('region', { name: '签名 PIN' });
    // when
    await fillPin(page, '123456');
    // then
    await pin.getByRole('alert').getByText('这个 PIN 不能用').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    // when
    await fillPin(page, PIN);
    // then
    await pin.getByText('已设置签名 PIN').waitFor();
    await page.setViewportSize(PHONE);
    await fitsPhone(page);
    // when
    await officer.go(`/cases/${caseId}`);
    const field = page.locator('.fs-opinion-box').getByRole('textbox', { name: '办理意见' });
    await field.waitFor();
    const desk = new CaseDesk(officer);
    await desk.choose('审核意见', '同意');
    await desk.fill('审核说明', '情况属实');
    await page.getByRole('button', { name: '提交：初审' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=password]').fill('482916');
    await dialog.getByRole('button', { name: '签名并提交' }).click();
    await dialog.getByRole('alert').getByText('还可以再试 4 次').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.locator('input[type=password]').fill(PIN);
    await dialog.getByRole('button', { name: '签名并提交' }).click();
    await dialog.waitFor({ state: 'detached' });
    // then
    const signed = page.locator('.fs-opinions li').first();
    await signed.getByRole('button', { name: '验证签名' }).click();
    await signed.getByRole('status').getByText('以签名 PIN 签名').waitFor();
  });
});

async function fillPin(page: Page, pin: string): Promise<void> {
  const form = page.getByRole('region', { name: '签名 PIN' });
  await form.getByLabel('当前密码').fill(PASSWORD);
  await form.locator('#signing-pin_pin').fill(pin);
  await form.locator('#signing-pin_again').fill(pin);
  await form.getByRole('button', { name: '设置 PIN' }).click();
}

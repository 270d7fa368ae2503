import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { PASSWORD, TestServer } from './support/server';
import { startCases } from './support/small-process';

const SAID = '事实清楚，证据充分，适用条款正确。';
/** A step without a form says so, and one that wants a signature is sent again with it. */
const EXPECTED = /(form: 409|submission: 422)$/;
const TITLES = ['键盘甲案', '键盘乙案', '键盘丙案'];

describe('a day without a mouse', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    const modeler = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'keyboard.bpmn'), 'utf8');
    await modeler.post('/processes/keyboard-trial/publication', { xml, reason: '样例' });
    await startCases(server, 'keyboard-trial', TITLES);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('claims, writes, decides, signs and stands at the next task', async () => {
    // given
    const leader = await Visitor.signIn(browser, server, 'ji');
    const { page } = leader;
    page.setDefaultTimeout(8000);
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    // when: the list of keys
    await press(page, '?');
    await page.getByRole('dialog', { name: '快捷键' }).getByText('签收', { exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // when: to the tasks that wait for somebody, and to the second of them
    await press(page, 'g', 'i');
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await press(page, ']');
    await rows(page).nth(2).waitFor();
    await press(page, 'j');
    await focused(page, '.fs-task-row.fs-chosen');
    const title = await page.locator('.fs-task-row.fs-chosen .fs-task-title').innerText();
    // when: claimed, which goes on in the panel
    await press(page, 'c');
    await opinion(page).waitFor();
    await press(page, 'e');
    await focused(page, '.fs-opinion-box textarea');
    await page.keyboard.type(SAID);
    // when: agreed and signed
    await press(page, 'Control+Enter');
    const dialog = page.getByRole('dialog', { name: '签名' });
    await dialog.getByText(SAID).waitFor();
    await dialog.getByText('案件结束').waitFor();
    await focused(page, '[role=dialog] input[type=password]');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type(PASSWORD);
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    // then: the next one stands there, and has the focus
    await page.getByText('已提交：负责人审批').first().waitFor();
    await focused(page, '.fs-task-row.fs-chosen');
    expect(await page.locator('.fs-task-row.fs-chosen .fs-task-title').innerText()).not.toBe(title);
    await page.getByRole('region', { name: '任务预览' }).getByText('查看案件内容').waitFor();
    // when: opened as a case and claimed there; an operation is looked at and left again
    await press(page, 'Enter');
    await page.waitForURL(/\/cases\//);
    await page.locator('[data-column="3"]').getByRole('button', { name: '签收任务' }).waitFor();
    await press(page, 'Alt+3');
    await focused(page, '[data-column="3"]');
    await press(page, 'c');
    await opinion(page).waitFor();
    await tabTo(page, '更多操作');
    await press(page, 'Enter');
    await page.getByRole('menuitem').first().waitFor();
    await press(page, 'ArrowDown', 'Enter');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await focused(page, '[role=dialog] :is(input, textarea)');
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === '更多操作');
    // then
    expect(leader.complaints.filter((line) => !EXPECTED.test(line))).toEqual([]);
  });
});

const rows = (page: Page) => page.locator('.fs-task-row');
const opinion = (page: Page) => page.getByRole('textbox', { name: '办理意见' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until the focus is on what the selector means. */
async function focused(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector);
}

/** Goes on with Tab, as somebody does who looks for a button. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await press(page, 'Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === words) return;
  }
  throw new Error(`Tab does not lead to “${words}”`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { CaseDesk } from './support/case-desk';
import { Client } from './support/client';
import { PASSWORD, TestServer } from './support/server';

const TOLD = '事实清楚，证据充分，适用条款正确。';

/** The other window was faster; then each act is refused until it is signed, and each signature with a wrong password. */
const REFUSALS = ['draft: 409', 'submission: 422', 'opinion-signature: 422', 'agreement: 422', 'opinion-signature: 422'];

describe('opinions, in the browser', () => {
  let server: TestServer;
  let browser: Browser;
  let jia: Client;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'opinion.bpmn'), 'utf8');
    await chou.post('/processes/opinion-trial/publication', { xml, reason: '样例' });
    jia = await Client.signIn(server, 'jia');
    await jia.post('/phrases', { scope: 'personal', text: '{案号}的{环节}意见：' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const start = async (): Promise<Visitor & { readonly caseId: string }> => {
    const { id: caseId } = await jia.post<{ id: string }>('/cases', { definitionKey: 'opinion-trial', title: '占道经营', data: {} });
    const visitor = await Visitor.signIn(browser, server, 'jia');
    visitor.page.setDefaultTimeout(8000);
    await visitor.go(`/cases/${caseId}`);
    await boxOf(visitor.page).waitFor();
    return Object.assign(visitor, { caseId });
  };

  it('are kept while they are written, told apart between windows, signed with the answers, and end form and vote', async () => {
    // given
    const officer = await start();
    const { page, caseId } = officer;
    const box = boxOf(page);
    await box.getByRole('textbox', { name: '办理意见' }).fill('同意。');
    await box.getByText('只写“同意”不够').waitFor();
    await box.getByRole('textbox', { name: '办理意见' }).fill('');
    await box.getByLabel('插入常用语').click();
    await page.getByTitle(/号的初审意见：$/).click();
    await save(page);
    // when
    const other = await officer.context.newPage();
    other.setDefaultTimeout(8000);
    await other.goto(page.url());
    await boxOf(other).waitFor();
    // then
    expect(await boxOf(other).getByRole('textbox', { name: '办理意见' }).inputValue()).toMatch(/号的初审意见：$/);
    // when
    await boxOf(other).getByRole('textbox', { name: '办理意见' }).fill('另一个窗口的意见');
    await save(other);
    await box.getByRole('textbox', { name: '办理意见' }).fill(TOLD);
    await box.getByRole('button', { name: /^暂\s*存$/ }).click();
    await box.getByRole('alert').getByText('另一个窗口的意见').waitFor();
    await box.getByRole('button', { name: '用本窗口的' }).click();
    await box.getByRole('status').getByText('已暂存').waitFor();
    // then
    await sign(page, async () => {
      const desk = new CaseDesk(officer);
      await desk.choose('审核意见', '同意');
      await desk.fill('审核说明', '情况属实');
      await page.getByRole('button', { name: '提交：初审' }).click();
    });
    await page.getByText('已提交：初审').first().waitFor();
    // when
    await page.setViewportSize(PHONE);
    const agree = page.getByRole('button', { name: /^同\s*意$/ });
    // Only then the box is that of the vote, and no more that of the form.
    await agree.waitFor();
    await boxOf(page).getByRole('textbox', { name: '办理意见' }).fill(TOLD);
    await fitsPhone(page);
    await sign(page, () => agree.click());
    await boxOf(page).waitFor({ state: 'detached' });
    // then
    const kept = await jia.get<readonly { text: string; nodeId: string }[]>(`/cases/${caseId}/opinions`);
    expect(kept).toMatchObject([
      { nodeId: 'review', text: TOLD },
      { nodeId: 'meeting', text: TOLD },
    ]);
    const shown = page.locator('.fs-opinions li');
    await shown.nth(1).waitFor();
    for (const entry of await shown.all()) {
      await entry.getByRole('button', { name: '验证签名' }).click();
      await entry.getByRole('status').getByText('签名有效').waitFor();
    }
    expect(await shown.nth(1).getByText('同意', { exact: true }).count()).toBe(1);
    expect(officer.complaints.map((complaint) => complaint.slice(complaint.lastIndexOf('/') + 1))).toEqual(REFUSALS);
  });
});

const boxOf = (page: Page) => page.locator('.fs-opinion-box');

/** Keeps the draft and waits until the server has it. */
async function save(page: Page): Promise<void> {
  const taken = page.waitForResponse((reply) => reply.url().endsWith('/draft') && reply.request().method() === 'PUT');
  await boxOf(page)
    .getByRole('button', { name: /^暂\s*存$/ })
    .click();
  await taken;
  await boxOf(page).getByRole('status').getByText('已暂存').waitFor();
}

/** Does something that has to be signed, at first with a wrong password. */
async function sign(page: Page, act: () => Promise<void>): Promise<void> {
  await act();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(TOLD).waitFor();
  await dialog.getByLabel('密码').fill('wrong');
  await dialog.getByRole('button', { name: '签名并提交' }).click();
  await dialog.getByRole('alert').getByText('不正确').waitFor();
  await dialog.getByLabel('密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '签名并提交' }).click();
  await dialog.waitFor({ state: 'detached' });
}

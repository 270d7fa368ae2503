import type { ExecutionReply } from '@fashen/plugins/penalty-execution/model';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { DESK, PHONE, startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

/** Below what parameter set A sends to review. */
const FINE = 19_000;

describe('a fine that is paid late, in the browser', () => {
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

  /** Notes something in the head of the case: which, on which day, why. */
  async function note(page: Page, name: string, entry: { choice?: string; day: string; words: string }): Promise<void> {
    await page.locator('.fs-case-head').getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name, exact: true });
    if (entry.choice) {
      await dialog.getByRole('combobox').click();
      await page
        .getByRole('option', { name: entry.choice, exact: true })
        .or(page.getByTitle(entry.choice, { exact: true }))
        .last()
        .click();
    }
    await dialog.locator('input[type=date]').fill(entry.day);
    await dialog.locator('textarea').fill(entry.words);
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByRole('heading', { name: '将会发生' }).waitFor();
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('says what is owed today and why, stands still while it is contested, and is withdrawn after the revocation', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    await run.file();
    await run.investigate();
    await run.propose(FINE);
    await run.notify(FINE);
    await run.decideAndServe();
    const jia = await Client.signIn(server, 'jia');
    const { fine } = await jia.get<ExecutionReply>(`/cases/${run.id}/execution`);
    expect(fine).toMatchObject({ amount: FINE, payBy: '2026-10-29', late: { perDay: 570, from: '2026-10-30', capDay: '2026-12-02' } });
    // when
    const ding = await Visitor.signIn(browser, server, 'ding');
    await ding.go(`/cases/${run.id}`);
    const head = ding.page.getByRole('region', { name: '罚款缴纳与复议诉讼' });
    // then
    await head.getByText('罚款 19,000 元，2026-10-29 前（含当日）缴清').waitFor();
    await head.getByText(`已逾期 ${fine?.late.days ?? 0} 日`).waitFor();
    await head.getByRole('button', { name: '为什么是这个数' }).click();
    await ding.page.getByRole('tooltip').getByText('从 2026-10-30 起，每日 3%，即每日 570 元（行政处罚法第七十二条）').waitFor();
    expect(await seriousFindings(ding.page)).toEqual([]);
    await ding.page.keyboard.press('Escape');
    // when
    await note(ding.page, '登记复议诉讼', { choice: '行政复议', day: '2026-11-02', words: '收到受理通知' });
    await head.getByText('复议诉讼期间不计算').waitFor();
    await head.getByText('截至').waitFor();
    await note(ding.page, '登记复议诉讼结果', { choice: '撤销', day: '2026-11-06', words: '程序违法' });
    await head.getByText('2026-11-06 收到结果：撤销').waitFor();
    await note(ding.page, '登记撤回公示', { day: '2026-11-09', words: '复议撤销，程序违法' });
    // then
    await head.getByText('2026-11-09 撤回公示').waitFor();
    await ding.page.setViewportSize(PHONE);
    await head.waitFor();
    await ding.page.setViewportSize(DESK);
    expect(ding.complaints).toEqual([]);
    await ding.leave();
  });
});

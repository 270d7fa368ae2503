import type { Browser } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { CaseDesk } from './support/case-desk';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

const FACTS = { facts: '事实清楚', evidence: '现场笔录', legalBasis: '样例条款', discretion: '按基准' };

describe('a case that is sent back, in the browser', () => {
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

  /** A draft that waits for the head of the unit. */
  async function drafted(): Promise<OrdinaryCase> {
    const run = await OrdinaryCase.start(server);
    await run.file();
    await run.investigate();
    const questions = ['structureRemoval', 'publicInterestMajor', 'complex', 'crossRegion', 'crimeSuspected', 'mitigationOrNoPenalty'];
    const more = ['urgent', 'consecutiveDailyFine', 'namedByHigher', 'governmentApprovalRequired'];
    const answers = Object.fromEntries([...questions, ...more].map((name) => [name, false]));
    await run.step('jia', 'draftReport', {
      draft: { proposal: 'PENALTY', ...FACTS, kinds: ['FINE'], fine: 80_000, socialImpact: 'NONE', ...answers },
    });
    return run;
  }

  it('is returned with a list of defects, which are answered one by one', async () => {
    // given
    const run = await drafted();
    const head = await Visitor.signIn(browser, server, 'xin');
    const desk = new CaseDesk(head);
    await desk.open(run.id);
    await desk.claim();
    // when
    await desk.page.getByRole('button', { name: '更多操作' }).click();
    await desk.page.getByRole('menuitem', { name: '退回', exact: true }).click();
    const dialog = desk.page.getByRole('dialog', { name: '退回案件' });
    await dialog.getByRole('radio').first().waitFor();
    await dialog.getByLabel('退回理由').fill('证据不足');
    await dialog.getByRole('button', { name: '添加问题' }).click();
    await dialog.getByLabel('第1项问题', { exact: true }).fill('缺少当事人陈述');
    await dialog.getByLabel('依据条款').fill('第五十五条');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.locator('.fs-affected li').first().waitFor();
    await dialog.getByRole('button', { name: '退回案件' }).click();
    await dialog.waitFor({ state: 'detached' });
    // then
    expect(await run.waiting()).toEqual(['调查终结报告与拟处理意见']);
    const officer = await Visitor.signIn(browser, server, 'jia');
    await officer.page.setViewportSize(PHONE);
    const correcting = new CaseDesk(officer);
    await correcting.open(run.id);
    await officer.page.getByRole('note').getByText('缺少当事人陈述').waitFor();
    await officer.page.getByRole('button', { name: '答复退回' }).click();
    const answers = officer.page.getByRole('dialog', { name: '逐项答复退回问题' });
    await answers.getByRole('radio', { name: '已整改' }).check();
    await answers.getByLabel('第1项答复').fill('已补充');
    await answers.getByRole('button', { name: '预览影响' }).click();
    await answers.getByRole('button', { name: '逐项答复退回问题' }).click();
    await answers.waitFor({ state: 'detached' });
    await officer.page.getByRole('note').getByText('已整改 已补充').waitFor();
    // a page of a phone is not wider than the phone
    await fitsPhone(officer.page);
    expect([...head.complaints, ...officer.complaints]).toEqual([]);
    await head.leave();
    await officer.leave();
  });

  it('is jumped by those in charge only where nothing the law demands is left out; the refusal says so', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    await run.file();
    await run.investigate();
    await run.propose(80_000);
    const chief = await Visitor.signIn(browser, server, 'ji');
    await new CaseDesk(chief).open(run.id);
    // when
    await chief.page.getByRole('button', { name: '跳转' }).click();
    const dialog = chief.page.getByRole('dialog', { name: '跳转到其他环节' });
    await dialog.getByLabel('到', { exact: true }).fill('告知');
    await chief.page.keyboard.press('Enter');
    await dialog.getByLabel('理由').fill('纠错');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    // then
    await dialog.getByText('为法定环节，不得跳过').waitFor();
    expect(await run.waiting()).toEqual(['提请法制审核']);
    await chief.leave();
  });
});

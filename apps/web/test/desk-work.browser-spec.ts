import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { CaseDesk } from './support/case-desk';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

describe('work at the desk, in the browser', () => {
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

  it('hands a file to the legal section: a list with a least number of choices can be answered', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    await run.file();
    await run.investigate();
    await run.propose(80_000);
    const officer = await Visitor.signIn(browser, server, 'jia');
    const desk = new CaseDesk(officer);
    await desk.open(run.id);
    // when
    await desk.choose('送审材料', '全部证据及目录');
    await desk.submit('提请法制审核');
    // then
    expect(await run.waiting()).toEqual(['受理送审材料']);
    expect(officer.complaints).toEqual([]);
  });

  it('goes on in the panel, by keyboard, after a task is claimed', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    await run.step('jia', 'proposeFiling', {
      filing: { reason: '现场', competent: true, withinLimitation: true, proposedOn: '2026-09-14' },
    });
    await run.step('yi', 'confirmFiling', { filing: { coAgrees: true } });
    const deputy = await Visitor.signIn(browser, server, 'wu');
    await deputy.go('/inbox?view=claimable');
    await deputy.page.getByRole('button', { name: '签收任务' }).waitFor();
    // when
    await deputy.page.keyboard.press('c');
    await deputy.page.getByText('审批意见').waitFor();
    // then
    await deputy.page.waitForFunction(() => document.activeElement?.classList.contains('fs-act'));
  });

  it('keeps the name of a new case when the page is read again, and asks for a second officer', async () => {
    // given
    const officer = await Visitor.signIn(browser, server, 'jia');
    await officer.go('/cases/new');
    await officer.page.getByRole('radio', { name: '行政处罚普通程序' }).check();
    await officer.page.locator('#fs-case-title').fill('样例扬尘案');
    // when
    await officer.page.reload();
    // then
    expect(await officer.page.locator('#fs-case-title').inputValue()).toBe('样例扬尘案');
    await expect(OrdinaryCase.start(server, '一人办案', { lead: 'jia', co: 'jia' })).rejects.toThrow('form.INVALID');
  });

  it('prints a case on the whole width of the page', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    const officer = await Visitor.signIn(browser, server, 'jia');
    await officer.go(`/cases/${run.id}`);
    await officer.page.locator('.fs-case-head').waitFor();
    // when
    await officer.page.emulateMedia({ media: 'print' });
    // then
    const box = await officer.page.locator('.fs-case-head').boundingBox();
    expect(box?.width).toBeGreaterThan(600);
  });
});

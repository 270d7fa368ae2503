import type { Browser } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { CaseDesk } from './support/case-desk';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

describe('a deputy, in the browser', () => {
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

  it('is set by A, does a task for A while A sees where it went, and the record says B for A', async () => {
    // given
    const run = await OrdinaryCase.start(server);
    await run.step('jia', 'proposeFiling', {
      filing: { reason: '现场检查发现', competent: true, withinLimitation: true, proposedOn: '2026-09-14' },
    });
    await run.step('yi', 'confirmFiling', { filing: { coAgrees: true } });
    const principal = await Visitor.signIn(browser, server, 'wu');
    await new CaseDesk(principal).open(run.id);
    await principal.page.getByRole('button', { name: '签收任务' }).click();
    await principal.page.getByRole('button', { name: '退签' }).waitFor();
    // when
    await principal.go('/deputies');
    await principal.page.getByRole('button', { name: '设置代理' }).click();
    const dialog = principal.page.getByRole('dialog', { name: '设置代理' });
    await dialog.getByLabel('代理人', { exact: true }).fill('己');
    await principal.page.getByTitle(/^己样例/).click();
    await dialog.getByRole('radio', { name: /^转由代理人办理/ }).check();
    await dialog.getByLabel('原因').fill('外出培训');
    await dialog.getByRole('button', { name: '设置代理' }).click();
    await principal.page.getByRole('dialog', { name: '代理已设置' }).getByRole('button', { name: '不移交' }).click();
    // then
    await principal.go('/inbox?view=moved');
    await principal.page.getByLabel('任务预览').getByText('“立案审批”已转由己样例办理').waitFor();
    // when
    const deputy = await Visitor.signIn(browser, server, 'ji');
    await deputy.page.getByRole('tab', { name: /代办/ }).click();
    await deputy.page.getByLabel('任务预览').getByRole('button', { name: '代 戊样例 办理' }).click();
    const banner = deputy.page.getByText('正在代 戊样例 办理');
    await banner.waitFor();
    const desk = new CaseDesk(deputy);
    await desk.choose('审批意见', '准予立案');
    await desk.fill('审批说明', '同意');
    await desk.fill('立案日期', '2026-09-14');
    await desk.submit('立案审批');
    // then
    await deputy.page
      .locator('.fs-record')
      .getByText(/己样例（代 戊样例）.*立案审批/)
      .first()
      .waitFor();
    await deputy.page.setViewportSize(PHONE);
    await fitsPhone(deputy.page);
    // when
    await deputy.page.getByRole('button', { name: '退出代办' }).click();
    // then
    await banner.waitFor({ state: 'detached' });
    await deputy.page.getByRole('heading', { name: '待办' }).waitFor();
    expect([...principal.complaints, ...deputy.complaints]).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { drawStep } from './support/drawing';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

const STEP = '立案告知';

describe('a step, added to the ordinary procedure in the browser', () => {
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

  it('is met by a new case and not by one that was running', async () => {
    // given
    const running = await OrdinaryCase.start(server, '正在办理的案件');
    const modeler = await Visitor.signIn(browser, server, 'ren');
    const { page } = modeler;
    // when
    await modeler.go('/processes/penalty-ordinary/edit');
    await drawStep(page, STEP, 'to_investigate_from_filingDecided');
    await page.getByText('办理人', { exact: true }).click();
    await page.getByLabel('由人办理').check();
    await page.getByLabel('由谁办理').selectOption({ label: '发起人' });
    await page.getByRole('button', { name: '发布……' }).click();
    await page.getByLabel('发布理由').fill('立案后先告知当事人');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText('“行政处罚普通程序”第 2 版已发布').waitFor();
    // then
    const started = await OrdinaryCase.start(server, '发布后的案件');
    await started.file();
    await running.file();
    expect(await started.waiting()).toEqual([STEP]);
    expect(await running.waiting()).toEqual(['调查取证']);
    expect(modeler.complaints).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { startBrowser, Visitor } from './support/browser';
import { OrdinaryCase } from './support/ordinary-case';
import { TestServer } from './support/server';

/** Between the figure as it comes (20,000 yuan) and the one that is published below. */
const FINE = 30_000;

describe('a figure of the catalog, changed in the browser', () => {
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

  async function caseWithFine(): Promise<OrdinaryCase> {
    const run = await OrdinaryCase.start(server);
    await run.file();
    await run.investigate();
    await run.propose(FINE);
    return run;
  }

  it('sends the next case another way and leaves the earlier one where it was', async () => {
    // given
    const earlier = await caseWithFine();
    expect(await earlier.waiting()).toEqual(['提请法制审核']);
    const modeler = await Visitor.signIn(browser, server, 'ren');
    const { page } = modeler;
    // when
    await modeler.go('/catalog?tab=parameters');
    await page.getByRole('button', { name: '修改“县级标准（样例）”' }).click();
    await page.getByLabel('对组织罚款达到').fill('50000');
    await page.getByLabel('理由').fill('本市人大常委会批准的新标准');
    await page.getByRole('button', { name: '发布新版本' }).click();
    const question = page.getByRole('dialog', { name: '发布“县级标准（样例）”的新版本' });
    await question.getByText('对组织罚款达到').waitFor();
    await question.getByRole('button', { name: '发布“县级标准（样例）”的新版本' }).click();
    // then
    await page.getByText('“县级标准（样例）”第 2 版已发布').waitFor();
    await page
      .getByRole('row', { name: /对组织罚款达到/ })
      .getByText('50,000')
      .waitFor();
    const later = await caseWithFine();
    expect(await later.waiting()).toEqual(['事先告知并送达']);
    expect(await earlier.waiting()).toEqual(['提请法制审核']);
    expect(modeler.complaints).toEqual([]);
  });
});

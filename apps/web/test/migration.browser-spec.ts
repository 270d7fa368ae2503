import type { Browser } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { TestServer } from './support/server';
import { doneBy, drawn, publishDrawing, startCases } from './support/small-process';

const KEY = 'patrol';
const FIRST = { id: 'register', name: '登记', inside: doneBy('jia') };
const OLD = [FIRST, { id: 'check', name: '核查', inside: doneBy('jia') }];
const NEW = [{ ...FIRST, id: 'intake' }, { id: 'notify', name: '告知', inside: doneBy('jia') }, OLD[1] ?? FIRST];

describe('cases of an old version, in the browser', () => {
  let server: TestServer;
  let browser: Browser;
  let caseIds: readonly string[];

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    await publishDrawing(server, KEY, drawn(KEY, '巡查处理', OLD));
    caseIds = await startCases(server, KEY, ['样例甲案', '样例乙案']);
    await publishDrawing(server, KEY, drawn(KEY, '巡查处理', NEW));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('are found from the process, checked one by one, and moved by a job; the plan suggests what stands for what', async () => {
    // given
    const officer = await Visitor.signIn(browser, server, 'jia');
    await officer.go(`/cases/${caseIds[0]}`);
    await officer.page.getByRole('group', { name: '流程图' }).getByText('▶ 甲样例').waitFor();
    const modeler = await Visitor.signIn(browser, server, 'ren');
    const { page } = modeler;
    await modeler.go(`/processes/${KEY}`);
    await page.getByText('2 件案件仍在旧版本').waitFor();
    await page.getByRole('link', { name: '迁移在办案件' }).click();
    // when
    const mapping = page.getByRole('region', { name: '2 环节对应' });
    await mapping.getByText('新版本增加：告知').waitFor();
    await mapping.getByRole('listitem').filter({ hasText: '登记' }).getByText('建议，请核对').waitFor();
    const check = page.getByRole('region', { name: '3 检查每件案件' });
    await check.getByLabel('理由').fill('流程调整');
    await check.getByRole('button', { name: '检查所有案件' }).click();
    // then
    const progress = page.getByRole('region', { name: '进展' });
    await progress.getByRole('heading', { name: '已检查' }).waitFor();
    await progress.getByText('可以迁移 2').waitFor();
    await progress.getByRole('button', { name: '迁移 2 件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '迁移 2 件' }).click();
    await progress.getByRole('heading', { name: '已结束' }).waitFor();
    await progress.getByText('已迁移 2').waitFor();
    // Whoever has a case open meanwhile goes on with its new drawing.
    await officer.page.getByText('流程第 2 版').waitFor();
    await officer.page.getByRole('group', { name: '流程图' }).getByText('▶ 甲样例').waitFor();
    expect(officer.complaints).toEqual([]);
    await officer.leave();
    await page.setViewportSize(PHONE);
    await fitsPhone(page);
    await modeler.go(`/processes/${KEY}`);
    await page.getByRole('heading', { name: '巡查处理' }).waitFor();
    expect(await page.getByText('仍在旧版本').count()).toBe(0);
    expect(modeler.complaints).toEqual([]);
    await modeler.leave();
  });
});

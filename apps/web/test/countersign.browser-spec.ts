import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { Client } from './support/client';
import { TestServer } from './support/server';

const boardOf = (page: Page): Locator => page.getByRole('region', { name: '会签情况' });
/** Buttons of two signs have a gap between them. */
const AGREE = /^同\s*意$/;
const seatOf = (page: Page, name: string): Locator => boardOf(page).locator('.fs-seat').filter({ hasText: name });

/** Does one of the operations under "more" with a person and a reason, after a look at what it will do. */
async function operate(page: Page, act: string, person: string): Promise<void> {
  await page.getByRole('group', { name: '其他操作' }).getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: act });
  await dialog.getByRole('combobox', { name: '人员' }).fill(person);
  await page.locator('.ant-select-item-option').filter({ hasText: person }).first().click();
  await dialog.getByLabel('理由').fill('需要其意见');
  await dialog.getByRole('button', { name: '预览影响' }).click();
  await dialog.locator('.fs-affected li').first().waitFor();
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('signing together, in the browser', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    const chou = await Client.signIn(server, 'chou');
    const xml = readFileSync(join(__dirname, 'countersign.bpmn'), 'utf8');
    await chou.post('/processes/countersign-trial/publication', { xml, reason: '样例' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('is voted, enlarged, handed on and passed early; the board tells it to everybody who looks', async () => {
    // given
    const jia = await Client.signIn(server, 'jia');
    const { id: caseId } = await jia.post<{ id: string }>('/cases', { definitionKey: 'countersign-trial', title: '会签样例案', data: {} });
    const at = async (name: string): Promise<Visitor> => {
      const visitor = await Visitor.signIn(browser, server, name);
      await visitor.go(`/cases/${caseId}`);
      await boardOf(visitor.page).getByText('尚需 2 票同意').waitFor();
      return visitor;
    };
    const officer = await at('jia');
    const bing = await at('bing');
    const ding = await at('ding');
    // when: one is against, and says why
    const against = ding.page.getByRole('button', { name: '不同意' });
    expect(await against.isDisabled()).toBe(true);
    await ding.page.getByRole('textbox', { name: '意见' }).fill('证据不足');
    await against.click();
    // then
    await seatOf(officer.page, '丁样例').getByText('不同意').waitFor();
    await seatOf(bing.page, '丁样例').getByText('证据不足').waitFor();
    // when: another voter is added, and a seat is handed on
    await operate(bing.page, '并加签', '己样例');
    await seatOf(officer.page, '己样例').getByText('加签').waitFor();
    await boardOf(officer.page).getByText('尚需 2 票同意').waitFor();
    const wu = await at('wu');
    await wu.page.setViewportSize(PHONE);
    await fitsPhone(wu.page);
    await operate(wu.page, '转办', '子样例');
    await seatOf(officer.page, '子样例').getByText('未表态').waitFor();
    // when: two agree, which is enough; the last one need not vote any more
    await bing.page.getByRole('button', { name: AGREE }).click();
    await seatOf(officer.page, '丙样例').getByText('✓ 同意').waitFor();
    await boardOf(officer.page).getByText('尚需 1 票同意').waitFor();
    const zi = await Visitor.signIn(browser, server, 'zi');
    await zi.go(`/cases/${caseId}`);
    await zi.page.getByRole('button', { name: AGREE }).click();
    const deciding = zi.page.getByRole('dialog', { name: AGREE });
    await deciding.getByText('新任务：确认').waitFor();
    await deciding.getByText('取消：会签').first().waitFor();
    await deciding.getByRole('button', { name: AGREE }).click();
    // then: it has passed, and the next step is shown with a word about the last one
    await officer.page.getByRole('status').filter({ hasText: '“会签”已于' }).waitFor();
    await seatOf(officer.page, '丁样例').getByText('未表态').waitFor();
    const visitors = [officer, bing, ding, wu, zi];
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const visitor of visitors) await visitor.leave();
  });
});

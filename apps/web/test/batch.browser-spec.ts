import type { Browser } from 'playwright-core';
import { fitsPhone, PHONE, startBrowser, Visitor } from './support/browser';
import { TestServer } from './support/server';
import { doneBy, drawn, publishDrawing, startCases } from './support/small-process';

const AGREES = '<case-control:batch allowed="true" agree="closing.approved" opinion="closing.comment"/>';
const CLOSING = '<form:binding form="approve-closing"/>';

describe('agreeing to several tasks, in the browser', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await TestServer.start();
    browser = await startBrowser();
    const steps = [
      { id: 'approve', name: '结案审批', inside: `${doneBy('wu')}${AGREES}${CLOSING}` },
      { id: 'file', name: '归档', inside: doneBy('jia') },
    ];
    await publishDrawing(server, 'closing-many', drawn('closing-many', '集中结案', steps));
    const single = { id: 'alone', name: '逐件办理', inside: `${doneBy('wu')}${CLOSING}` };
    await publishDrawing(server, 'closing-one', drawn('closing-one', '逐件结案', [single]));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('chooses by keyboard, shows what each would become, does what can be done and says what was not', async () => {
    // given
    const [unseen] = await startCases(server, 'closing-many', ['未打开的案件', '样例甲案', '样例乙案']);
    await startCases(server, 'closing-one', ['不能批量的案件']);
    const deputy = await Visitor.signIn(browser, server, 'wu');
    const { page } = deputy;
    await deputy.go('/inbox');
    for (const title of ['样例甲案', '样例乙案']) {
      const seen = page.waitForResponse((reply) => reply.url().endsWith('/seen'));
      await page.locator('.fs-inbox-list').getByRole('button', { name: title }).click();
      await page.locator('.fs-inbox-preview').getByRole('button', { name: '打开案件' }).click();
      await seen;
      await page.goBack();
      await page.locator('.fs-task-row').first().waitFor();
    }
    // when
    await page.keyboard.press('x');
    const bar = page.getByRole('toolbar', { name: '对所选任务的操作' });
    await bar.getByText('已选 1 件').waitFor();
    for (let count = 0; count < 3; count += 1) await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await bar.getByText('已选 4 件').waitFor();
    await bar.getByRole('button', { name: '批量同意' }).click();
    const dialog = page.getByRole('dialog', { name: '批量同意' });
    await dialog.getByText('其余 1 件不在本次之内').waitFor();
    await dialog.getByLabel('共同意见').fill('材料齐全，准予结案');
    await dialog.getByRole('button', { name: '预览每件结果' }).click();
    // then
    await dialog.getByText('可以同意 2 件，不能批量办理 1 件').waitFor();
    const items = dialog.getByRole('list', { name: '每件的结果' }).getByRole('listitem');
    await items.filter({ hasText: '未打开的案件' }).getByText('请先打开过此任务').waitFor();
    await items.filter({ hasText: '样例甲案' }).getByText('新任务：归档（甲样例）').waitFor();
    expect(await items.getByRole('link', { name: '打开案件' }).getAttribute('href')).toContain(`/cases/${unseen}?task=`);
    await page.setViewportSize(PHONE);
    await fitsPhone(page);
    await dialog.getByRole('button', { name: '同意 2 件' }).click();
    await dialog.getByText('2 件已同意，0 件未办成').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await bar.waitFor({ state: 'detached' });
    await page.locator('.fs-inbox-list').getByText('样例甲案').waitFor({ state: 'detached' });
    expect(await page.locator('.fs-task-row').count()).toBe(2);
    expect(deputy.complaints).toEqual([]);
    await deputy.leave();
  });
});
